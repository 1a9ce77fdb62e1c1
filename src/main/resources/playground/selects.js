/** Menus to choose one from: static options, people, conversations. */

import { choose, current } from './choosing.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { openMenu } from './menu.js';
import { plain } from './mrkdwn.js';

/** Groups of `{value, label, detail, state}`; `state` is what Slack reports when it is chosen. */
function choices(element, ctx) {
  if (element.type === 'users_select') {
    return [
      {
        options: ctx.people().map((person) => ({
          value: person.id,
          label: person.name,
          detail: person.title,
          state: { selected_user: person.id },
        })),
      },
    ];
  }
  if (element.type === 'conversations_select' || element.type === 'channels_select') {
    const key = element.type === 'channels_select' ? 'selected_channel' : 'selected_conversation';
    return [
      {
        options: ctx.conversations().map((one) => ({
          value: one.id,
          label: one.kind === 'dm' ? one.name : `#${one.name}`,
          state: { [key]: one.id },
        })),
      },
    ];
  }
  const groups = element.option_groups ?? [{ options: element.options ?? [] }];
  return groups.map((group) => ({
    label: group.label && plain(group.label),
    options: group.options.map((option) => ({
      value: option.value,
      label: plain(option.text),
      detail: option.description && plain(option.description),
      state: { selected_option: option },
    })),
  }));
}

function initial(element) {
  const by = {
    users_select: { selected_user: element.initial_user ?? null },
    conversations_select: { selected_conversation: element.initial_conversation ?? null },
    channels_select: { selected_channel: element.initial_channel ?? null },
  };
  return by[element.type] ?? { selected_option: element.initial_option ?? null };
}

function chosenValue(state) {
  return (
    state.selected_option?.value ?? state.selected_user ?? state.selected_conversation ?? state.selected_channel ?? ''
  );
}

export function select(element, spot) {
  const state = current(element, spot, initial(element));
  return spot.inForm ? inForm(element, spot, state) : asMenu(element, spot, state);
}

// In a form the browser's own select: everybody's keyboard, phone and screen reader knows it.
function inForm(element, spot, state) {
  const groups = choices(element, spot.ctx);
  const all = groups.flatMap((group) => group.options);
  const placeholder = element.placeholder ? plain(element.placeholder) : 'Choose one';
  const drawn = groups.map((group) => {
    const options = group.options.map((one) => h('option', { value: one.value }, one.label));
    return group.label ? h('optgroup', { label: group.label }, options) : options;
  });
  const node = h(
    'select',
    {
      id: spot.id,
      class: 'field',
      'aria-describedby': spot.describedBy,
      'aria-required': String(!spot.optional),
      ...spot.hooks,
    },
    h('option', { value: '', disabled: !spot.optional }, placeholder),
    drawn,
  );
  node.value = chosenValue(state);
  const detail = h('p', { class: 'hint select-detail' });
  const describe = () => {
    detail.textContent = all.find((one) => one.value === node.value)?.detail ?? '';
    detail.hidden = detail.textContent === '';
  };
  node.addEventListener('change', () => {
    const one = all.find((choice) => choice.value === node.value);
    describe();
    choose(element, spot, { type: element.type, ...(one ? one.state : initialEmpty(element)) }, node);
  });
  describe();
  return h('div', { class: 'select-box' }, node, detail);
}

function initialEmpty(element) {
  return initial({ type: element.type });
}

// In a message choosing acts at once, so arrow keys must not choose: a menu that waits for Enter.
function asMenu(element, spot, state) {
  const groups = choices(element, spot.ctx);
  const chosen = groups.flatMap((group) => group.options).find((one) => one.value === chosenValue(state));
  const words = h('span', {}, chosen?.label ?? (element.placeholder ? plain(element.placeholder) : 'Choose one'));
  const node = h(
    'button',
    { type: 'button', class: 'button select', 'aria-haspopup': 'menu', 'aria-expanded': 'false', ...spot.hooks },
    words,
    icon('down'),
  );
  const items = groups.flatMap((group) => [
    ...(group.label ? [{ heading: group.label }] : []),
    ...group.options.map((one) => ({
      label: one.label,
      detail: one.detail,
      value: one.value,
      checked: one.value === chosen?.value,
      onSelect: () => {
        words.textContent = one.label;
        choose(element, spot, { type: element.type, ...one.state }, node);
      },
    })),
  ]);
  node.addEventListener('click', () => openMenu(node, items, words.textContent));
  return node;
}
