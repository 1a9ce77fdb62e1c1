/**
 * Draws Adaptive Cards 1.5, as far as the product and people's habits go; what it doesn't know is shown as such. A `surface` has the
 * fields' `values`, the `nodes` by element id, and says what pressing does.
 */

import { actionRow, pressable } from './cardactions.js';
import { drawInput } from './cardinputs.js';
import { dated, markdown } from './cardtext.js';
import { h } from './dom.js';

/** The card's body and its own buttons, apart: a dialog has them at its foot. */
export function cardParts(card, surface, ctx) {
  const body = (card.body ?? []).map((element, index) => drawElement(element, surface, ctx, index === 0));
  const own = card.actions ?? [];
  return { body, actions: own.length > 0 ? actionRow(own, surface, ctx, innerCard) : null };
}

export function drawCard(card, surface, ctx) {
  const { body, actions } = cardParts(card, surface, ctx);
  return h('div', { class: 'ac', lang: card.lang }, body, actions);
}

function innerCard(card, surface, ctx) {
  return h('div', { class: 'ac ac-inner' }, Object.values(cardParts(card, surface, ctx)));
}

const DRAW = {
  TextBlock: textBlock,
  RichTextBlock: richText,
  FactSet: (element, surface, ctx) =>
    h(
      'dl',
      { class: 'ac-facts' },
      element.facts.map((fact) => [
        h('dt', {}, markdown(fact.title, ctx)),
        h('dd', {}, markdown(fact.value, ctx)),
      ]),
    ),
  Container: (element, surface, ctx) => box(element, element.items, surface, ctx),
  ColumnSet: (element, surface, ctx) =>
    h(
      'div',
      { class: `ac-columns ${style(element)}` },
      (element.columns ?? []).map((column) => {
        const node = box(column, column.items ?? [], surface, ctx);
        const width = column.width ?? 'stretch';
        node.style.flex =
          width === 'auto' ? '0 1 auto' : /px$/.test(width) ? `0 0 ${parseInt(width, 10)}px` : `${Number(width) || 1} 1 0`;
        return named(node, column, surface);
      }),
    ),
  ActionSet: (element, surface, ctx) => actionRow(element.actions, surface, ctx, innerCard),
  Table: (element, surface, ctx) =>
    h(
      'table',
      { class: 'ac-table' },
      (element.rows ?? []).map((row) =>
        h(
          'tr',
          {},
          (row.cells ?? []).map((cell) => h('td', {}, cell.items.map((item) => drawElement(item, surface, ctx)))),
        ),
      ),
    ),
  Image: (element) => h('span', { class: 'picture' }, element.altText), // nothing is loaded from outside
};

function drawElement(element, surface, ctx, first = false) {
  const draw = DRAW[element.type] ?? (element.type?.startsWith('Input.') ? drawInput : unknown);
  const node = draw(element, surface, ctx);
  const spacing = first ? 'none' : (element.spacing ?? 'default').toLowerCase();
  node.classList.add('ac-item', `gap-${spacing}`);
  node.classList.toggle('separated', element.separator === true);
  return named(node, element, surface);
}

function named(node, element, surface) {
  if (element.id) surface.nodes.set(element.id, node);
  node.hidden = element.isVisible === false;
  return node;
}

function style(element) {
  return element.style ? `ac-${element.style.toLowerCase()}${element.bleed ? ' bleed' : ''}` : '';
}

function box(element, items, surface, ctx) {
  const node = h(
    'div',
    { class: `ac-box ${style(element)}` },
    items.map((item, index) => drawElement(item, surface, ctx, index === 0)),
  );
  return element.selectAction ? pressable(node, element.selectAction, surface) : node;
}

function looks({ size, weight, color, isSubtle, fontType }) {
  const names = [
    size && `size-${size}`,
    weight && `weight-${weight}`,
    color && `colour-${color}`,
    fontType && `font-${fontType}`,
    isSubtle && 'subtle',
  ];
  return names.filter(Boolean).join(' ').toLowerCase();
}

function textBlock(element, surface, ctx) {
  const isHeading = element.style?.toLowerCase() === 'heading';
  const node = h('div', { class: `ac-text ${looks(element)}` }, markdown(element.text, ctx));
  if (isHeading) {
    node.setAttribute('role', 'heading');
    node.setAttribute('aria-level', '3');
  }
  node.classList.toggle('one-line', element.wrap !== true);
  return node;
}

function richText(element, surface, ctx) {
  const runs = element.inlines.map((run) => {
    if (typeof run === 'string') return run;
    const node = h('span', { class: looks(run) }, dated(run.text, ctx));
    for (const mark of ['italic', 'strikethrough', 'underline', 'highlight'])
      node.classList.toggle(`is-${mark}`, run[mark] === true);
    return run.selectAction ? pressable(node, run.selectAction, surface) : node;
  });
  return h('div', { class: 'ac-rich' }, runs);
}

function unknown(element) {
  return h('p', { class: 'unknown' }, `(${element.type ?? 'something'} can’t be shown here)`);
}
