/** The bad days of Microsoft Teams, in the awkward panel. */

import { h } from './dom.js';
import { teamsApi } from './teamsapi.js';

const OWNER = '3a7a0000-0000-4000-8000-000000000009'; // Maya, the administrator, adds and removes the app

const COUNTED = [
  {
    testid: 'teams-trouble-429',
    title: 'Too many requests',
    words: 'Teams answers 429 to the bot’s next calls and tells it to wait 2 seconds.',
    unit: 'calls',
    steps: [5, 20],
    body: (n) => ({ rate_limit: n, rate_limit_seconds: 2 }),
    left: ({ refuse, refuse_status }) => (refuse_status === 429 ? refuse : 0),
  },
  {
    testid: 'teams-trouble-412',
    title: 'Somebody else is writing',
    words: 'Teams answers 412 to the next calls: the conversation is being changed at this very moment.',
    unit: 'calls',
    steps: [1, 5],
    body: (n) => ({ conflict: n }),
    left: ({ refuse, refuse_status }) => (refuse_status === 412 ? refuse : 0),
  },
  {
    testid: 'teams-trouble-502',
    title: 'Accepted, and yet 502',
    words: 'Teams posts what the bot sends, and then answers as if it had failed. Was it posted or not?',
    unit: 'posts',
    steps: [1, 3],
    body: (n) => ({ bad_gateway: n }),
    left: ({ bad_gateway }) => bad_gateway,
  },
  {
    testid: 'teams-trouble-drop',
    title: 'The line goes dead',
    words: 'Teams posts it, and drops the connection without an answer.',
    unit: 'posts',
    steps: [1, 3],
    body: (n) => ({ drop_after_accept: n }),
    left: ({ drop_after_accept }) => drop_after_accept,
  },
];

export class TeamsTroubles {
  constructor(panel) {
    this.panel = panel;
    this.state = null;
    this.lefts = [];
    this.slowness = panel.slider('teams-trouble-slow', (ms) => this.make({ slow_ms: ms }));
    this.node = h(
      'div',
      { class: 'troubles', 'data-testid': 'teams-troubles' },
      panel.part('Answer slowly', 'Every call that the bot makes waits this long for Teams’ answer.', this.slowness),
      COUNTED.map((trouble) => this.counted(trouble)),
      this.repeats(),
      this.token(),
      this.app(),
    );
  }

  counted({ testid, title, words, unit, steps, body, left }) {
    const node = h('span', { class: 'left', 'data-testid': `${testid}-left` });
    this.lefts.push([left, node]);
    return this.panel.part(
      title,
      words,
      this.panel.steps(testid, unit, steps, (n) => this.make(body(n)), node),
    );
  }

  repeats() {
    const box = (testid, words, key) => {
      const node = h('input', { type: 'checkbox', role: 'switch', 'data-testid': testid });
      node.addEventListener('change', () => this.make({ [key]: node.checked }));
      return [node, h('label', { class: 'row' }, node, h('span', {}, words))];
    };
    const [twice, twiceRow] = box('teams-trouble-twice', 'Deliver twice', 'deliver_twice');
    const [again, againRow] = box('teams-trouble-new-id', 'Repeat under a new id', 'repeat_new_id');
    this.twice = twice;
    this.again = again;
    return this.panel.part(
      'Deliver everything twice',
      'Teams repeats what it isn’t sure has arrived; button presses and forms sometimes even under a new id.',
      twiceRow,
      againRow,
    );
  }

  token() {
    return this.panel.part(
      'Token expired',
      'The bot’s access token ends now instead of in an hour. It has to fetch another one in the middle of its work.',
      h(
        'div',
        { class: 'row' },
        this.panel.button('Expire it', 'teams-trouble-token', () => this.make({ expire_tokens: true })),
      ),
    );
  }

  app() {
    this.inTeam = this.panel.button('Remove the app', 'teams-trouble-app', () =>
      this.make({ as: OWNER, app_in_team: !this.state.bot.in_team }),
    );
    return this.panel.part(
      'Take the app out of the team',
      'An owner removes Instead from Meranti Motors. Cards for its channels then go to the fallback, and an administrator hears of it.',
      h('div', { class: 'row' }, this.inTeam),
    );
  }

  make(trouble) {
    return this.panel.attempt(() => teamsApi.troubles(trouble));
  }

  async backToNormal() {
    if (!this.troubled()) return;
    const calm = { slow_ms: 0, rate_limit: 0, bad_gateway: 0, drop_after_accept: 0 };
    const app = this.state.bot.in_team ? {} : { as: OWNER, app_in_team: true };
    await this.make({ ...calm, deliver_twice: false, repeat_new_id: false, ...app });
  }

  troubled() {
    if (!this.state) return false;
    const { troubles, bot } = this.state;
    const counts = troubles.slow_ms + troubles.refuse + troubles.bad_gateway + troubles.drop_after_accept;
    return counts > 0 || troubles.deliver_twice || troubles.repeat_new_id || !bot.in_team;
  }

  update(state) {
    this.state = state;
    const { troubles, bot } = state;
    this.slowness.shows(troubles.slow_ms);
    for (const [left, node] of this.lefts) node.textContent = left(troubles) > 0 ? `${left(troubles)} left` : '';
    this.twice.checked = troubles.deliver_twice;
    this.again.checked = troubles.repeat_new_id;
    this.inTeam.textContent = bot.in_team ? 'Remove the app' : 'Add the app again';
  }
}
