/** "Make it awkward": the bad days of a chat platform, one switch each. */

import { api } from './api.js';
import { aheadWords, productTime } from './dates.js';
import { h, toast, uniqueId } from './dom.js';
import { icon } from './icons.js';
import { TeamsTroubles } from './teamspanel.js';
import { teamsApi } from './teamsapi.js';

const CHANNEL = 'C0SOCIAL';
const CLOCK_STEPS = [
  ['5m', '+5 minutes', 300],
  ['1h', '+1 hour', 3600],
  ['1d', '+1 day', 86400],
];

export class Panel {
  constructor(app) {
    this.app = app;
    this.title = 'Make it awkward';
    this.state = null;
    this.teams = new TeamsTroubles(this);
    this.node = h('div', { class: 'dock-inside', 'data-testid': 'panel' });
    this.build();
    setInterval(() => this.tick(), 1000);
  }

  build() {
    const close = h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': 'Close “Make it awkward”',
        'data-testid': 'panel-close',
        onclick: () => this.app.hideDock(),
      },
      icon('close'),
    );
    this.node.append(
      h('header', { class: 'dock-head' }, h('h2', {}, this.title), close),
      h(
        'p',
        { class: 'dock-lead' },
        'Chat platforms have bad days. Bring one about, and watch: a report that was confirmed is never lost, and its card stands in the channel once.',
      ),
      this.normal(),
      this.bot(),
      this.clock(),
      this.choice(),
      this.slackPart(),
      this.teams.node,
    );
    this.choose('slack');
  }

  /** The troubles of each platform; a window is mostly about one of them at a time. */
  choice() {
    const button = (id, words) =>
      h('button', { type: 'button', 'data-testid': `trouble-of-${id}`, onclick: () => this.choose(id) }, words);
    this.choices = { slack: button('slack', 'Slack'), teams: button('teams', 'Microsoft Teams') };
    return h(
      'div',
      { class: 'segments', role: 'group', 'aria-label': 'Whose trouble' },
      Object.values(this.choices),
    );
  }

  choose(id) {
    for (const [other, button] of Object.entries(this.choices)) button.setAttribute('aria-pressed', String(other === id));
    this.slackNode.hidden = id !== 'slack';
    this.teams.node.hidden = id !== 'teams';
  }

  slackPart() {
    return (this.slackNode = h(
      'div',
      { class: 'troubles' },
      this.slow(),
      this.counted(
        'trouble-rate-limit',
        'Too many requests',
        'Slack answers 429 to the bot’s next calls and tells it to wait 2 seconds.',
        'rate_limit',
        'calls',
        [5, 20],
        (n) => ({ rate_limit: n, rate_limit_seconds: 2 }),
      ),
      this.counted(
        'trouble-drop',
        'The line goes dead',
        'Slack accepts the bot’s next posts, then drops the connection without an answer. Was it posted or not?',
        'drop_after_accept',
        'posts',
        [1, 3],
        (n) => ({ drop_after_accept: n }),
      ),
      this.twice(),
      this.channel(),
    ));
  }

  normal() {
    this.calm = this.button('Everything back to normal', 'trouble-reset', () => this.backToNormal());
    this.calm.hidden = true;
    return this.calm;
  }

  /** Ends every trouble and starts the bot; the clock can't go back. */
  async backToNormal() {
    const channels = {
      ...(this.has('channel_archived') ? { unarchive: CHANNEL } : {}),
      ...(this.has('bot_removed') ? { add_bot: CHANNEL } : {}),
    };
    await this.make({ slow_ms: 0, rate_limit: 0, drop_after_accept: 0, deliver_twice: false, ...channels });
    await this.teams.backToNormal();
    if (!this.state.bot.running) await this.tellBot('start', this.start);
  }

  part(title, words, ...controls) {
    return h('section', { class: 'trouble' }, h('h3', {}, title), h('p', {}, words), controls);
  }

  button(words, testid, onclick, kind = '') {
    return h('button', { type: 'button', class: `button small ${kind}`, 'data-testid': testid, onclick }, words);
  }

  bot() {
    this.light = h('span', { class: 'light', 'aria-hidden': 'true' });
    this.botWords = h('span', { 'data-testid': 'bot-status', role: 'status' }, '…');
    this.stop = this.button('Stop', 'bot-stop', () => this.tellBot('stop', this.stop));
    this.kill = this.button('Kill', 'bot-kill', () => this.tellBot('kill', this.kill), 'danger');
    this.start = this.button('Start', 'bot-start', () => this.tellBot('start', this.start), 'primary');
    const words =
      'Stop lets it finish what it has begun; Kill is a power cut. While it is down, a command fails at once, as in Slack and Teams. Started again, it sends what it still owes.';
    return this.part(
      'The bot',
      words,
      h('p', { class: 'bot-status' }, this.light, this.botWords),
      h('div', { class: 'row' }, this.stop, this.kill, this.start),
    );
  }

  async tellBot(what, button) {
    button.classList.add('busy');
    await this.attempt(() => api.bot(what));
    button.classList.remove('busy');
  }

  slow() {
    this.slowness = this.slider('trouble-slow', (ms) => this.make({ slow_ms: ms }));
    return this.part('Answer slowly', 'Every call that the bot makes waits this long for Slack’s answer.', this.slowness);
  }

  /** How long an answer takes; `shows(ms)` sets it. */
  slider(testid, make) {
    const id = uniqueId('slow');
    const out = h('output', { for: id }, '0 s');
    const range = h('input', { type: 'range', id, min: '0', max: '5', step: '0.5', value: '0', 'data-testid': testid });
    range.addEventListener('input', () => (out.textContent = `${range.value} s`));
    range.addEventListener('change', () => make(Math.round(Number(range.value) * 1000)));
    const label = h('label', { class: 'visually-hidden', for: id }, 'Seconds to wait');
    const row = h('div', { class: 'row' }, label, range, out);
    row.shows = (ms) => {
      if (document.activeElement !== range) range.value = String(ms / 1000);
      out.textContent = `${range.value} s`;
    };
    return row;
  }

  counted(testid, title, words, key, unit, steps, body) {
    const left = h('span', { class: 'left', 'data-testid': `${testid}-left` });
    (this.lefts ??= []).push([key, left]);
    return this.part(title, words, this.steps(testid, unit, steps, (n) => this.make(body(n)), left));
  }

  /** "Next call", "Next 5 calls", and how many are left. */
  steps(testid, unit, steps, make, left) {
    const buttons = steps.map((n, index) =>
      this.button(`Next ${n === 1 ? unit.slice(0, -1) : `${n} ${unit}`}`, index === 0 ? testid : `${testid}-${n}`, () =>
        make(n),
      ),
    );
    return h('div', { class: 'row' }, buttons, left);
  }

  twice() {
    this.twiceBox = h('input', { type: 'checkbox', role: 'switch', 'data-testid': 'trouble-twice' });
    this.twiceBox.addEventListener('change', () => this.make({ deliver_twice: this.twiceBox.checked }));
    return this.part(
      'Deliver everything twice',
      'Slack repeats what it isn’t sure has arrived. Each delivery comes to the bot a second time.',
      h('label', { class: 'row' }, this.twiceBox, h('span', {}, 'Deliver twice')),
    );
  }

  clock() {
    this.time = h('p', { class: 'product-time', 'data-testid': 'product-time' });
    const buttons = CLOCK_STEPS.map(([id, words, seconds]) =>
      this.button(words, `trouble-clock-${id}`, () => this.make({ clock_advance_s: seconds })),
    );
    return this.part(
      'Move the clock',
      'See how working hours, due times and review dates look later. The clock only goes forward.',
      this.time,
      h('div', { class: 'row' }, buttons),
    );
  }

  channel() {
    this.archive = this.button('Archive', 'trouble-archive', () =>
      this.make(this.has('channel_archived') ? { unarchive: CHANNEL } : { archive: CHANNEL }),
    );
    this.remove = this.button('Remove the bot', 'trouble-remove-bot', () =>
      this.make(this.has('bot_removed') ? { add_bot: CHANNEL } : { remove_bot: CHANNEL }),
    );
    return this.part(
      'Take #social-care away',
      'Archive the team’s channel, or throw the bot out of it. Cards then go to the fallback channel and an administrator hears of it.',
      h('div', { class: 'row' }, this.archive, this.remove),
    );
  }

  has(list) {
    return this.state?.troubles[list]?.includes(CHANNEL) === true;
  }

  async make(trouble) {
    await this.attempt(() => api.troubles(trouble));
  }

  async attempt(work) {
    try {
      await work();
    } catch (error) {
      toast(error.message);
    } finally {
      this.app.refreshAll();
    }
  }

  /** Bursts of changes become one look, and none overtakes another. */
  refresh() {
    this.again = true;
    this.running ??= this.look().finally(() => (this.running = null));
  }

  async look() {
    while (this.again) {
      this.again = false;
      try {
        const [state, teams] = await Promise.all([api.panel(), teamsApi.panel()]);
        this.teams.update(teams);
        this.update(state, troubled(state) || this.teams.troubled());
      } catch {
        return; // the window says already that the playground is away; its return brings another look
      }
    }
  }

  update(state, isTroubled) {
    this.state = state;
    this.zone = this.app.columns[0]?.ctx.zone(); // that of the first person's messages
    this.at = performance.now();
    const { troubles, bot } = state;
    this.light.classList.toggle('on', bot.running);
    this.botWords.textContent = bot.running ? `${bot.name} is running` : `${bot.name} is not running`;
    this.stop.disabled = this.kill.disabled = !bot.running;
    this.start.disabled = bot.running;
    this.slowness.shows(troubles.slow_ms);
    for (const [key, node] of this.lefts) node.textContent = troubles[key] > 0 ? `${troubles[key]} left` : '';
    this.twiceBox.checked = troubles.deliver_twice;
    this.archive.textContent = this.has('channel_archived') ? 'Bring it back' : 'Archive it';
    this.remove.textContent = this.has('bot_removed') ? 'Add the bot again' : 'Remove the bot';
    this.calm.hidden = !isTroubled;
    this.app.panelButton.classList.toggle('has-trouble', isTroubled);
    this.tick();
  }

  tick() {
    if (!this.state || !this.node.isConnected) return;
    const words = productTime(Date.parse(this.state.now) + (performance.now() - this.at), this.zone);
    const ahead = this.state.troubles.clock_offset_s;
    this.time.replaceChildren(words, ahead ? h('small', {}, `${aheadWords(ahead)} ahead of real time`) : '');
  }
}

function troubled({ troubles, bot }) {
  return (
    !bot.running ||
    troubles.slow_ms > 0 ||
    troubles.rate_limit > 0 ||
    troubles.drop_after_accept > 0 ||
    troubles.deliver_twice ||
    troubles.channel_archived.length > 0 ||
    troubles.bot_removed.length > 0
  );
}
