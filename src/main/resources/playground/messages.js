/** A list of messages that follows its conversation: only what changed is drawn again, and reading further up isn't disturbed. */

import { announce, h, patchChildren } from './dom.js';
import { dayKey, dayName } from './dates.js';
import { icon } from './icons.js';

const TOGETHER_MS = 5 * 60 * 1000;
const NEAR_END_PX = 80;

export class MessageList {
  /** `column` is whose client it is; `inThread` lists have no days and no reply links. */
  constructor(column, { inThread = false, label }) {
    this.column = column;
    this.inThread = inThread;
    this.rows = new Map();
    this.key = null;
    this.list = h('ol', { class: 'messages', 'aria-label': label });
    this.more = h(
      'button',
      { type: 'button', class: 'more-below', hidden: true, onclick: () => this.toEnd() },
      icon('down'),
      'New messages',
    );
    this.scroller = h('div', { class: 'scroller', tabindex: '0', role: 'group', 'aria-label': label }, this.list);
    this.following = true;
    this.scroller.addEventListener('scroll', () => {
      if (this.width !== this.scroller.clientWidth) return; // the browser moved it, not the reader
      this.following = this.atEnd();
      if (this.following) this.more.hidden = true;
    });
    // A column that gets narrower gets longer: whoever read the end still reads it.
    new ResizeObserver(() => {
      this.width = this.scroller.clientWidth;
      if (this.following) this.toEnd();
    }).observe(this.scroller);
    this.scroller.addEventListener('keydown', (event) => this.move(event));
    this.node = h('div', { class: 'message-pane' }, this.scroller, this.more);
  }

  /** Draws `messages`; a new `key` is another conversation, which starts at its end and isn't read aloud. */
  show(key, messages, { newFrom = null, empty = '' } = {}) {
    const another = key !== this.key;
    const follow = another || this.atEnd();
    const known = another ? null : new Set(this.rows.keys());
    if (another) this.rows = new Map();
    this.key = key;
    const drawn = this.draw(
      messages.filter((message) => !this.column.dismissed.has(message.ts)),
      newFrom,
    );
    if (drawn.length === 0 && empty) drawn.push(h('li', { class: 'empty' }, empty));
    patchChildren(this.list, drawn);
    const fresh = known ? messages.filter((message) => !known.has(message.ts) && message.user !== this.column.as) : [];
    this.tell(fresh);
    if (follow) this.toEnd();
    else if (fresh.length > 0) this.more.hidden = false;
  }

  draw(messages, newFrom) {
    const rows = new Map();
    const zone = this.column.ctx.zone();
    const nodes = [];
    let before = null;
    for (const message of messages) {
      const newDay = !this.inThread && (!before || dayKey(before.at, zone) !== dayKey(message.at, zone));
      const isNew = message.ts === newFrom;
      if (newDay)
        nodes.push(this.rule(`day ${message.ts}`, 'day', dayName(message.at, this.column.chatNow(), zone), rows));
      if (isNew) nodes.push(this.rule(`new ${message.ts}`, 'new', 'New', rows));
      const compact = !newDay && !isNew && follows(before, message);
      nodes.push(this.row(message, compact, rows));
      before = message;
    }
    this.rows = rows;
    return nodes;
  }

  rule(key, kind, words, rows) {
    const kept = this.rows.get(key);
    const row =
      kept?.signature === words
        ? kept
        : { signature: words, node: h('li', { class: `rule ${kind}` }, h('span', {}, words)) };
    rows.set(key, row);
    return row.node;
  }

  row(message, compact, rows) {
    const signature = JSON.stringify([message, compact, this.column.peopleRevision]);
    const kept = this.rows.get(message.ts);
    if (kept?.signature === signature) {
      rows.set(message.ts, kept);
      return kept.node;
    }
    const node = this.column.platform.drawMessage(message, { compact, column: this.column, inThread: this.inThread });
    if (kept) takeOver(kept.node, node);
    rows.set(message.ts, { signature, node });
    return node;
  }

  tell(fresh) {
    if (!this.column.isFocused()) return;
    for (const message of fresh.slice(-3))
      announce(`${this.column.ctx.person(message.user)?.name ?? 'Message'}: ${message.text.slice(0, 300)}`);
  }

  move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const here = document.activeElement;
    if (!step || !(here === this.scroller || here.matches('.message'))) return;
    const all = [...this.list.querySelectorAll('.message')];
    const at = all.indexOf(here);
    const next = at < 0 ? all.at(-1) : all[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.more.hidden = true;
  }
}

function follows(before, message) {
  if (!before || before.user !== message.user || before.system || message.system) return false;
  if (before.ephemeral !== message.ephemeral || message.ephemeral) return false;
  return Date.parse(message.at) - Date.parse(before.at) < TOGETHER_MS;
}

// A card that the bot edits is drawn anew; whoever stood on one of its buttons should still stand there.
function takeOver(old, fresh) {
  fresh.classList.add('changed');
  const here = document.activeElement;
  if (!old.contains(here)) return;
  const action = here.dataset.actionId;
  setTimeout(() => {
    const same =
      action && [...fresh.querySelectorAll('[data-action-id]')].find((node) => node.dataset.actionId === action);
    (same || fresh).focus({ preventScroll: true }); // whoever reads on below stays there
  });
}

/** Where reading stopped: the time stamp of the first of `unread` messages from others, or null. */
export function firstUnread(messages, unread, me) {
  const others = messages.filter((message) => message.user !== me && !message.ephemeral && !message.system);
  return unread > 0 ? (others.at(-unread)?.ts ?? null) : null;
}
