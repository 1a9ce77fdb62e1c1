/** The window: up to three people side by side, the bar above them, and the dock with the guide and the awkward panel. */

import { api, listen } from './api.js';
import { Column } from './column.js';
import { h, recall, remember, toast } from './dom.js';
import { Guide } from './guide.js';
import { icon } from './icons.js';
import { openMenu } from './menu.js';
import { Panel } from './panel.js';
import { peopleOfBoth } from './people.js';
import { isPerson } from './platforms.js';
import { teamsApi } from './teamsapi.js';

const MOST_COLUMNS = 3;
const FIRST_PERSON = 'U0DEWI';
const ROOM_FOR_DOCK_PX = 1180;
const PARTS_OF_KIND = {
  message: ['state', 'messages', 'thread'],
  view: ['state', 'modal'],
  dialog: ['state', 'modal'],
  home: ['home'],
  state: ['state', 'messages'],
};

class App {
  constructor() {
    this.columns = [];
    this.people = { slack: [], teams: [] };
    this.place = document.getElementById('columns');
    this.dock = document.getElementById('dock');
    this.status = document.getElementById('link-status');
    this.panel = new Panel(this);
    this.guide = new Guide(this);
    this.last = null;
    this.drawBar();
    this.place.addEventListener(
      'focusin',
      (event) => (this.last = this.columns.find((column) => column.node.contains(event.target)) ?? this.last),
    );
  }

  start() {
    const wanted = (new URLSearchParams(location.search).get('as') ?? FIRST_PERSON)
      .split(',')
      .filter(isPerson);
    for (const id of [...new Set(wanted.length ? wanted : [FIRST_PERSON])].slice(0, MOST_COLUMNS))
      this.insert(new Column(this, id), this.columns.length);
    if (this.columns.length === 1 && window.innerWidth >= ROOM_FOR_DOCK_PX && recall('guide') !== 'dismissed')
      this.showDock(this.guide);
    listen(
      (change) => this.changed(change),
      (linked) => this.linkChanged(linked),
    );
    document.addEventListener('visibilitychange', () => !document.hidden && this.refreshAll());
  }

  changed({ platform, people, kind, conversations }) {
    this.panel.refresh();
    const everybody = kind === 'state' && people === null; // the bot itself may have stopped: that concerns both platforms
    for (const column of this.columns) {
      if (column.platform.id !== platform && !everybody) continue;
      if (people && !people.includes(column.as)) continue;
      const elsewhere = kind === 'message' && conversations && !conversations.includes(column.shown);
      column.refresh(...(elsewhere ? ['state'] : (PARTS_OF_KIND[kind] ?? ['all'])));
    }
  }

  linkChanged(linked) {
    this.status.textContent = linked ? '' : 'Reconnecting…';
    document.body.classList.toggle('offline', !linked);
    if (linked) this.refreshAll();
  }

  refreshAll() {
    for (const column of this.columns) column.refresh('all');
    this.panel.refresh();
    this.meet();
  }

  /** Everybody there is to be, on both platforms. */
  async meet() {
    try {
      const [slack, teams] = await Promise.all([api.people(), teamsApi.people()]);
      this.people = { slack: slack.people, teams: teams.people };
    } catch (error) {
      this.status.textContent = error.message;
    }
  }

  /**
   * A fetch failed. Mostly the playground is away: the stream will come back and everything is fetched again, so one quiet
   * word is enough. But an address may name somebody who isn't there.
   */
  lost(column, error) {
    if (error.status !== 404 || column.state || column.as === FIRST_PERSON) {
      this.status.textContent = error.message;
      return;
    }
    toast(`${column.as}: ${error.message}`);
    if (this.shownPeople().includes(FIRST_PERSON)) this.remove(column);
    else this.become(column, FIRST_PERSON);
  }

  stateArrived(column) {
    if (document.body.classList.contains('offline') === false) this.status.textContent = '';
    const unread = this.columns
      .flatMap((one) => one.state?.conversations ?? [])
      .reduce((sum, one) => sum + (one.kind === 'dm' ? one.unread : one.mentions), 0);
    document.title = `${unread ? `(${unread}) ` : ''}Instead playground`;
  }

  shownPeople() {
    return this.columns.map((column) => column.as);
  }

  focusedColumn() {
    return this.columns.includes(this.last) ? this.last : this.columns[0];
  }

  insert(column, at) {
    this.columns.splice(at, 0, column);
    this.place.insertBefore(column.node, this.place.children[at] ?? null);
    column.refresh('all');
    this.arranged();
  }

  remove(column) {
    column.removed = true;
    column.node.remove();
    this.columns = this.columns.filter((one) => one !== column);
    this.arranged();
  }

  /** Puts another person in this column's place, in the same conversation where that person may see it. */
  become(column, id) {
    if (column.as === id) return column;
    const at = this.columns.indexOf(column);
    const next = new Column(this, id);
    if (column.conversation()?.kind === 'channel' && column.platform === next.platform) next.shown = column.shown;
    this.remove(column);
    this.insert(next, at);
    next.refresh('all').then(() => next.switcher.node.focus());
    return next;
  }

  /** The column of a person: the one that is there, else the one in use becomes theirs. */
  columnOf(id) {
    return this.columns.find((column) => column.as === id) ?? this.become(this.focusedColumn(), id);
  }

  showPeople(ids) {
    for (const column of [...this.columns]) if (!ids.includes(column.as)) this.remove(column);
    ids.forEach((id, at) => {
      const there = this.columns.find((column) => column.as === id);
      if (!there) this.insert(new Column(this, id), at);
    });
  }

  arranged() {
    this.place.classList.toggle('many', this.columns.length > 1);
    this.place.style.setProperty('--columns', this.columns.length);
    this.addButton.disabled = this.columns.length >= MOST_COLUMNS;
    const query = new URLSearchParams(location.search);
    query.set('as', this.shownPeople().join(','));
    if (this.columns.length) history.replaceState(null, '', `?${query.toString().replaceAll('%2C', ',')}`);
  }

  drawBar() {
    const tool = (name, words, testid, onclick) =>
      h(
        'button',
        { type: 'button', class: 'tool', 'data-testid': testid, title: words, 'aria-label': words, onclick },
        icon(name),
        h('span', { class: 'tool-words' }, words),
      );
    this.addButton = tool('addPerson', 'Add a person', 'add-person', () => this.addMenu());
    this.addButton.setAttribute('aria-haspopup', 'menu');
    this.addButton.setAttribute('aria-expanded', 'false');
    this.guideButton = tool('signpost', 'Try this', 'guide-toggle', () => this.toggleDock(this.guide));
    this.panelButton = tool('storm', 'Make it awkward', 'panel-toggle', () => this.toggleDock(this.panel));
    this.themeButton = h('button', {
      type: 'button',
      class: 'tool',
      'data-testid': 'theme-toggle',
      onclick: () => this.nextTheme(),
    });
    this.drawTheme();
    document
      .getElementById('topbar-actions')
      .append(this.addButton, this.guideButton, this.panelButton, this.themeButton);
  }

  addMenu() {
    const items = peopleOfBoth(this.people, {
      taken: this.shownPeople(),
      onSelect: (id) => this.insert(new Column(this, id), this.columns.length),
    });
    openMenu(this.addButton, items, 'Add a person');
  }

  toggleDock(what) {
    if (this.dock.firstChild === what.node && !this.dock.hidden) this.hideDock();
    else {
      this.showDock(what);
      what.node.querySelector('button, input')?.focus();
    }
  }

  showDock(what) {
    this.dock.replaceChildren(what.node);
    if (what === this.panel && this.columns.length > 0) this.panel.choose(this.focusedColumn().platform.id);
    this.dock.hidden = false;
    this.dock.setAttribute('aria-label', what.title);
    this.markDock(what);
  }

  hideDock() {
    const button = this.dock.firstChild === this.guide.node ? this.guideButton : this.panelButton;
    if (this.dock.contains(document.activeElement)) button.focus();
    this.dock.hidden = true;
    this.markDock(null);
  }

  markDock(shown) {
    this.guideButton.setAttribute('aria-expanded', String(shown === this.guide));
    this.panelButton.setAttribute('aria-expanded', String(shown === this.panel));
    document.body.classList.toggle('docked', shown !== null);
  }

  nextTheme() {
    const order = ['auto', 'light', 'dark'];
    const next = order[(order.indexOf(recall('theme') ?? 'auto') + 1) % order.length];
    remember('theme', next);
    if (next === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    this.drawTheme();
    toast({ auto: 'Light or dark as your system says', light: 'Always light', dark: 'Always dark' }[next], 'info');
  }

  drawTheme() {
    const theme = recall('theme') ?? 'auto';
    const words = `Colours: ${{ auto: 'as your system says', light: 'light', dark: 'dark' }[theme] ?? theme}`;
    this.themeButton.title = words;
    this.themeButton.setAttribute('aria-label', words);
    this.themeButton.replaceChildren(icon({ auto: 'contrast', light: 'sun', dark: 'moon' }[theme] ?? 'contrast'));
  }
}

new App().start();
