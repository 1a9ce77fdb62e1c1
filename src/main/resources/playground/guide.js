/** "Try this": the product's story in six steps, each of which puts you in the right place. */

import { h, remember } from './dom.js';
import { icon } from './icons.js';

const POST = 'https://x.com/meranti_fan/status/1858000000000000001';

const STEPS = [
  {
    as: 'U0DEWI',
    who: 'Dewi',
    what: 'reports a conflict',
    how: 'She saw an angry post. Send the command that is waiting in the composer.',
    open: 'C0GENERAL',
    text: `/report ${POST} customer is angry about a refund`,
  },
  {
    as: 'U0ANA',
    who: 'Ana',
    what: 'takes the case',
    how: 'One card stands in #social-care. Press Take it.',
    open: 'C0SOCIAL',
  },
  {
    as: 'U0BEN',
    who: 'Ben',
    what: 'is a moment too late',
    how: 'He wants the same card. Whatever he presses, he is told who was quicker.',
    open: 'C0SOCIAL',
  },
  {
    as: 'U0ANA',
    who: 'Ana',
    what: 'resolves it',
    how: 'Press Resolve on the card, choose an outcome and send the form.',
    open: 'C0SOCIAL',
  },
  {
    as: 'U0DEWI',
    who: 'Dewi',
    what: 'reads how it ended',
    how: 'It came to her direct messages with Instead.',
    open: 'dm',
  },
  {
    as: 'U0BUDI',
    who: 'Anybody',
    what: 'asks what they may post',
    how: 'Send the question and see an approved answer.',
    open: 'C0GENERAL',
    text: '/canipost may I post about the new store',
  },
];

const TRIO = ['U0DEWI', 'U0ANA', 'U0BEN'];

export class Guide {
  constructor(app) {
    this.app = app;
    this.title = 'Try this';
    this.node = h('div', { class: 'dock-inside', 'data-testid': 'guide' });
    this.draw();
  }

  draw() {
    const close = h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': 'Close “Try this”',
        'data-testid': 'guide-close',
        onclick: () => this.dismiss(),
      },
      icon('close'),
    );
    this.items = STEPS.map((step, index) => this.step(step, index));
    const trio = h(
      'button',
      { type: 'button', class: 'button', 'data-testid': 'guide-trio', onclick: () => this.app.showPeople(TRIO) },
      'Show all three side by side',
    );
    this.node.append(
      h('header', { class: 'dock-head' }, h('h2', {}, this.title), close),
      h(
        'p',
        { class: 'dock-lead' },
        'A whole case, from the first report to the outcome, in about two minutes. Everybody here is made up; the bot is the real one.',
      ),
      h('ol', { class: 'steps' }, this.items),
      h('p', { class: 'dock-lead' }, 'Steps 2 and 3 are best with Dewi, Ana and Ben in sight.'),
      trio,
    );
  }

  step(step, index) {
    const item = h('li', { class: 'step' });
    const go = h(
      'button',
      {
        type: 'button',
        class: 'step-go',
        'data-testid': `guide-step-${index + 1}`,
        onclick: () => this.go(step, item),
      },
      h('span', { class: 'step-number', 'aria-hidden': 'true' }, String(index + 1)),
      h('span', {}, h('strong', {}, `${step.who} ${step.what}`), h('small', {}, step.how)),
    );
    item.append(go);
    return item;
  }

  async go(step, item) {
    for (const other of this.items) other.classList.remove('current');
    item.classList.add('current', 'done');
    const column = this.app.columnOf(step.as);
    await column.refresh('all');
    const there = column.state.conversations.find((one) => one.id === step.open) ?? column.direct();
    if (window.innerWidth < 900) this.app.hideDock(); // there the dock covers the conversation
    column.node.scrollIntoView({ inline: 'start', block: 'nearest' });
    await column.open(there.id);
    if (step.text) column.composer.prefill(step.text);
    else column.list.scroller.focus();
  }

  dismiss() {
    remember('guide', 'dismissed');
    this.app.hideDock();
  }
}
