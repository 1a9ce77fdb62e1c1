/** Times as the reader sees them, in the browser's zone and counted from the product's clock. */

const DAY_MS = 86400000;

export function clockTime(iso) {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
}

export function longTime(iso) {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' }).format(new Date(iso));
}

export function productTime(ms) {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(ms);
}

export function dayKey(iso) {
  return new Date(iso).toDateString();
}

export function dayName(iso, now) {
  return (
    relativeDay(new Date(iso), now, true) ??
    new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(iso))
  );
}

function relativeDay(date, now, capital) {
  const midnight = (moment) => new Date(moment).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(date) - midnight(now)) / DAY_MS);
  const word = { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' }[days];
  return word && capital ? word[0].toUpperCase() + word.slice(1) : word;
}

function ago(date, now) {
  const seconds = Math.round((date - now) / 1000);
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  for (const [unit, size] of [
    ['day', 86400],
    ['hour', 3600],
    ['minute', 60],
  ]) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  return 'just now';
}

function ordinal(day) {
  const tail = day % 10;
  if (day >= 11 && day <= 13) return `${day}th`;
  return `${day}${{ 1: 'st', 2: 'nd', 3: 'rd' }[tail] ?? 'th'}`;
}

/** Slack's date tokens, as listed in its "Formatting text for app surfaces". */
export function slackDate(seconds, format, now) {
  const date = new Date(seconds * 1000);
  const part = (options) => new Intl.DateTimeFormat('en-US', options).format(date);
  const long = () => `${part({ month: 'long' })} ${ordinal(date.getDate())}, ${date.getFullYear()}`;
  const short = () => part({ month: 'short', day: 'numeric', year: 'numeric' });
  const tokens = {
    date_num: () =>
      `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`,
    date_slash: () => part({ month: '2-digit', day: '2-digit', year: 'numeric' }),
    date: long,
    date_short: short,
    date_long: () => `${part({ weekday: 'long' })}, ${long()}`,
    date_pretty: () => relativeDay(date, now) ?? long(),
    date_short_pretty: () => relativeDay(date, now) ?? short(),
    date_long_pretty: () => relativeDay(date, now) ?? `${part({ weekday: 'long' })}, ${long()}`,
    day_divider_pretty: () => relativeDay(date, now) ?? `${part({ weekday: 'long' })}, ${long()}`,
    time: () => part({ hour: 'numeric', minute: '2-digit' }),
    time_secs: () => part({ hour: 'numeric', minute: '2-digit', second: '2-digit' }),
    ago: () => ago(date, now),
  };
  return format.replace(/\{(\w+)\}/g, (typed, name) => (tokens[name] ? tokens[name]() : typed));
}
