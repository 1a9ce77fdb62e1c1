/** Block Kit's interactive elements. Each keeps its part of the surface's `state.values` and, where Slack would, sends an action. */

import { choose, current, keep, whileBusy } from './choosing.js';
import { h, uniqueId } from './dom.js';
import { icon } from './icons.js';
import { confirmed, openMenu } from './menu.js';
import { plain, textObject } from './mrkdwn.js';
import { select } from './selects.js';

const DRAWN = {
  button,
  overflow,
  static_select: select,
  users_select: select,
  conversations_select: select,
  channels_select: select,
  plain_text_input: textInput,
  url_text_input: textInput,
  email_text_input: textInput,
  number_input: textInput,
  radio_buttons: radios,
  checkboxes,
  datepicker,
};

/**
 * The control for `element`, or undefined for a type this playground doesn't know.
 * A `spot` says where it stands: `{blockId, surface, ctx, acts, inForm?, optional?, id?, describedBy?, labelledBy?}`.
 */
export function control(element, spot) {
  return DRAWN[element.type]?.(element, {
    ...spot,
    hooks: { 'data-block-id': spot.blockId, 'data-action-id': element.action_id },
  });
}

function button(element, spot) {
  const node = h(
    'button',
    {
      type: 'button',
      class: `button ${element.style ?? ''}`,
      'aria-label': element.accessibility_label,
      ...spot.hooks,
    },
    plain(element.text),
    element.url && icon('external'),
  );
  node.addEventListener('click', async () => {
    if (node.classList.contains('busy')) return;
    if (!(await confirmed(element.confirm, (text) => textObject(text, spot.ctx)))) return;
    if (element.url) openLink(element.url);
    const press = { type: 'button', action_id: element.action_id, text: element.text, value: element.value };
    await whileBusy(node, spot.surface.act(spot.blockId, press));
  });
  return node;
}

function openLink(url) {
  if (/^https?:\/\//i.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
}

function overflow(element, spot) {
  const node = h(
    'button',
    {
      type: 'button',
      class: 'button overflow',
      'aria-label': 'More actions',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      ...spot.hooks,
    },
    icon('more'),
  );
  const items = element.options.map((option) => ({
    label: plain(option.text),
    detail: option.description && plain(option.description),
    value: option.value,
    onSelect: () => {
      if (option.url) openLink(option.url);
      choose(element, { ...spot, acts: true }, { type: 'overflow', selected_option: option }, node);
    },
  }));
  node.addEventListener('click', () => openMenu(node, items, 'More actions'));
  return node;
}

function textInput(element, spot) {
  const { type } = element;
  const state = current(element, spot, { value: element.initial_value ?? null });
  const multiline = element.multiline === true;
  const node = h(multiline ? 'textarea' : 'input', {
    id: spot.id,
    class: 'field',
    type: multiline
      ? null
      : ({ url_text_input: 'url', email_text_input: 'email', number_input: 'text' }[type] ?? 'text'),
    inputmode: type === 'number_input' ? 'decimal' : null,
    rows: multiline ? 4 : null,
    placeholder: element.placeholder && plain(element.placeholder),
    'aria-describedby': spot.describedBy,
    'aria-required': String(!spot.optional),
    'data-autofocus': element.focus_on_load,
    autocomplete: 'off',
    value: state.value ?? '',
    ...spot.hooks,
  });
  const typed = () => ({ type, value: node.value === '' ? null : node.value });
  node.addEventListener('input', () => keep(element, spot, typed()));
  const onEach = element.dispatch_action_config?.trigger_actions_on?.includes('on_character_entered');
  if (spot.acts && onEach)
    node.addEventListener(
      'input',
      afterPause(() => choose(element, spot, typed(), node)),
    );
  else if (spot.acts) {
    node.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || multiline) return;
      event.preventDefault(); // Slack sends the action instead of the form
      choose(element, spot, typed(), node);
    });
  }
  return node;
}

const PAUSE_MS = 300;

function afterPause(work) {
  let waiting = 0;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(work, PAUSE_MS);
  };
}

function radios(element, spot) {
  const state = current(element, spot, { selected_option: element.initial_option ?? null });
  return group(
    element,
    spot,
    'radio',
    (option) => state.selected_option?.value === option.value,
    (node, option) => choose(element, spot, { type: element.type, selected_option: option }, node),
  );
}

function checkboxes(element, spot) {
  const state = current(element, spot, { selected_options: element.initial_options ?? [] });
  const isOn = (option) => state.selected_options.some((chosen) => chosen.value === option.value);
  return group(element, spot, 'checkbox', isOn, (node) => {
    const on = [...node.querySelectorAll('input:checked')].map((box) => box.dataset.value);
    choose(
      element,
      spot,
      { type: element.type, selected_options: element.options.filter((option) => on.includes(option.value)) },
      node,
    );
  });
}

function group(element, spot, kind, isOn, onChange) {
  const name = uniqueId('group');
  const role = kind === 'radio' ? 'radiogroup' : 'group';
  const node = h('div', {
    class: 'choice-group',
    role,
    id: spot.id,
    'aria-labelledby': spot.labelledBy,
    'aria-describedby': spot.describedBy,
    ...spot.hooks,
  });
  for (const option of element.options) {
    const box = h('input', {
      type: kind,
      name,
      checked: isOn(option),
      'data-value': option.value,
      onchange: () => onChange(node, option),
    });
    const words = [
      textObject(option.text, spot.ctx),
      option.description && h('small', {}, textObject(option.description, spot.ctx)),
    ];
    node.append(h('label', { class: 'choice' }, box, h('span', {}, words)));
  }
  return node;
}

function datepicker(element, spot) {
  const state = current(element, spot, { selected_date: element.initial_date ?? null });
  const node = h('input', {
    type: 'date',
    id: spot.id,
    class: 'field date',
    'aria-label': spot.inForm ? null : 'Date',
    'aria-describedby': spot.describedBy,
    value: state.selected_date ?? '',
    ...spot.hooks,
  });
  node.addEventListener('change', () =>
    choose(element, spot, { type: element.type, selected_date: node.value || null }, node),
  );
  return node;
}
