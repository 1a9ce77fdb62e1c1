/** One person's client on one platform: rail, conversation, thread, Home and form. Several stand side by side. */

import { Composer } from './composer.js';
import { h, toast } from './dom.js';
import { Heading } from './heading.js';
import { Home } from './home.js';
import { icon } from './icons.js';
import { firstUnread, MessageList } from './messages.js';
import { personSwitcher } from './people.js';
import { platformOf } from './platforms.js';
import { Thread } from './thread.js';

const COALESCE_MS = 30;
const PARTS = ['state', 'messages', 'thread', 'home', 'modal'];

export class Column {
  constructor(app, as) {
    this.app = app;
    this.as = as;
    this.platform = platformOf(as);
    this.state = null;
    this.shown = null;
    this.tab = 'messages';
    this.dismissed = new Set();
    this.values = new Map();
    this.due = new Set();
    this.api = this.platform.api(as);
    this.ctx = this.context();
    this.build();
  }

  /** What drawing needs to know about this person's world. */
  context() {
    const conversations = () => this.state?.conversations ?? [];
    return {
      me: this.as,
      people: () => (this.state?.people ?? []).filter((person) => person.id !== this.state.bot.user),
      person: (id) =>
        id === this.state?.bot.user
          ? { ...this.state.bot, id, app: true }
          : this.state?.people.find((person) => person.id === id),
      conversations,
      channelName: (id) => conversations().find((one) => one.id === id)?.name,
      openConversation: (id) => this.open(id),
      now: () => this.now(),
      zone: () => this.ctx.person(this.as)?.zone,
      locale: () => this.ctx.person(this.as)?.locale,
    };
  }

  build() {
    this.switcher = personSwitcher(this);
    this.list = new MessageList(this, { label: 'Messages' });
    this.composer = new Composer(this, {
      testid: 'composer',
      sendTestid: 'send',
      label: 'Message',
      send: (text) => this.send(text),
    });
    this.home = new Home(this);
    this.thread = new Thread(this);
    this.modal = this.platform.form(this);
    this.rail = h('nav', { class: 'rail', 'aria-label': 'Conversations' });
    this.heading = new Heading(this);
    this.closed = h(
      'p',
      { class: 'closed', hidden: true },
      icon('archive'),
      'This channel is archived. Nobody can write in it.',
    );
    const main = h(
      'div',
      { class: 'conversation' },
      this.heading.head,
      this.heading.tabs,
      this.home.node,
      this.list.node,
      this.composer.node,
      this.closed,
    );
    const drawer = h(
      'button',
      {
        type: 'button',
        class: 'icon-button drawer-button',
        'aria-label': 'Conversations',
        'data-testid': 'rail-toggle',
        onclick: () => this.toggleDrawer(),
      },
      icon('menu'),
      h('span', { class: 'dot' }),
    );
    const shade = h('div', { class: 'rail-shade', onclick: () => this.toggleDrawer(false) });
    this.client = h('div', { class: 'client' }, this.rail, shade, main, this.thread.node);
    const close = h(
      'button',
      {
        type: 'button',
        class: 'icon-button column-close',
        'aria-label': 'Close this person’s column',
        title: 'Close this column',
        'data-testid': 'column-close',
        onclick: () => this.app.remove(this),
      },
      icon('close'),
    );
    const chip = h('span', { class: 'platform', 'aria-hidden': 'true' }, this.platform.name);
    this.bar = h('div', { class: 'column-bar' }, drawer, this.switcher.node, chip, close);
    this.node = h(
      'section',
      { class: `column ${this.platform.id}`, 'data-testid': `column-${this.as}` },
      this.bar,
      h('div', { class: 'column-body' }, this.client, this.modal.node),
    );
    this.node.addEventListener('keydown', (event) => event.key === 'Escape' && this.toggleDrawer(false));
  }

  now() {
    return Date.parse(this.state.now) + (performance.now() - this.stateAt);
  }

  /** The chat platform's own time, by which messages are stamped: moving the product's clock doesn't move it. */
  chatNow() {
    return this.now() - this.state.troubles.clock_offset_s * 1000;
  }

  conversation() {
    return this.state?.conversations.find((one) => one.id === this.shown);
  }

  direct() {
    return this.state.conversations.find((one) => one.kind === 'dm');
  }

  isFocused() {
    return this.app.focusedColumn() === this;
  }

  /** Values that controls keep while the bot edits their message or form: Slack keeps them where block and action ids stay. */
  valuesOf(key) {
    if (!this.values.has(key)) this.values.set(key, {});
    return this.values.get(key);
  }

  actIn(container, key) {
    return (blockId, action) =>
      this.attempt(() =>
        this.api.action({ container, block_id: blockId, action, state: { values: this.valuesOf(key) } }),
      );
  }

  /** Does what a person asked for; when it can't be done, says so to that person. */
  async attempt(work) {
    try {
      return await work();
    } catch (error) {
      this.complain(error);
      return null;
    } finally {
      await this.refresh('all');
    }
  }

  complain(error) {
    const name = this.app.columns.length > 1 ? `${this.ctx.person(this.as)?.name ?? this.as}: ` : '';
    toast(name + error.message);
  }

  /** Somebody changed something; fetches the parts that may show it. Bursts become one fetch, and none overtakes another. */
  refresh(...parts) {
    for (const part of parts.includes('all') ? PARTS : parts) this.due.add(part);
    this.running ??= this.catchUp().finally(() => (this.running = null));
    return this.running;
  }

  async catchUp() {
    await new Promise((resolve) => setTimeout(resolve, COALESCE_MS));
    while (this.due.size > 0 && !this.removed) {
      const due = this.due;
      this.due = new Set();
      try {
        if (due.has('state') || !this.state) await this.fetchState();
        const messages = due.has('messages') && this.fetchMessages();
        const home = due.has('home') && this.tab === 'home' && this.home.refresh();
        await Promise.all([
          messages,
          home,
          due.has('thread') && this.thread.refresh(),
          due.has('modal') && this.modal.refresh(),
        ]);
      } catch (error) {
        this.app.lost(this, error);
        return;
      }
    }
  }

  async fetchState() {
    this.state = await this.api.state();
    this.stateAt = performance.now();
    this.peopleRevision = this.state.people.length;
    // At the start, and when the person has left the conversation or was never in it.
    if (!this.conversation()) this.shown = this.state.conversations.find((one) => one.kind === 'channel')?.id;
    if (!this.shown) this.shown = this.direct()?.id;
    this.drawState();
    this.app.stateArrived(this);
  }

  drawState() {
    const me = this.ctx.person(this.as);
    if (!me) return;
    this.node.setAttribute('aria-label', `${me.name}’s client`);
    this.node.style.setProperty('--person', me.colour);
    const focused = this.rail.contains(document.activeElement) ? document.activeElement.dataset.testid : null;
    this.switcher.draw(me);
    this.rail.replaceChildren(...this.platform.drawRail(this));
    if (focused) this.rail.querySelector(`[data-testid="${focused}"]`)?.focus();
    this.node.classList.toggle(
      'has-unread',
      this.state.conversations.some((one) => one.unread > 0 && one.id !== this.shown),
    );
    this.drawConversation();
  }

  drawConversation() {
    const here = this.conversation();
    if (!here) return;
    const isApp = here.kind === 'dm';
    this.heading.draw(here);
    this.node.classList.toggle('in-chat', isApp);
    const atHome = isApp && this.tab === 'home';
    this.home.node.hidden = !atHome;
    this.list.node.hidden = atHome;
    this.composer.node.hidden = atHome || here.archived;
    this.closed.hidden = !here.archived;
    this.composer.label(this.platform.composerLabel(here));
  }

  switchTab(id) {
    this.tab = id;
    this.drawConversation();
    if (id === 'home') return this.attempt(() => this.home.visit());
    return this.refresh('messages');
  }

  /** Shows a conversation, from its newest messages. */
  async open(id, tab = 'messages') {
    this.toggleDrawer(false);
    if (this.shown !== id) this.thread.close();
    this.shown = id;
    this.tab = tab;
    this.newFrom = undefined;
    this.drawState();
    await this.refresh('state', 'messages');
  }

  async fetchMessages() {
    const here = this.conversation();
    if (!here || (here.kind === 'dm' && this.tab === 'home')) return;
    const { messages } = await this.api.messages(here.id);
    if (here.id !== this.shown) return;
    if (this.newFrom === undefined) this.newFrom = firstUnread(messages, here.unread, this.as);
    const empty =
      here.kind === 'dm'
        ? `This is where ${here.name} writes to you, and you to it.`
        : `This is the very beginning of ${this.platform.mark}${here.name}.`;
    this.list.show(here.id, messages, { newFrom: this.newFrom, empty });
    if (here.unread > 0 && !document.hidden) await this.api.markRead({ conversation: here.id });
  }

  async send(text) {
    await this.platform.send(this, text);
    this.list.toEnd();
    await this.refresh('all');
  }

  openThread(ts) {
    this.thread.open(ts).catch((error) => this.complain(error));
  }

  dismiss(ts) {
    this.dismissed.add(ts);
    this.refresh('messages');
  }

  coverClient(covered) {
    this.client.inert = covered;
  }

  toggleDrawer(open = !this.node.classList.contains('drawer-open')) {
    this.node.classList.toggle('drawer-open', open);
    if (open) this.rail.querySelector('.here')?.focus();
  }

  focus() {
    this.composer.field.focus();
  }
}
