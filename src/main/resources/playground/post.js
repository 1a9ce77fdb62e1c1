/** One message of Teams as its reader sees it: a bubble in the chat with the app, a post with its replies in a channel. */

import { surfaceOf } from './cardactions.js';
import { drawCard } from './cards.js';
import { markdown, written } from './cardtext.js';
import { clockTime, longTime } from './dates.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { openMenu } from './menu.js';
import { avatar } from './people.js';
import { commandItems, tell } from './teamsacts.js';

export function drawPost(message, { compact, column, inThread }) {
  const who = column.ctx.person(message.user);
  const name = who?.name ?? 'Unknown';
  const mine = message.user === column.as;
  const inChat = column.conversation()?.kind === 'dm';
  const marks = [compact && 'compact', mine && 'mine', message.ephemeral && 'ephemeral', inThread && 'in-thread'];
  const head = h(
    'div',
    { class: compact ? 'message-head visually-hidden' : 'message-head' },
    h('span', { class: 'who' }, name),
    message.bot && h('span', { class: 'app-tag' }, 'App'),
    ' ',
    time(message, column),
    message.edited && h('span', { class: 'edited' }, ' Edited'),
  );
  const content = h(
    'div',
    { class: 'message-content', 'data-testid': message.ephemeral ? 'ephemeral' : null },
    message.ephemeral && h('p', { class: 'only-you' }, icon('eye'), 'Only you can see this'),
    head,
    body(message, column),
    !inThread && !inChat && replies(message, column, name),
  );
  return h(
    'li',
    {
      class: `message post ${marks.filter(Boolean).join(' ')}`,
      'data-testid': `${inThread ? 'thread-' : ''}message-${message.ts}`,
      'data-ts': message.ts,
      tabindex: '-1',
    },
    compact ? h('span', { class: 'gutter', 'aria-hidden': 'true' }) : avatar(who, 'message'),
    content,
    hoverActions(message, column, name),
  );
}

function body(message, column) {
  if (message.cards.length === 0) {
    const words = message.bot
      ? markdown(message.text, column.ctx)
      : h('p', {}, written(message.text, column.state.bot.name));
    return h('div', { class: 'message-body' }, words);
  }
  return h(
    'div',
    { class: 'message-body card' },
    message.cards.map((card) => cardOf(card, message, column)),
  );
}

function cardOf(card, message, column) {
  const trouble = h('p', { class: 'card-trouble', role: 'alert', hidden: true, 'data-testid': 'card-trouble' });
  const surface = surfaceOf(card, {
    values: column.valuesOf(`${column.shown}/${message.ts}`),
    send: (pressed) =>
      column.attempt(() => column.api.press({ conversation: column.shown, id: message.ts, ...pressed })),
    tell: (answer) => {
      const here = answer?.note?.bad && trouble.isConnected; // else the card was drawn anew meanwhile
      trouble.hidden = !here;
      if (here) trouble.replaceChildren(icon('alert'), answer.note.text);
      else tell(answer, column);
    },
  });
  return h('div', { class: 'card-frame', 'data-card': '' }, drawCard(card, surface, column.ctx), trouble);
}

function time(message, column) {
  const zone = column.ctx.zone();
  return h('time', { datetime: message.at, title: longTime(message.at, zone) }, clockTime(message.at, zone));
}

function replies(message, column, name) {
  const count = message.reply_count;
  const words = count === 0 ? 'Reply' : count === 1 ? '1 reply' : `${count} replies`;
  return h(
    'button',
    {
      type: 'button',
      class: 'replies',
      'data-testid': 'message-reply',
      'aria-label': `${words} to ${name}`,
      onclick: () => column.openThread(message.ts),
    },
    icon('reply'),
    words,
  );
}

function hoverActions(message, column, name) {
  const about = () => ({ conversation: column.shown, id: message.ts });
  const commands = commandItems(column, 'message', about).map((item) => ({
    ...item,
    before: h('img', { src: 'logo.svg', alt: '', width: 20, height: 20 }),
  }));
  const more = h(
    'button',
    {
      type: 'button',
      'aria-label': `More options for the message from ${name}`,
      title: 'More options',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'data-testid': 'message-more',
    },
    icon('more'),
  );
  const copy = { label: 'Copy text', onSelect: () => navigator.clipboard?.writeText(message.text) };
  more.addEventListener('click', () => openMenu(more, [...commands, { separator: true }, copy], 'More options'));
  return h('div', { class: 'hover-actions', role: 'group', 'aria-label': 'Message actions' }, more);
}
