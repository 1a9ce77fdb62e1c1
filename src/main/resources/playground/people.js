/** Avatars, and the switcher that says who you are. */

import { h } from './dom.js';
import { icon } from './icons.js';
import { openMenu } from './menu.js';

/** A square with the person's initials; the app wears its logo. The name stands beside it, so it is silent. */
export function avatar(person, size = 'small') {
  const node = h('span', { class: `avatar of-${size}`, 'aria-hidden': 'true' });
  if (person?.app) node.append(h('img', { src: 'logo.svg', alt: '' }));
  else {
    node.textContent = person?.initials ?? '?';
    node.style.backgroundColor = person?.colour ?? '#667';
    node.style.color = readableOn(person?.colour ?? '#666677');
  }
  return node;
}

function readableOn(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return light > 0.1833 ? '#000000' : '#ffffff'; // up to there white has a contrast of 4.5 (WCAG AA)
}

function role({ title, guest }) {
  return guest && !/guest/i.test(title) ? `${title} · guest` : title;
}

/** Menu entries for all people but those in `taken`. */
export function peopleItems(people, { chosen, taken = [], onSelect }) {
  return people
    .filter((person) => person.id === chosen || !taken.includes(person.id))
    .map((person) => ({
      label: person.name,
      detail: role(person),
      before: avatar(person, 'menu'),
      checked: chosen === undefined ? undefined : person.id === chosen,
      testid: `person-option-${person.id}`,
      onSelect: () => onSelect(person.id),
    }));
}

/** The same of both platforms, under headings. */
export function peopleOfBoth(people, options) {
  return [
    { heading: 'On Slack' },
    ...peopleItems(people.slack, options),
    { heading: 'On Microsoft Teams' },
    ...peopleItems(people.teams, options),
  ];
}

export function personSwitcher(column) {
  const button = h('button', {
    type: 'button',
    class: 'switcher',
    'data-testid': 'person-switcher',
    'aria-haspopup': 'menu',
    'aria-expanded': 'false',
  });
  button.addEventListener('click', () => {
    const items = peopleOfBoth(column.app.people, {
      chosen: column.as,
      taken: column.app.shownPeople(),
      onSelect: (id) => column.app.become(column, id),
    });
    const apart = {
      label: 'Open in a window of its own',
      before: icon('window'),
      onSelect: () => window.open(`?as=${column.as}`, '_blank', 'noopener'),
    };
    openMenu(button, [...items, { separator: true }, apart], 'Who you are');
  });
  const draw = (person) => {
    button.replaceChildren(
      avatar(person, 'switcher'),
      h(
        'span',
        { class: 'switcher-words' },
        h('span', { class: 'visually-hidden' }, 'You are '),
        h('strong', {}, person.name),
        h('small', {}, h('span', { class: 'visually-hidden' }, `on ${column.platform.name}, `), role(person)),
      ),
      icon('down'),
    );
    button.title = `${person.name} on ${column.platform.name}`;
  };
  return { node: button, draw };
}
