/** Where a person types: text, slash commands with completion, global shortcuts. */

import { announce, h, uniqueId } from './dom.js';
import { icon } from './icons.js';
import { openMenu } from './menu.js';

const TALLEST_PX = 180;
const PATIENCE_MS = 500;

export class Composer {
  /** `send(text)` resolves when it arrived, and throws an error whose message says why it didn't. */
  constructor(column, { testid, sendTestid, label, send, inThread = false }) {
    this.column = column;
    this.inThread = inThread;
    this.sendText = send;
    this.active = 0;
    this.matches = [];
    const listId = uniqueId('completion');
    this.field = h('textarea', {
      class: 'composer-field',
      rows: '1',
      'data-testid': testid,
      'aria-label': label,
      placeholder: label,
      'aria-haspopup': 'listbox',
      'aria-controls': listId,
      'aria-autocomplete': 'list',
      oninput: () => this.typed(),
      onkeydown: (event) => this.keys(event),
      onblur: () => setTimeout(() => this.close(), 150), // after a click on an entry has arrived
    });
    this.list = h('ul', {
      class: 'completion',
      role: 'listbox',
      id: listId,
      'aria-label': 'Suggestions',
      hidden: true,
      'data-testid': inThread ? null : 'completion',
    });
    this.usage = h('p', { class: 'usage', hidden: true });
    this.problem = h('p', { class: 'composer-error', role: 'alert', hidden: true, 'data-testid': `${testid}-error` });
    this.button = h(
      'button',
      {
        type: 'button',
        class: 'send',
        'data-testid': sendTestid,
        'aria-label': 'Send',
        title: 'Send (Enter)',
        onclick: () => this.send(),
      },
      icon('send'),
    );
    const bolt = h(
      'button',
      {
        type: 'button',
        class: 'bolt',
        'aria-label': column.platform.shortcutWords,
        title: column.platform.shortcutWords,
        'aria-haspopup': 'menu',
        'aria-expanded': 'false',
        'data-testid': 'shortcuts',
      },
      icon(column.platform.shortcutIcon),
    );
    bolt.addEventListener('click', () => openMenu(bolt, this.shortcuts(), column.platform.shortcutWords));
    this.node = h(
      'div',
      { class: 'composer' },
      this.list,
      this.problem,
      this.usage,
      h('div', { class: 'composer-box' }, inThread ? null : bolt, this.field, this.button),
    );
    this.typed();
  }

  label(words) {
    this.field.placeholder = words;
    this.field.setAttribute('aria-label', words);
  }

  prefill(text) {
    this.field.value = text;
    this.typed();
    this.close();
    this.field.focus();
    this.field.setSelectionRange(text.length, text.length);
  }

  shortcuts() {
    const items = this.column.platform.shortcuts(this.column);
    return items.length ? items : [{ heading: 'This app has no shortcuts' }];
  }

  typed() {
    const { field } = this;
    field.style.height = 'auto';
    if (field.scrollHeight > 0) field.style.height = `${Math.min(field.scrollHeight, TALLEST_PX)}px`; // 0 until it is on the page
    this.button.disabled = field.value.trim() === '';
    this.matches = this.inThread ? [] : this.candidates();
    this.active = 0;
    this.draw();
  }

  candidates() {
    const text = this.field.value;
    if (/^\/\S*$/.test(text)) {
      return this.commands()
        .filter((one) => one.command.startsWith(text.toLowerCase()))
        .map((one) => ({
          insert: `${one.command} `,
          run: this.column.platform.slash && (() => this.column.platform.slash(this.column, one)),
          name: one.command,
          usage: one.usage,
          description: one.description,
        }));
    }
    const app = this.column.state?.bot.name;
    const mention = text.slice(0, this.field.selectionStart).match(/(?:^|\s)@(\w*)$/);
    if (mention && app?.toLowerCase().startsWith(mention[1].toLowerCase())) {
      return [
        {
          insert: `${text.slice(0, this.field.selectionStart - mention[1].length)}${app} `,
          name: `@${app}`,
          usage: '',
          description: 'Ask the app in this channel',
        },
      ];
    }
    return [];
  }

  commands() {
    return this.column.state?.commands ?? [];
  }

  draw() {
    const open = this.matches.length > 0;
    this.list.hidden = !open;
    if (open && this.list.childElementCount !== this.matches.length)
      announce(`${this.matches.length} suggestions: arrow keys and Tab choose.`);
    const options = this.matches.map((one, index) => {
      const id = `${this.list.id}-${index}`;
      if (index === this.active) this.field.setAttribute('aria-activedescendant', id);
      return h(
        'li',
        {
          role: 'option',
          id,
          class: index === this.active ? 'active' : '',
          'aria-selected': String(index === this.active),
          'data-testid': `completion-${one.name}`,
          onpointerdown: (event) => (event.preventDefault(), this.take(index)),
        },
        h('span', {}, h('strong', {}, one.name), ' ', h('span', { class: 'usage-words' }, one.usage)),
        h('small', {}, one.description),
      );
    });
    this.list.replaceChildren(...options);
    if (!open) this.field.removeAttribute('aria-activedescendant');
    this.hint();
  }

  say(words) {
    this.usage.hidden = false;
    this.usage.replaceChildren(words);
  }

  // Once a command stands in the field, its usage stays in sight while the rest is typed.
  hint() {
    const word = this.field.value.match(/^(\/\S+)\s/)?.[1];
    const one = word && this.commands().find((command) => command.command === word);
    this.usage.hidden = !one;
    if (one) this.usage.replaceChildren(h('strong', {}, one.command), ` ${one.usage ?? ''} · ${one.description}`);
  }

  close() {
    this.matches = [];
    this.draw();
  }

  take(index) {
    const { insert, run } = this.matches[index];
    if (!run) return this.prefill(insert);
    this.prefill(''); // Teams' own list acts at once
    run();
  }

  keys(event) {
    if (event.isComposing) return;
    const open = this.matches.length > 0;
    const whole = open && this.matches[this.active].name === this.field.value;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (open && step) {
      this.active = (this.active + step + this.matches.length) % this.matches.length;
      this.draw();
    } else if (open && (event.key === 'Tab' || (event.key === 'Enter' && !whole))) this.take(this.active);
    else if (open && event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && !event.shiftKey) this.send();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  async send() {
    const text = this.field.value.trim();
    if (text === '') return;
    this.field.value = '';
    this.typed();
    this.close();
    this.problem.hidden = true;
    const waiting = setTimeout(() => this.say(`Waiting for ${this.column.state.bot.name}…`), PATIENCE_MS);
    try {
      await this.sendText(text);
    } catch (error) {
      this.problem.textContent = error.message;
      this.problem.hidden = false;
      if (this.field.value === '') this.prefill(text); // what was typed isn't lost
    } finally {
      clearTimeout(waiting);
      this.hint();
    }
  }
}
