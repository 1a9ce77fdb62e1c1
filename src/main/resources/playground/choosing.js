/** What every Block Kit control shares: its place in `state.values`, and telling the bot. */

import { confirmed } from './menu.js';
import { textObject } from './mrkdwn.js';

/** What the person has chosen so far in this spot, or what the bot prefilled. */
export function current(element, spot, initial) {
  const kept = spot.surface.values[spot.blockId]?.[element.action_id];
  if (kept?.type === element.type) return kept;
  const fresh = { type: element.type, ...initial };
  keep(element, spot, fresh);
  return fresh;
}

export function keep(element, spot, state) {
  (spot.surface.values[spot.blockId] ??= {})[element.action_id] = state;
}

/** Keeps the choice and, where Slack tells the bot at once, tells it. */
export async function choose(element, spot, state, node) {
  keep(element, spot, state);
  if (!spot.acts) return;
  if (!(await confirmed(element.confirm, (text) => textObject(text, spot.ctx)))) return;
  await whileBusy(node, spot.surface.act(spot.blockId, { action_id: element.action_id, ...state }));
}

/** Shows that `node` waits for the bot, however that ends. */
export async function whileBusy(node, work) {
  node.classList.add('busy');
  node.setAttribute('aria-busy', 'true');
  try {
    await work;
  } finally {
    node.classList.remove('busy');
    node.removeAttribute('aria-busy');
  }
}
