/** Building page elements. Text always becomes a text node, so nothing that a person wrote can turn into markup. */

const AS_PROPERTY = new Set(['value', 'checked', 'disabled', 'selected', 'hidden', 'open', 'inert']);

export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null) continue;
    if (AS_PROPERTY.has(name)) node[name] = value;
    else if (value === false) continue;
    else if (name === 'class') node.className = value;
    else if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...present(children));
  return node;
}

export function fragment(...children) {
  const all = document.createDocumentFragment();
  all.append(...present(children));
  return all;
}

function present(children) {
  return children
    .flat(Infinity)
    .filter((child) => child !== null && child !== undefined && child !== false && child !== '');
}

/** Makes `parent` hold exactly `nodes`, leaving those that stay in place untouched: a moved node would lose its focus. */
export function patchChildren(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  let cursor = parent.firstChild;
  for (const node of nodes) {
    if (node === cursor) cursor = cursor.nextSibling;
    else parent.insertBefore(node, cursor);
  }
}

let nextId = 0;

/** An id for labels and their fields; several people's clients share the document. */
export function uniqueId(prefix) {
  nextId += 1;
  return `${prefix}-${nextId}`;
}

/** Tells screen readers; what is on screen is said elsewhere. */
export function announce(text) {
  const region = document.getElementById('announcer');
  const line = h('p', {}, text);
  region.append(line);
  setTimeout(() => line.remove(), 8000);
}

/** A message at the foot of the window: an error somebody must read, or a short confirmation. */
export function toast(text, kind = 'error') {
  const box = h(
    'div',
    { class: `toast ${kind}`, role: kind === 'error' ? 'alert' : 'status', 'data-testid': 'toast' },
    h('p', {}, text),
  );
  const gone = () => box.remove();
  box.append(h('button', { type: 'button', class: 'toast-close', 'aria-label': 'Dismiss', onclick: gone }, '×'));
  document.getElementById('toasts').append(box);
  setTimeout(gone, kind === 'error' ? 9000 : 4000);
}

export function remember(key, value) {
  try {
    localStorage.setItem(`instead.${key}`, value);
  } catch {
    // A private window may refuse; the choice then lasts as long as the page.
  }
}

export function recall(key) {
  try {
    return localStorage.getItem(`instead.${key}`);
  } catch {
    return null;
  }
}
