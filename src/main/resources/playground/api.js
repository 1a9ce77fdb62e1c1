/** The page's side of the playground's JSON API, and its stream of changes. */

/** The playground said no, in a sentence for people; `status` is 0 when it said nothing at all. */
export class Refused extends Error {
  constructor(sentence, status = 0) {
    super(sentence);
    this.status = status;
  }
}

export async function read(path, query = {}) {
  let answer;
  try {
    answer = await fetch(`${path}?${new URLSearchParams(query)}`, { headers: { Accept: 'application/json' } });
  } catch {
    throw new Refused('The playground doesn’t answer. Is it still running in its terminal?');
  }
  const result = await answer.json().catch(() => ({}));
  if (!answer.ok)
    throw new Refused(result.error || `The playground answered ${answer.status} to ${path}.`, answer.status);
  return result;
}

export async function send(path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Refused('The playground doesn’t answer. Is it still running in its terminal?');
  }
  const result = await answer.json().catch(() => ({ ok: false }));
  // A refused form comes back with `errors` by field: its caller shows them, so they are no exception.
  const byField = result.errors && Object.keys(result.errors).length > 0;
  if (!result.ok && !byField) throw new Refused(result.error || `The playground answered ${answer.status} to ${path}.`);
  return result;
}

export const api = {
  people: () => read('/ui/people'),
  panel: () => read('/ui/panel'),
  state: (as) => read('/ui/state', { as }),
  messages: (as, conversation) => read('/ui/messages', { as, conversation }),
  thread: (as, conversation, ts) => read('/ui/thread', { as, conversation, ts }),
  // A visit is told to the bot, as in Slack; `refresh` says that this is only another look at what is shown.
  home: (as, visit) => read('/ui/home', visit ? { as } : { as, refresh: 'yes' }),
  modal: (as) => read('/ui/modal', { as }),
  say: (body) => send('/ui/say', body),
  command: (body) => send('/ui/command', body),
  shortcut: (body) => send('/ui/shortcut', body),
  action: (body) => send('/ui/action', body),
  submit: (body) => send('/ui/submit', body),
  close: (body) => send('/ui/close', body),
  markRead: (body) => send('/ui/read', body),
  troubles: (body) => send('/ui/troubles', body),
  bot: (what) => send('/ui/bot', { do: what }),
};

/** The API with this person's id in every call. */
export function forPerson(as) {
  const posts = ['say', 'command', 'shortcut', 'action', 'submit', 'close', 'markRead'];
  return {
    ...Object.fromEntries(posts.map((name) => [name, (body) => api[name]({ as, ...body })])),
    state: () => api.state(as),
    messages: (conversation) => api.messages(as, conversation),
    thread: (conversation, ts) => api.thread(as, conversation, ts),
    home: (visit) => api.home(as, visit),
    modal: () => api.modal(as),
  };
}

const SILENCE_MS = 40000; // the server pings every 15 s: two missed pings and some air
const RETRY_MS = [500, 1000, 2000, 5000];

/**
 * Listens to the server's changes for as long as the page lives. After a break `onLink(true)` comes again, because what
 * happened meanwhile was missed and everything has to be fetched anew.
 */
export function listen(onChange, onLink) {
  let attempt = 0;
  let watchdog = 0;

  function connect() {
    const source = new EventSource('/ui/events');
    const again = () => {
      clearTimeout(watchdog);
      source.close();
      onLink(false);
      setTimeout(connect, RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)]);
      attempt += 1;
    };
    const alive = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(again, SILENCE_MS);
    };
    source.addEventListener('open', () => {
      attempt = 0;
      alive();
      onLink(true);
    });
    source.addEventListener('ping', alive);
    source.addEventListener('changed', (event) => {
      alive();
      onChange(JSON.parse(event.data));
    });
    // The browser's own reconnecting gives up for good on some answers, so ours takes over every time.
    source.addEventListener('error', again);
  }

  connect();
}
