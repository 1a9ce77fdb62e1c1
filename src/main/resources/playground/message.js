/** One message, as its reader sees it. */

import { drawBlocks } from './blocks.js';
import { clockTime, longTime } from './dates.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { openMenu } from './menu.js';
import { mrkdwn } from './mrkdwn.js';
import { avatar } from './people.js';

export function drawMessage(message, { compact, column, inThread }) {
  const who = column.ctx.person(message.user);
  if (message.system)
    return h(
      'li',
      { class: 'message system', 'data-testid': `message-${message.ts}` },
      mrkdwn(message.text, column.ctx),
      ' ',
      time(message, column),
    );
  const name = who?.name ?? message.user ?? 'Unknown';
  const content = h(
    'div',
    { class: 'message-content', 'data-testid': message.ephemeral ? 'ephemeral' : null },
    message.ephemeral && onlyYou(message, column),
    h(
      'div',
      { class: compact ? 'message-head visually-hidden' : 'message-head' },
      h('span', { class: 'who' }, name),
      message.bot && h('span', { class: 'app-tag' }, 'APP'),
      ' ',
      time(message, column),
    ),
    body(message, column),
    !inThread && message.reply_count > 0 && replies(message, column),
  );
  const node = h(
    'li',
    {
      class: `message${compact ? ' compact' : ''}${message.ephemeral ? ' ephemeral' : ''}`,
      'data-testid': `${inThread ? 'thread-' : ''}message-${message.ts}`,
      'data-ts': message.ts,
      tabindex: '-1',
    },
    compact
      ? h('span', { class: 'gutter', 'aria-hidden': 'true' }, clockTime(message.at, column.ctx.zone()))
      : avatar(who, 'message'),
    content,
  );
  if (!message.ephemeral) node.append(hoverActions(message, column, inThread, name));
  return node;
}

function body(message, column) {
  const key = `${column.shown}/${message.ts}`;
  const surface = {
    values: column.valuesOf(key),
    act: column.actIn({ type: 'message', conversation: column.shown, ts: message.ts }, key),
  };
  const blocks = message.blocks?.length
    ? drawBlocks(message.blocks, surface, column.ctx)
    : [h('div', { class: 'mrkdwn' }, mrkdwn(message.text ?? '', column.ctx))];
  if (message.edited) blocks.push(h('span', { class: 'edited' }, '(edited)'));
  return h('div', { class: `message-body${message.blocks?.length ? ' card' : ''}` }, blocks);
}

function time(message, column) {
  const zone = column.ctx.zone();
  return h('time', { datetime: message.at, title: longTime(message.at, zone) }, clockTime(message.at, zone));
}

function onlyYou(message, column) {
  const dismiss = () => column.dismiss(message.ts);
  return h(
    'p',
    { class: 'only-you' },
    icon('eye'),
    'Only visible to you',
    h('button', { type: 'button', class: 'quiet', onclick: dismiss }, 'Dismiss'),
  );
}

function replies(message, column) {
  const words = message.reply_count === 1 ? '1 reply' : `${message.reply_count} replies`;
  return h(
    'button',
    { type: 'button', class: 'replies', onclick: () => column.openThread(message.ts) },
    icon('reply'),
    words,
  );
}

function hoverActions(message, column, inThread, name) {
  const shortcuts = column.state.shortcuts?.message ?? [];
  const use = (shortcut) =>
    column.attempt(() =>
      column.api.shortcut({ callback_id: shortcut.callback_id, conversation: column.shown, ts: message.ts }),
    );
  const items = [
    ...shortcuts.map((shortcut) => ({
      label: shortcut.name,
      detail: column.state.bot.name,
      onSelect: () => use(shortcut),
      testid: `shortcut-${shortcut.callback_id}`,
    })),
    ...(shortcuts.length ? [{ separator: true }] : []),
    { label: 'Copy text', onSelect: () => navigator.clipboard?.writeText(message.text ?? '') },
  ];
  const more = h(
    'button',
    {
      type: 'button',
      'aria-label': `More actions for the message from ${name}`,
      title: 'More actions',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'data-testid': 'message-more',
    },
    icon('more'),
  );
  more.addEventListener('click', () => openMenu(more, items, 'Message actions'));
  const reply =
    !inThread &&
    h(
      'button',
      {
        type: 'button',
        'aria-label': `Reply in thread to ${name}`,
        title: 'Reply in thread',
        'data-testid': 'message-reply',
        onclick: () => column.openThread(message.thread_ts ?? message.ts),
      },
      icon('reply'),
    );
  return h('div', { class: 'hover-actions', role: 'group', 'aria-label': 'Message actions' }, reply, more);
}
