/** Pop-up menus (person switcher, "…" menus, selects in messages) and the small confirming dialog. */

import { h, uniqueId } from './dom.js';

let closeOpen = null;

/**
 * Opens a menu beside `anchor`. Items: `{label, detail?, before?, checked?, danger?, testid?, onSelect}`, `{heading}` or `{separator: true}`.
 * Arrow keys and first letters move, Escape closes, and the focus goes back to the anchor.
 */
export function openMenu(anchor, items, label) {
  const again = anchor.getAttribute('aria-expanded') === 'true';
  closeOpen?.();
  if (again) return;
  const menu = h('div', { class: 'menu', role: 'menu', 'aria-label': label, id: uniqueId('menu') });
  const close = (refocus) => {
    if (closeOpen !== close) return;
    closeOpen = null;
    menu.remove();
    anchor.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside, true);
    window.removeEventListener('resize', close);
    if (refocus === true) anchor.focus();
  };
  const outside = (event) => {
    if (!menu.contains(event.target) && !anchor.contains(event.target)) close();
  };
  menu.append(...items.map((item) => entry(item, close)));
  menu.addEventListener('keydown', (event) => keys(event, menu, close));
  document.body.append(menu);
  place(menu, anchor);
  anchor.setAttribute('aria-expanded', 'true');
  document.addEventListener('pointerdown', outside, true);
  window.addEventListener('resize', close);
  closeOpen = close;
  (menu.querySelector('[aria-checked="true"]') ?? menu.querySelector('.menu-item'))?.focus();
}

function entry(item, close) {
  if (item.separator) return h('hr', {});
  if (item.heading) return h('p', { class: 'menu-heading' }, item.heading);
  const choose = () => {
    close(true);
    item.onSelect();
  };
  return h(
    'button',
    {
      type: 'button',
      class: `menu-item${item.danger ? ' danger' : ''}`,
      role: item.checked === undefined ? 'menuitem' : 'menuitemradio',
      'aria-checked': item.checked === undefined ? null : String(item.checked),
      tabindex: '-1',
      'data-testid': item.testid,
      'data-value': item.value,
      onclick: choose,
    },
    item.before,
    h('span', { class: 'menu-words' }, h('span', {}, item.label), item.detail && h('small', {}, item.detail)),
  );
}

function keys(event, menu, close) {
  const all = [...menu.querySelectorAll('.menu-item')];
  const at = all.indexOf(document.activeElement);
  const letter = event.key.length === 1 && !event.ctrlKey && !event.metaKey ? event.key.toLowerCase() : null;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (to !== undefined) all.at(to % all.length)?.focus();
  else if (event.key === 'Escape' || event.key === 'Tab') close(true);
  else if (letter && letter !== ' ') {
    const after = [...all.slice(at + 1), ...all.slice(0, at + 1)];
    after.find((item) => item.innerText.trim().toLowerCase().startsWith(letter))?.focus();
    return;
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function place(menu, anchor) {
  const box = anchor.getBoundingClientRect();
  const gap = 6;
  const below = window.innerHeight - box.bottom - gap * 2;
  const above = box.top - gap * 2;
  const up = below < Math.min(menu.offsetHeight, 240) && above > below;
  menu.style.maxHeight = `${Math.max(120, up ? above : below)}px`;
  menu.style.left = `${Math.max(gap, Math.min(box.left, window.innerWidth - menu.offsetWidth - gap))}px`;
  if (up) menu.style.bottom = `${window.innerHeight - box.top + gap}px`;
  else menu.style.top = `${box.bottom + gap}px`;
}

/** Asks a Block Kit `confirm` object; resolves to whether the person agreed. */
export function confirmed(confirm, draw) {
  if (!confirm) return Promise.resolve(true);
  return new Promise((resolve) => {
    const title = uniqueId('confirm');
    const yes = h(
      'button',
      { type: 'submit', class: `button ${confirm.style ?? 'primary'}`, value: 'yes', 'data-testid': 'confirm-yes' },
      confirm.confirm?.text ?? 'Yes',
    );
    const no = h(
      'button',
      { type: 'submit', class: 'button', value: 'no', 'data-testid': 'confirm-no' },
      confirm.deny?.text ?? 'Cancel',
    );
    const dialog = h(
      'dialog',
      { class: 'confirm', 'aria-labelledby': title, 'data-testid': 'confirm' },
      h(
        'form',
        { method: 'dialog' },
        h('h2', { id: title }, confirm.title?.text ?? 'Are you sure?'),
        h('div', { class: 'mrkdwn' }, draw(confirm.text)),
        h('div', { class: 'dialog-foot' }, no, yes),
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
    (confirm.style === 'danger' ? no : yes).focus();
  });
}
