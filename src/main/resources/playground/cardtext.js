/**
 * Text of Adaptive Cards as Teams draws it: a small Markdown (bold, italic, links, lists, escapes) and {{DATE()}} and {{TIME()}} in the
 * reader's own zone. HTML is nothing but text here.
 */

import { h } from './dom.js';

const MOMENT = /\{\{(DATE|TIME)\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)(?:,\s*(SHORT|LONG|COMPACT))?\)\}\}/g;
const DATES = {
  SHORT: { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' },
  LONG: { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' },
  COMPACT: { dateStyle: 'short' },
};
const INLINE =
  /\\(?<kept>[^a-zA-Z0-9\s])|\*\*(?<bold>(?:\\.|[^*\\])+)\*\*|(?<!\w)_(?<it>(?:\\.|[^_\\])+)_(?!\w)|\[(?<label>(?:\\.|[^\]\\])+)\]\((?<url>[^)\s]+)\)/g;

/** Dates and times where a card's text has them. */
export function dated(text, ctx) {
  return text.replace(MOMENT, (typed, kind, instant, style) => {
    const moment = new Date(instant);
    if (Number.isNaN(moment.getTime())) return typed;
    const how = kind === 'TIME' ? { hour: 'numeric', minute: '2-digit' } : DATES[style ?? 'COMPACT'];
    return new Intl.DateTimeFormat(ctx.locale(), { timeZone: ctx.zone(), ...how }).format(moment);
  });
}

export function markdown(text, ctx) {
  const blocks = [];
  let list = null;
  for (const line of dated(text, ctx).split(/\r?\n/)) {
    const item = line.match(/^(?:[-*+]|(\d+)[.)])\s+(.*)$/);
    const kind = item && (item[1] ? 'ol' : 'ul');
    if (!item) {
      list = null;
      if (line.trim()) blocks.push(h('p', {}, inline(line)));
    } else {
      if (list?.localName !== kind) blocks.push((list = h(kind, {})));
      list.append(h('li', {}, inline(item[2])));
    }
  }
  return blocks;
}

function inline(text) {
  const out = [];
  let at = 0;
  for (const found of text.matchAll(INLINE)) {
    out.push(text.slice(at, found.index));
    at = found.index + found[0].length;
    const { kept, bold, it, label, url } = found.groups;
    if (kept) out.push(kept);
    else if (bold) out.push(h('strong', {}, inline(bold)));
    else if (it) out.push(h('em', {}, inline(it)));
    else out.push(link(url, inline(label)));
  }
  out.push(text.slice(at));
  return out;
}

/** A link that leaves the page; anything but a web address, a mail or a call stays text. */
export function link(url, words) {
  if (!/^(https:\/\/|mailto:|tel:)/i.test(url)) return h('span', {}, words);
  return h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, words);
}

/** What a person wrote in Teams: plain, with web addresses to follow and the app's mention marked. */
export function written(text, app) {
  return text.split(/(https?:\/\/[^\s<>"]+|@Instead\b)/g).map((part, index) => {
    if (index % 2 === 0) return part;
    return part === `@${app}` ? h('span', { class: 'ping' }, app) : link(part, part);
  });
}
