/** The Teams half of the playground's JSON API, in the words that columns use: a message has a `ts` and a `user`. */

import { read, send } from './api.js';

const at = (name) => `/ui/teams/${name}`;

export const teamsApi = {
  people: () => read(at('people')),
  panel: () => read(at('panel')),
  troubles: (body) => send(at('troubles'), body),
};

export function forTeamsPerson(as) {
  const post = (name) => (body) => send(at(name), { as, ...body });
  return {
    state: async () => state(await read(at('state'), { as })),
    messages: async (conversation) => messages(await read(at('messages'), { as, conversation })),
    thread: async (conversation, ts) => messages(await read(at('thread'), { as, conversation, id: ts })),
    screen: () => read(at('screen'), { as }),
    say: ({ conversation, text, thread_ts }) => post('say')({ conversation, text, root: thread_ts ?? '' }),
    press: post('press'),
    command: post('command'),
    submit: post('submit'),
    close: post('close'),
    markRead: post('read'),
  };
}

function state(told) {
  return {
    ...told,
    bot: { ...told.bot, user: told.bot.id },
    conversations: told.conversations.map((one) => ({
      ...one,
      kind: one.kind === 'chat' ? 'dm' : one.kind,
      mentions: 0,
    })),
  };
}

function messages(told) {
  return {
    messages: told.messages.map((one) => ({
      ts: one.id,
      user: one.from,
      bot: one.bot,
      text: one.text || one.summary,
      cards: one.cards,
      ephemeral: one.targeted,
      edited: one.edited,
      thread_ts: one.root,
      reply_count: one.reply_count,
      at: one.at,
    })),
  };
}
