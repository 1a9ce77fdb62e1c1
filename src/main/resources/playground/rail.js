/** The left rail: the workspace, its channels, and the direct message with the app. */

import { h } from './dom.js';
import { kindOf } from './heading.js';
import { icon } from './icons.js';
import { avatar } from './people.js';

export function drawRail(column) {
  const { state } = column;
  const channels = state.conversations.filter((one) => one.kind === 'channel');
  const direct = state.conversations.filter((one) => one.kind === 'dm');
  return [
    h('p', { class: 'team' }, state.team.name),
    heading('Channels'),
    h(
      'ul',
      {},
      channels.map((one) => row(one, column)),
    ),
    heading('Apps'),
    h(
      'ul',
      {},
      direct.map((one) => row(one, column)),
    ),
  ];
}

export function heading(words) {
  return h('h2', { class: 'rail-heading' }, words);
}

export function row(one, column) {
  const here = one.id === column.shown;
  const loud = one.unread > 0 && !here;
  const isApp = one.kind === 'dm';
  const mark = isApp
    ? avatar(column.ctx.person(one.with ?? column.state.bot.user) ?? { app: true }, 'rail')
    : icon(kindOf(one));
  const running = column.state.bot.running;
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        class: `rail-row${here ? ' here' : ''}${loud ? ' loud' : ''}${one.archived ? ' archived' : ''}`,
        'aria-current': here ? 'page' : null,
        'data-testid': `conversation-${one.id}`,
        'data-unread': String(one.unread ?? 0),
        onclick: () => column.open(one.id),
      },
      mark,
      h('span', { class: 'rail-name' }, one.name),
      one.private && h('span', { class: 'visually-hidden' }, ' (private)'),
      one.archived && h('span', { class: 'visually-hidden' }, ' (archived)'),
      isApp && h('span', { class: `presence ${running ? 'on' : 'off'}`, title: running ? 'Running' : 'Not running' }),
      badge(one, loud, isApp),
    ),
  );
}

// A direct message counts in full; in a channel a number means "somebody called you", a dot "there is something new".
function badge(one, loud, isApp) {
  if (!loud) return null;
  const count = isApp ? one.unread : one.mentions;
  if (!count) return h('span', { class: 'dot' }, h('span', { class: 'visually-hidden' }, ` ${one.unread} unread`));
  return h(
    'span',
    { class: 'badge', 'data-testid': `badge-${one.id}` },
    String(count),
    h('span', { class: 'visually-hidden' }, isApp ? ' unread' : ' mentions'),
  );
}
