/** "Try this": the product's story in steps, each of which puts you in the right place; then the one that crosses to Teams. */

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

const DEWI_ON_TEAMS = 'de410000-0000-4000-8000-000000000001';
const LARAS_ON_TEAMS = '1a4a0000-0000-4000-8000-000000000006';
const LEGAL_ON_TEAMS = '19:meranti-legal-disputes@thread.tacv2';

const CROSSING = [
  {
    as: DEWI_ON_TEAMS,
    who: 'Dewi, now on Teams,',
    what: 'reports another one',
    how: 'Send the words that are waiting, or press + beside them and fill in the form.',
    open: 'dm',
    text: 'report https://www.instagram.com/p/meranti-1 a customer wants a refund and shouts at everybody',
  },
  {
    as: 'U0ANA',
    who: 'Ana, on Slack,',
    what: 'takes it and hands it over',
    how: 'Press Take it, then … and Hand over: choose Legal, disputes, a team that is only on Teams.',
    open: 'C0SOCIAL',
  },
  {
    as: LARAS_ON_TEAMS,
    who: 'Laras, on Teams,',
    what: 'resolves it',
    how: 'The card has arrived in her channel. Press Take it, then Resolve.',
    open: LEGAL_ON_TEAMS,
  },
  {
    as: DEWI_ON_TEAMS,
    who: 'Dewi',
    what: 'reads on Teams how it ended',
    how: 'It came to her chat with Instead.',
    open: 'dm',
  },
];

const BOTH = [DEWI_ON_TEAMS, 'U0ANA', LARAS_ON_TEAMS];

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
    this.items = [...STEPS, ...CROSSING].map((step, index) => this.step(step, index));
    const together = (testid, people, words) =>
      h(
        'button',
        { type: 'button', class: 'button', 'data-testid': testid, onclick: () => this.app.showPeople(people) },
        words,
      );
    this.node.append(
      h('header', { class: 'dock-head' }, h('h2', {}, this.title), close),
      h(
        'p',
        { class: 'dock-lead' },
        'A whole case, from the first report to the outcome, in about two minutes. Everybody here is made up; the bot is the real one.',
      ),
      h('ol', { class: 'steps' }, this.items.slice(0, STEPS.length)),
      h('p', { class: 'dock-lead' }, 'Steps 2 and 3 are best with Dewi, Ana and Ben in sight.'),
      together('guide-trio', TRIO, 'Show all three side by side'),
      h('h3', { class: 'dock-part' }, 'Across Slack and Microsoft Teams'),
      h('ol', { class: 'steps', start: STEPS.length + 1 }, this.items.slice(STEPS.length)),
      together('guide-both', BOTH, 'Show both platforms side by side'),
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
