/** The buttons of Adaptive Cards: those that act, those that only unfold something, and "…" for the secondary ones. */

import { problems, showProblems } from './cardinputs.js';
import { link } from './cardtext.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { openMenu } from './menu.js';

const INSIDE = ['body', 'items', 'columns', 'rows', 'cells', 'actions', 'selectAction', 'card', 'inlines'];
const MOST_IN_A_ROW = 6; // Teams' own limit

/** Visits every element, action and inner card in the order of the JSON, in which the playground counts buttons. */
function walk(part, visit) {
  if (Array.isArray(part)) part.forEach((child) => walk(child, visit));
  else if (part && typeof part === 'object') {
    visit(part);
    for (const [name, value] of Object.entries(part)) if (INSIDE.includes(name)) walk(value, visit);
  }
}

function all(card, prefix) {
  const found = [];
  walk(card, (part) => String(part.type).startsWith(prefix) && found.push(part));
  return found;
}

/** The fields that a button takes along: those outside of unfolded cards, and those of the one that it stands in. */
function fieldsFor(card, action) {
  if (action.associatedInputs?.toLowerCase() === 'none') return [];
  const elsewhere = new Set();
  for (const { card: inner } of all(card, 'Action.'))
    if (inner && !all(inner, 'Action.').includes(action)) all(inner, 'Input.').forEach((field) => elsewhere.add(field));
  return all(card, 'Input.').filter((field) => !elsewhere.has(field));
}

/**
 * What a card needs to be drawn and used. `send({action, verb, inputs})` does what a button says and resolves to the playground's answer;
 * `tell(answer)` shows it.
 */
export function surfaceOf(card, { values, send, tell }) {
  return { card, values, send, tell, buttons: all(card, 'Action.'), nodes: new Map() };
}

export function verbOf(action) {
  return action.verb ?? action.data?.verb ?? '';
}

/** Presses a button: checks the fields it takes along, turns while waiting, shows what comes back. */
export async function press(action, surface, button) {
  const root = button.closest('[data-card]');
  if (root.classList.contains('waiting')) return; // one press at a time
  const fields = fieldsFor(surface.card, action);
  const found = problems(fields, surface.values);
  showProblems(root, found);
  if (Object.keys(found).length > 0) return;
  const inputs = Object.fromEntries(fields.map((field) => [field.id, surface.values[field.id] ?? '']));
  button.classList.add('busy');
  button.setAttribute('aria-busy', 'true');
  root.classList.add('waiting');
  try {
    const answer = await surface.send({ action: surface.buttons.indexOf(action), verb: verbOf(action), inputs });
    if (answer?.errors) showProblems(root, answer.errors);
    surface.tell(answer, root);
  } finally {
    root.classList.remove('waiting');
    button.classList.remove('busy');
    button.removeAttribute('aria-busy');
  }
}

/** A row of buttons with, below it, what they unfold. `drawInner` draws the card of an Action.ShowCard. */
export function actionRow(actions, surface, ctx, drawInner) {
  const first = actions.filter((action) => action.mode?.toLowerCase() !== 'secondary');
  const shown = first.slice(0, MOST_IN_A_ROW);
  const more = [...first.slice(MOST_IN_A_ROW), ...actions.filter((action) => !first.includes(action))];
  const below = h('div', { class: 'ac-unfolded' });
  const row = h(
    'div',
    { class: 'ac-actions' },
    shown.map((action) => button(action, surface, () => unfold(action, surface, ctx, drawInner, below, row))),
  );
  if (more.length > 0) row.append(overflow(more, surface, (action) => unfold(action, surface, ctx, drawInner, below, row)));
  return h('div', { class: 'ac-action-set' }, row, below);
}

function button(action, surface, open) {
  if (action.type === 'Action.OpenUrl') {
    const node = link(action.url, [action.title, icon('external')]);
    node.classList.add('button');
    return node;
  }
  const kind = { positive: 'primary', destructive: 'danger' }[action.style?.toLowerCase()] ?? '';
  const node = h(
    'button',
    { type: 'button', class: `button ${kind}`, 'data-action-id': verbOf(action), title: action.tooltip },
    action.title,
  );
  node.disabled = action.isEnabled === false;
  if (action.type === 'Action.ShowCard' || action.type === 'Action.ToggleVisibility') {
    node.setAttribute('aria-expanded', 'false');
    node.append(icon('down'));
  }
  node.addEventListener('click', () => act(action, surface, node, open));
  return node;
}

function act(action, surface, node, open) {
  if (action.type === 'Action.ShowCard') open();
  else if (action.type === 'Action.ToggleVisibility') toggle(action, surface, node);
  else press(action, surface, node);
}

function overflow(actions, surface, open) {
  const node = h(
    'button',
    {
      type: 'button',
      class: 'button overflow',
      'aria-label': 'More actions',
      title: 'More actions',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'data-testid': 'card-more',
    },
    icon('more'),
  );
  const items = actions.map((action) => ({
    label: action.title,
    danger: action.style?.toLowerCase() === 'destructive',
    testid: `card-action-${verbOf(action)}`,
    onSelect: () => act(action, surface, node, () => open(action)),
  }));
  node.addEventListener('click', () => openMenu(node, items, 'More actions'));
  return node;
}

function unfold(action, surface, ctx, drawInner, below, row) {
  const again = below.shows === action;
  below.shows = again ? null : action;
  below.replaceChildren(...(again ? [] : [drawInner(action.card, surface, ctx)]));
  for (const node of row.querySelectorAll('[aria-expanded]:not([aria-haspopup])'))
    node.setAttribute('aria-expanded', String(!again && node.textContent === action.title));
}

function toggle(action, surface, node) {
  for (const target of action.targetElements) {
    const element = surface.nodes.get(target.elementId ?? target);
    if (element) element.hidden = target.isVisible === undefined ? !element.hidden : !target.isVisible;
    node.setAttribute('aria-expanded', String(element ? !element.hidden : false));
  }
}

/** Text or a container that does something when it is pressed. */
export function pressable(node, action, surface) {
  if (action.type === 'Action.OpenUrl') {
    const lead = link(action.url, [...node.childNodes]);
    lead.className = node.className;
    return lead;
  }
  const button = h('button', { type: 'button', class: `ac-pressable ${node.className}` }, ...node.childNodes);
  button.addEventListener('click', () => act(action, surface, button, () => {}));
  return button;
}
