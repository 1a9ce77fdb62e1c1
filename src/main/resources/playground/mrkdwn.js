/** Slack's mrkdwn and plain text objects, drawn as page elements. */

import { slackDate } from './dates.js';
import { fragment, h } from './dom.js';
import { emoji, withEmoji } from './emoji.js';

const STYLES = { '*': 'strong', _: 'em', '~': 's' };
const SAFE = /^(https?:\/\/|mailto:|tel:)/i;
const WORD = /[\p{L}\p{N}]/u;
const BARE_URL = /https?:\/\/[^\s<>|]+/iy;
const EMOJI = /:([a-z0-9_+'-]+):/iy;
const QUOTE = /^(?:>|&gt;)(?!(?:>|&gt;)(?:>|&gt;)) ?/;
const QUOTE_REST = /^(?:>>>|&gt;&gt;&gt;) ?/;

/** A Block Kit text object; plain_text is never linked or formatted, which is what makes it safe for strangers' words. */
export function textObject(text, ctx) {
  if (!text) return fragment();
  if (text.type === 'mrkdwn') return mrkdwn(text.text, ctx, text.verbatim === true);
  return fragment(plain(text));
}

export function plain(text) {
  if (!text) return '';
  return text.emoji === false ? text.text : withEmoji(text.text);
}

export function mrkdwn(source, ctx, verbatim = false) {
  const out = fragment();
  source.split(/```([\s\S]+?)```/).forEach((part, index) => {
    if (index % 2 === 1) out.append(h('pre', {}, unescaped(part.replace(/^\n|\n$/g, ''))));
    else lines(part.replace(index > 0 ? /^\n/ : /^$/, ''), out, ctx, verbatim);
  });
  return out;
}

function lines(part, out, ctx, verbatim) {
  let quote = null;
  let rest = false;
  part.split('\n').forEach((line, index, all) => {
    const whole = line.match(QUOTE_REST);
    const mark = whole ?? line.match(QUOTE);
    if (mark || rest) {
      rest = rest || Boolean(whole);
      if (quote) quote.append('\n');
      else out.append((quote = h('blockquote', {})));
      quote.append(inline(mark ? line.slice(mark[0].length) : line, ctx, verbatim));
    } else {
      quote = null;
      const last = index === all.length - 1;
      const beforeQuote = !last && (QUOTE.test(all[index + 1]) || QUOTE_REST.test(all[index + 1]));
      out.append(inline(line, ctx, verbatim), last || beforeQuote ? '' : '\n');
    }
  });
}

function inline(line, ctx, verbatim) {
  const out = fragment();
  let text = '';
  const flush = (node) => {
    out.append(unescaped(text), ...(node ? [node] : []));
    text = '';
  };
  for (let i = 0; i < line.length;) {
    const found =
      code(line, i) ??
      token(line, i, ctx) ??
      styled(line, i, ctx, verbatim) ??
      smiley(line, i) ??
      (verbatim ? null : bareUrl(line, i));
    if (found) {
      flush(found.node);
      i += found.length;
    } else {
      text += line[i];
      i += 1;
    }
  }
  flush();
  return out;
}

function code(line, i) {
  if (line[i] !== '`') return null;
  const end = line.indexOf('`', i + 1);
  if (end <= i + 1) return null;
  return { node: h('code', {}, unescaped(line.slice(i + 1, end))), length: end + 1 - i };
}

function token(line, i, ctx) {
  if (line[i] !== '<') return null;
  const end = line.indexOf('>', i);
  if (end < 0) return null;
  const [target, ...labels] = line.slice(i + 1, end).split('|');
  const node = special(target, labels.join('|'), ctx);
  return node && { node, length: end + 1 - i };
}

function special(target, label, ctx) {
  if (target.startsWith('@')) return userChip(target.slice(1), ctx);
  if (target.startsWith('#')) return channelChip(target.slice(1), label, ctx);
  if (target.startsWith('!date^')) return dateText(target.split('^'), label, ctx);
  if (target.startsWith('!subteam^')) return h('span', { class: 'ping group' }, unescaped(label) || '@group');
  if (target.startsWith('!')) return broadcast(target.slice(1).split('^')[0]);
  return SAFE.test(target) ? link(unescaped(target), label ? withEmoji(unescaped(label)) : unescaped(target)) : null;
}

// Bold, italic and struck text: a marker counts only at the edge of a word, as in Slack, so 5*3*2 and snake_case stay as typed.
function styled(line, i, ctx, verbatim) {
  const marker = line[i];
  if (!STYLES[marker] || (i > 0 && (WORD.test(line[i - 1]) || line[i - 1] === marker))) return null;
  if (!line[i + 1] || /\s/.test(line[i + 1]) || line[i + 1] === marker) return null;
  for (let end = i + 2; end < line.length; end += 1) {
    if (line[end] === '<') end = Math.max(end, line.indexOf('>', end));
    else if (line[end] === marker && !/\s/.test(line[end - 1]) && !(line[end + 1] && WORD.test(line[end + 1]))) {
      return { node: h(STYLES[marker], {}, inline(line.slice(i + 1, end), ctx, verbatim)), length: end + 1 - i };
    }
  }
  return null;
}

function smiley(line, i) {
  if (line[i] !== ':') return null;
  EMOJI.lastIndex = i;
  const typed = EMOJI.exec(line);
  const drawn = typed && emoji(typed[1]);
  return drawn ? { node: document.createTextNode(drawn), length: typed[0].length } : null;
}

function bareUrl(line, i) {
  if (i > 0 && WORD.test(line[i - 1])) return null;
  BARE_URL.lastIndex = i;
  const typed = BARE_URL.exec(line)?.[0].replace(/[.,;:!?)'"*_~]+$/, '');
  return typed ? { node: link(unescaped(typed), unescaped(typed)), length: typed.length } : null;
}

/** Only web, mail and phone addresses become links; anything else is shown as words. */
export function link(url, label) {
  if (!SAFE.test(url)) return document.createTextNode(label);
  return h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, label);
}

export function userChip(id, ctx) {
  const person = ctx.person(id);
  return h('span', { class: `ping user${id === ctx.me ? ' me' : ''}` }, `@${person ? person.name : id}`);
}

export function channelChip(id, label, ctx) {
  const name = ctx.channelName(id) ?? (label ? unescaped(label) : 'another channel');
  if (!ctx.openConversation || !ctx.channelName(id)) return h('span', { class: 'ping channel' }, `#${name}`);
  return h('button', { type: 'button', class: 'ping channel', onclick: () => ctx.openConversation(id) }, `#${name}`);
}

export function broadcast(range) {
  return h('strong', { class: 'ping everyone' }, `@${range}`);
}

function dateText([, seconds, format, url], fallback, ctx) {
  const words =
    Number.isFinite(Number(seconds)) && format
      ? slackDate(Number(seconds), unescaped(format), ctx.now(), ctx.zone())
      : unescaped(fallback);
  const node = h('time', { title: unescaped(fallback) }, words);
  return url ? link(unescaped(url), words) : node;
}

/** Slack escapes these three characters and no others. */
export function unescaped(text) {
  return text.replace(/&(amp|lt|gt);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>' })[name]);
}
