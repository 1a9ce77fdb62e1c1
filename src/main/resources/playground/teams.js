/** Microsoft Teams, as a column needs it. The look is ours; what can be done, and where, is Teams' own. */

import { h } from './dom.js';
import { icon } from './icons.js';
import { drawPost } from './post.js';
import { heading, row } from './rail.js';
import { TaskDialog } from './taskdialog.js';
import { commandItems, run } from './teamsacts.js';
import { forTeamsPerson } from './teamsapi.js';

export const teams = {
  id: 'teams',
  name: 'Teams',
  mark: '',
  hasHome: false,
  shortcutIcon: 'plus',
  shortcutWords: 'Apps',
  drawMessage: drawPost,
  form: (column) => new TaskDialog(column),

  api: (as) => {
    const api = forTeamsPerson(as);
    return { ...api, state: async () => withSlashes(await api.state()) };
  },

  composerLabel: (here) => (here.kind === 'dm' ? `Message ${here.name} or type /` : `Post in ${here.name} or type /`),

  drawRail: (column) => {
    const { state } = column;
    const of = (kind) => state.conversations.filter((one) => one.kind === kind).map((one) => row(one, column));
    return [
      heading('Chat'),
      h('ul', {}, of('dm')),
      heading('Teams'),
      h('p', { class: 'team' }, h('span', { class: 'team-mark', 'aria-hidden': 'true' }, 'MM'), state.team.name),
      h('ul', {}, of('channel')),
    ];
  },

  shortcuts: (column) =>
    commandItems(column, 'compose', () => ({ conversation: column.shown })).map((item) => ({
      ...item,
      before: icon('window'),
    })),

  // In Teams a slash opens a list, and what is chosen there acts; typed out and sent it is a message like any other.
  send: (column, text) => {
    const typed = column.state.commands.find((command) => command.command === text);
    return typed ? run(column, typed.id, 'commandBox', {}) : column.api.say({ conversation: column.shown, text });
  },

  reply: (column, text, root) => column.api.say({ conversation: column.shown, text, thread_ts: root }),

  slash: (column, command) => run(column, command.id, 'commandBox', {}),
};

function withSlashes(state) {
  const commands = state.commands.map((command) => ({
    ...command,
    command: command.contexts.includes('commandBox') ? `/${command.id}` : '',
    usage: command.title,
  }));
  return { ...state, commands };
}
