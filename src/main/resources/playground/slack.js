/** Slack, as a column needs it. */

import { forPerson } from './api.js';
import { icon } from './icons.js';
import { drawMessage } from './message.js';
import { Modal } from './modal.js';
import { drawRail } from './rail.js';

export const slack = {
  id: 'slack',
  name: 'Slack',
  mark: '#',
  hasHome: true,
  shortcutIcon: 'bolt',
  shortcutWords: 'Shortcuts',
  api: forPerson,
  form: (column) => new Modal(column),
  drawMessage,
  drawRail,

  composerLabel: (here) => (here.kind === 'dm' ? `Message ${here.name}` : `Message #${here.name} or type /`),

  shortcuts: (column) =>
    (column.state.shortcuts?.global ?? []).map((one) => ({
      label: one.name,
      detail: column.state.bot.name,
      before: icon('bolt'),
      testid: `shortcut-${one.callback_id}`,
      onSelect: () => column.attempt(() => column.api.shortcut({ callback_id: one.callback_id })),
    })),

  send: (column, text) => {
    const command = text.match(/^(\/\S+)\s*([\s\S]*)$/);
    if (!command) return column.api.say({ conversation: column.shown, text });
    return column.api.command({ conversation: column.shown, command: command[1], text: command[2] });
  },

  reply: (column, text, root) => {
    const command = text.match(/^\/\S+/)?.[0];
    if (command)
      throw new Error(
        `${command} is not supported in threads. Sorry! (Slack’s rule.) Use it in the channel, or a message’s “…” menu.`,
      );
    return column.api.say({ conversation: column.shown, text, thread_ts: root });
  },
};
