/** The head of a conversation: its name and topic, and for the app the tabs Home and Messages. */

import { h } from './dom.js';
import { icon } from './icons.js';
import { mrkdwn } from './mrkdwn.js';
import { avatar } from './people.js';

export class Heading {
  constructor(column) {
    this.column = column;
    this.head = h('header', { class: 'pane-head conversation-head' });
    this.tabs = h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'App', hidden: true });
    this.tabs.addEventListener('keydown', (event) => this.arrow(event));
  }

  draw(here) {
    const isApp = here.kind === 'dm';
    const mark = isApp ? avatar(this.column.ctx.person(this.column.state.bot.user), 'head') : icon(kindOf(here));
    const tag = isApp && h('span', { class: 'app-tag' }, 'APP');
    const topic = here.topic ? h('p', { class: 'topic' }, this.column.platform.hasHome ? mrkdwn(here.topic, this.column.ctx) : here.topic) : '';
    this.head.replaceChildren(h('h2', {}, mark, here.name, tag), topic);
    this.tabs.hidden = !isApp || !this.column.platform.hasHome;
    if (!this.tabs.hidden) this.drawTabs();
  }

  drawTabs() {
    const shown = this.column.tab;
    if (this.tabs.dataset.tab === shown) return; // drawing again would take the focus away
    this.tabs.dataset.tab = shown;
    const tab = (id, words) =>
      h(
        'button',
        {
          type: 'button',
          role: 'tab',
          'aria-selected': String(shown === id),
          tabindex: shown === id ? '0' : '-1',
          'data-testid': `tab-${id}`,
          onclick: () => this.column.switchTab(id),
        },
        words,
      );
    this.tabs.replaceChildren(tab('home', 'Home'), tab('messages', 'Messages'));
  }

  arrow(event) {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    this.column.switchTab(this.column.tab === 'home' ? 'messages' : 'home');
    this.tabs.querySelector('[aria-selected="true"]').focus();
  }
}

/** The icon that tells what kind of conversation it is. */
export function kindOf(conversation) {
  if (conversation.archived) return 'archive';
  return conversation.private ? 'lock' : 'hash';
}
