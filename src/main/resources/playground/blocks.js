/**
 * Draws Block Kit: what the bot sends is what is shown, block by block.
 *
 * A *surface* is where blocks stand (a message, a form, the Home): `{values, act(blockId, action), only}`. `values` is Slack's
 * `state.values`, kept up to date by the controls; `act` sends a block action.
 */

import { control } from './elements.js';
import { h, uniqueId } from './dom.js';
import { icon } from './icons.js';
import { plain, textObject } from './mrkdwn.js';
import { richText } from './richtext.js';

const DRAWN = {
  section,
  header,
  context,
  divider,
  actions,
  input,
  rich_text: (block, surface, ctx) => richText(block, ctx),
  image,
};

export function drawBlocks(blocks, surface, ctx) {
  return (blocks ?? []).map((block) => {
    const node = DRAWN[block.type] ? DRAWN[block.type](block, surface, ctx) : unknown('block', block.type);
    node.classList.add('block', `block-${block.type}`);
    return node;
  });
}

/** Says so instead of leaving a hole: a card that looks complete but isn't would mislead. */
function unknown(what, type) {
  return h('p', { class: 'unknown' }, `(a ${what} of the type “${type}”, which this playground doesn’t draw)`);
}

function section(block, surface, ctx) {
  const words = h('div', { class: 'section-words' });
  if (block.text) words.append(h('div', { class: 'mrkdwn' }, textObject(block.text, ctx)));
  if (block.fields)
    words.append(
      h(
        'div',
        { class: 'fields' },
        block.fields.map((field) => h('div', { class: 'mrkdwn' }, textObject(field, ctx))),
      ),
    );
  const accessory = block.accessory && h('div', { class: 'accessory' }, piece(block.accessory, block, surface, ctx));
  return h('div', {}, words, accessory);
}

function header(block) {
  return h('h3', {}, plain(block.text));
}

function context(block, surface, ctx) {
  return h(
    'div',
    {},
    block.elements.map((element) =>
      element.type === 'image' ? picture(element) : h('span', { class: 'mrkdwn' }, textObject(element, ctx)),
    ),
  );
}

function divider() {
  return h('hr', {});
}

function actions(block, surface, ctx) {
  return h(
    'div',
    {},
    block.elements.map((element) => piece(element, block, surface, ctx)),
  );
}

function piece(element, block, surface, ctx) {
  if (element.type === 'image') return picture(element);
  return control(element, { blockId: block.block_id, surface, ctx, acts: true }) ?? unknown('control', element.type);
}

function image(block) {
  return h('figure', {}, block.title && h('figcaption', {}, plain(block.title)), picture(block));
}

// Nothing is loaded from outside the jar, so a picture is shown by its alternative text.
function picture(element) {
  return h(
    'span',
    { class: 'picture', role: 'img', 'aria-label': element.alt_text },
    icon('image'),
    h('span', {}, element.alt_text),
  );
}

const GROUPS = new Set(['radio_buttons', 'checkboxes']);

function input(block, surface, ctx) {
  const id = uniqueId('field');
  const hint = block.hint && h('p', { class: 'hint', id: `${id}-hint` }, plain(block.hint));
  const error = h('p', {
    class: 'field-error',
    id: `${id}-error`,
    'data-error-for': block.block_id,
    role: 'alert',
    hidden: true,
  });
  const spot = {
    blockId: block.block_id,
    surface,
    ctx,
    acts: block.dispatch_action === true,
    inForm: true,
    optional: block.optional === true,
    id,
    describedBy: [hint && `${id}-hint`, `${id}-error`].filter(Boolean).join(' '),
    labelledBy: `${id}-label`,
  };
  const field = control(block.element, spot) ?? unknown('field', block.element.type);
  const words = [plain(block.label), block.optional && h('span', { class: 'optional' }, ' (optional)')];
  const grouped = GROUPS.has(block.element.type);
  const label = h(grouped ? 'div' : 'label', { class: 'label', id: `${id}-label`, for: grouped ? null : id }, words);
  return h('div', {}, label, field, hint, error);
}
