/** Block Kit's rich_text block. */

import { slackDate } from './dates.js';
import { h } from './dom.js';
import { emoji } from './emoji.js';
import { broadcast, channelChip, link, userChip } from './mrkdwn.js';

export function richText(block, ctx) {
  return h(
    'div',
    { class: 'rich-text' },
    block.elements.map((element) => part(element, ctx)),
  );
}

function part(element, ctx) {
  const inside = () => (element.elements ?? []).map((leaf) => inline(leaf, ctx));
  switch (element.type) {
    case 'rich_text_section':
      return h('div', { class: 'mrkdwn' }, inside());
    case 'rich_text_quote':
      return h('blockquote', { class: 'mrkdwn' }, inside());
    case 'rich_text_preformatted':
      return h('pre', {}, inside());
    case 'rich_text_list':
      return list(element, ctx);
    default:
      return h('p', { class: 'unknown' }, `(rich text of the type ${element.type})`);
  }
}

function list(element, ctx) {
  const tag = element.style === 'ordered' ? 'ol' : 'ul';
  const items = element.elements.map((item) =>
    h(
      'li',
      {},
      item.elements.map((leaf) => inline(leaf, ctx)),
    ),
  );
  const node = h(tag, { start: tag === 'ol' && element.offset ? element.offset + 1 : null }, items);
  node.style.marginInlineStart = `${(element.indent ?? 0) * 1.5}em`;
  return node;
}

const STYLES = { bold: 'strong', italic: 'em', strike: 's', code: 'code', underline: 'u' };

function inline(leaf, ctx) {
  const node = bare(leaf, ctx);
  return Object.entries(STYLES).reduce(
    (inner, [style, tag]) => (leaf.style?.[style] ? h(tag, {}, inner) : inner),
    node,
  );
}

function bare(leaf, ctx) {
  switch (leaf.type) {
    case 'text':
      return document.createTextNode(leaf.text);
    case 'link':
      return link(leaf.url, leaf.text || leaf.url);
    case 'user':
      return userChip(leaf.user_id, ctx);
    case 'channel':
      return channelChip(leaf.channel_id, '', ctx);
    case 'usergroup':
      return h('span', { class: 'ping group' }, '@group');
    case 'broadcast':
      return broadcast(leaf.range);
    case 'emoji':
      return document.createTextNode(emoji(leaf.name) ?? fromCodePoints(leaf.unicode) ?? `:${leaf.name}:`);
    case 'date':
      return h('time', {}, slackDate(leaf.timestamp, leaf.format, ctx.now(), ctx.zone()));
    default:
      return document.createTextNode(leaf.fallback ?? '');
  }
}

function fromCodePoints(unicode) {
  return unicode && String.fromCodePoint(...unicode.split('-').map((code) => parseInt(code, 16)));
}
