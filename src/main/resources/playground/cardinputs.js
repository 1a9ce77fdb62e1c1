/** The fields of Adaptive Cards, and Teams' own checks of them before anything is sent. */

import { h, uniqueId } from './dom.js';

/** A field with its label and the place for what has to be put right. */
export function drawInput(element, surface) {
  const id = uniqueId('field');
  const errorId = `${id}-error`;
  const make = MAKE[element.type];
  const start = surface.values[element.id] ?? initial(element);
  surface.values[element.id] = start;
  const set = (value) => (surface.values[element.id] = value);
  const hooks = {
    id,
    'data-field': element.id,
    'aria-required': String(element.isRequired === true),
    'aria-describedby': errorId,
  };
  const control = make
    ? make(element, start, set, hooks)
    : h('p', { class: 'unknown' }, `(${element.type} can’t be shown here)`);
  const isGroup = control.matches('.choice-group');
  if (isGroup) control.setAttribute('aria-label', element.label ?? '');
  return h(
    'div',
    { class: 'ac-input block-input', 'data-input': element.id },
    element.label &&
      h(isGroup ? 'span' : 'label', { class: 'label', for: isGroup ? null : id }, element.label, star(element)),
    control,
    h('p', { class: 'field-error', id: errorId, role: 'alert', hidden: true }),
  );
}

function star(element) {
  return element.isRequired && h('span', { class: 'required', 'aria-hidden': 'true' }, ' *');
}

function initial(element) {
  if (element.type === 'Input.Toggle') return element.value ?? element.valueOff ?? 'false';
  return String(element.value ?? '');
}

const MAKE = {
  'Input.Text': (element, value, set, hooks) => {
    const many = element.isMultiline === true;
    const kind = { url: 'url', email: 'email', tel: 'tel', password: 'password' }[element.style?.toLowerCase()];
    return h(many ? 'textarea' : 'input', {
      ...hooks,
      class: 'field',
      type: many ? null : (kind ?? 'text'),
      rows: many ? '4' : null,
      maxlength: element.maxLength,
      placeholder: element.placeholder,
      value,
      oninput: (event) => set(event.target.value),
    });
  },
  'Input.ChoiceSet': (element, value, set, hooks) => {
    if (element.isMultiSelect) return boxes('checkbox', element, value, set, hooks);
    if (element.style?.toLowerCase() === 'expanded') return boxes('radio', element, value, set, hooks);
    const select = h(
      'select',
      { ...hooks, class: 'field', onchange: (event) => set(event.target.value) },
      h('option', { value: '' }, element.placeholder ?? 'Choose one'),
      element.choices.map((choice) => h('option', { value: choice.value }, choice.title)),
    );
    select.value = value;
    return select;
  },
  'Input.Toggle': (element, value, set, hooks) => {
    const on = element.valueOn ?? 'true';
    const box = h('input', { ...hooks, type: 'checkbox', checked: value === on });
    box.addEventListener('change', () => set(box.checked ? on : (element.valueOff ?? 'false')));
    return h('label', { class: 'choice' }, box, element.title);
  },
  'Input.Date': (element, value, set, hooks) => plainInput('date', element, value, set, hooks),
  'Input.Time': (element, value, set, hooks) => plainInput('time', element, value, set, hooks),
  'Input.Number': (element, value, set, hooks) => plainInput('number', element, value, set, hooks),
};

function plainInput(type, element, value, set, hooks) {
  const { min, max } = element;
  return h('input', { ...hooks, class: 'field date', type, min, max, value, oninput: (e) => set(e.target.value) });
}

function boxes(type, element, value, set, hooks) {
  const chosen = new Set(value.split(',').filter(Boolean));
  const { id, ...rest } = hooks;
  const change = (event, word) => {
    if (type === 'radio') chosen.clear();
    if (event.target.checked) chosen.add(word);
    else chosen.delete(word);
    set([...chosen].join(','));
  };
  return h(
    'div',
    { ...rest, class: 'choice-group', role: type === 'radio' ? 'radiogroup' : 'group' },
    element.choices.map((choice) =>
      h(
        'label',
        { class: 'choice' },
        h('input', {
          type,
          name: id,
          value: choice.value,
          checked: chosen.has(choice.value),
          onchange: (event) => change(event, choice.value),
        }),
        choice.title,
      ),
    ),
  );
}

/** What is wrong with these fields, by their id: what Teams' clients themselves refuse to send. */
export function problems(fields, values) {
  const found = {};
  for (const field of fields) {
    const value = values[field.id] ?? '';
    const right = value.trim() === '' ? !field.isRequired : !field.regex || new RegExp(field.regex).test(value);
    if (!right) found[field.id] = field.errorMessage ?? 'This isn’t right yet.';
  }
  return found;
}

/** Shows each problem beside its field, and goes to the first. */
export function showProblems(root, errors) {
  for (const place of root.querySelectorAll('[data-input]')) {
    const words = errors[place.dataset.input];
    const line = place.querySelector(':scope > .field-error');
    const field = place.querySelector('[data-field]');
    line.textContent = words ?? '';
    line.hidden = !words;
    if (words) field?.setAttribute('aria-invalid', 'true');
    else field?.removeAttribute('aria-invalid');
  }
  const first = root.querySelector('[aria-invalid="true"]');
  (first?.matches('.choice-group') ? first.querySelector('input') : first)?.focus();
}
