/** The pane beside a conversation that holds one message's replies. */

import { Composer } from './composer.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { MessageList } from './messages.js';

export class Thread {
  constructor(column) {
    this.column = column;
    this.ts = null;
    this.list = new MessageList(column, { inThread: true, label: 'Replies' });
    this.composer = new Composer(column, {
      testid: 'thread-composer',
      sendTestid: 'thread-send',
      label: 'Reply…',
      inThread: true,
      send: (text) => this.send(text),
    });
    this.where = h('small', {});
    const close = h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': 'Close the thread',
        title: 'Close (Escape)',
        'data-testid': 'thread-close',
        onclick: () => this.close(),
      },
      icon('close'),
    );
    this.node = h(
      'section',
      { class: 'thread', 'data-testid': 'thread', 'aria-label': 'Thread', hidden: true },
      h('header', { class: 'pane-head' }, h('h2', {}, 'Thread', ' ', this.where), close),
      this.list.node,
      this.composer.node,
    );
    this.node.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
  }

  async open(ts) {
    this.ts = ts;
    this.before = document.activeElement;
    this.node.hidden = false;
    await this.refresh();
    this.composer.field.focus();
  }

  close() {
    if (!this.ts) return;
    this.ts = null;
    this.node.hidden = true;
    if (this.before?.isConnected) this.before.focus();
  }

  async refresh() {
    if (!this.ts) return;
    const { ts } = this;
    const { messages } = await this.column.api.thread(this.column.shown, ts);
    if (ts !== this.ts) return;
    const here = this.column.conversation();
    this.where.textContent = here ? (here.kind === 'dm' ? here.name : `${this.column.platform.mark}${here.name}`) : '';
    this.composer.node.hidden = here?.archived === true;
    this.list.show(ts, messages);
  }

  async send(text) {
    await this.column.platform.reply(this.column, text, this.ts);
    await this.column.refresh('all');
  }
}
