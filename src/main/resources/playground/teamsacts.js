/** What a person does with the app in Teams, and what Teams' client then shows. */

import { toast } from './dom.js';

/** What the client shows after something was done: a short word for a while, or what went wrong. */
export function tell(result, column) {
  if (result?.note) toast(result.note.text, result.note.bad ? 'error' : 'info');
  if (result?.note?.bad) return;
  if (result?.errors) column.complain(new Error(result.error));
}

/** Entries of the app's commands that Teams offers in this place: `compose`, `commandBox` or `message`. */
export function commandItems(column, context, where) {
  return (column.state?.commands ?? [])
    .filter((command) => command.contexts.includes(context))
    .map((command) => ({
      label: command.title,
      detail: command.description,
      testid: `command-${command.id}`,
      onSelect: () => run(column, command.id, context, where()),
    }));
}

export async function run(column, command, context, where) {
  tell(await column.attempt(() => column.api.command({ command, context, ...where })), column);
}
