/**
 * Times as the reader sees them: in the reader's zone (the browser's where none is known) and counted from the product's
 * clock. Intl draws every part, so a `zone` may be undefined.
 */

const DAY_MS = 86400000;

function part(moment, zone, options, locale = 'en-US') {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(new Date(moment));
}

export function clockTime(iso, zone) {
  return part(iso, zone, { hour: '2-digit', minute: '2-digit' }, 'en-GB');
}

export function longTime(iso, zone) {
  return part(iso, zone, { dateStyle: 'full', timeStyle: 'long' }, 'en-GB');
}

export function productTime(ms, zone) {
  const date = part(ms, zone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }, 'en-GB');
  const time = part(
    ms,
    zone,
    { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short' },
    'en-GB',
  );
  return `${date}, ${time}`;
}

/** The calendar day of a moment as 2026-11-22. */
export function dayKey(moment, zone) {
  return part(moment, zone, { year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA');
}

export function dayName(iso, now, zone) {
  const word = relativeDay(iso, now, zone);
  if (word) return word[0].toUpperCase() + word.slice(1);
  return part(iso, zone, { weekday: 'long', day: 'numeric', month: 'long' }, 'en-GB');
}

function relativeDay(moment, now, zone) {
  const days = (Date.parse(dayKey(moment, zone)) - Date.parse(dayKey(now, zone))) / DAY_MS;
  return { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' }[days];
}

function ago(moment, now) {
  const seconds = Math.round((moment - now) / 1000);
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  const units = [
    ['day', 86400],
    ['hour', 3600],
    ['minute', 60],
  ];
  for (const [unit, size] of units) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  return 'just now';
}

function ordinal(day) {
  if (day >= 11 && day <= 13) return `${day}th`;
  return `${day}${{ 1: 'st', 2: 'nd', 3: 'rd' }[day % 10] ?? 'th'}`;
}

/** Slack's date tokens, as listed in its "Formatting text for app surfaces". */
export function slackDate(seconds, format, now, zone) {
  const moment = seconds * 1000;
  const drawn = (options) => part(moment, zone, options);
  const [year, , day] = dayKey(moment, zone).split('-');
  const long = () => `${drawn({ month: 'long' })} ${ordinal(Number(day))}, ${year}`;
  const longest = () => `${drawn({ weekday: 'long' })}, ${long()}`;
  const short = () => drawn({ month: 'short', day: 'numeric', year: 'numeric' });
  const pretty = (otherwise) => relativeDay(moment, now, zone) ?? otherwise();
  const tokens = {
    date_num: () => dayKey(moment, zone),
    date_slash: () => drawn({ month: '2-digit', day: '2-digit', year: 'numeric' }),
    date: long,
    date_short: short,
    date_long: longest,
    date_pretty: () => pretty(long),
    date_short_pretty: () => pretty(short),
    date_long_pretty: () => pretty(longest),
    day_divider_pretty: () => pretty(longest),
    time: () => drawn({ hour: 'numeric', minute: '2-digit' }),
    time_secs: () => drawn({ hour: 'numeric', minute: '2-digit', second: '2-digit' }),
    ago: () => ago(moment, now),
  };
  return format.replace(/\{(\w+)\}/g, (typed, name) => (tokens[name] ? tokens[name]() : typed));
}

/** How far a clock is ahead: "1 d 2 h". */
export function aheadWords(seconds) {
  const parts = [
    [86400, 'd'],
    [3600, 'h'],
    [60, 'min'],
  ];
  let rest = seconds;
  const words = [];
  for (const [size, unit] of parts) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) words.push(`${count} ${unit}`);
  }
  return words.join(' ') || `${seconds} s`;
}
