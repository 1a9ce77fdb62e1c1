/** A dialog (task module) of Teams: an Adaptive Card over one person's column, its buttons at the foot. */

import { surfaceOf } from './cardactions.js';
import { cardParts } from './cards.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { Modal } from './modal.js';
import { tell } from './teamsacts.js';

export class TaskDialog extends Modal {
  async refresh() {
    const { dialog } = await this.column.api.screen();
    if (!dialog) return this.gone();
    const key = JSON.stringify([dialog.title, dialog.card]);
    if (key !== this.json) this.draw({ id: key, card: dialog.card, title: { text: dialog.title, emoji: false } }, 1);
    this.json = key;
  }

  /** Whatever was filled in belongs to this showing of the dialog alone. */
  fill(view) {
    this.values = {};
    this.trouble = h('p', { class: 'card-trouble', role: 'alert', hidden: true, 'data-testid': 'card-trouble' });
    this.surface = surfaceOf(view.card, {
      values: this.values,
      send: (pressed) => this.column.attempt(() => this.column.api.submit(pressed)),
      tell: (answer) => this.told(answer),
    });
    const { body, actions } = cardParts(view.card, this.surface, this.column.ctx);
    this.actions = actions;
    return [h('div', { class: 'ac', lang: view.card.lang }, body), this.trouble];
  }

  foot() {
    return h('footer', { class: 'modal-foot' }, this.actions ?? this.closeButton());
  }

  closeButton() {
    return h('button', { type: 'button', class: 'button', onclick: () => this.close() }, 'Close');
  }

  told(answer) {
    const bad = answer?.note?.bad === true;
    this.trouble.hidden = !bad;
    if (bad) this.trouble.replaceChildren(icon('alert'), answer.note.text);
    else if (!answer?.errors) tell(answer, this.column);
  }

  /** Enter in a field presses the dialog's first button, as in Teams. */
  async submit() {
    const first = this.node.querySelector('.modal-foot .button:not(.overflow)');
    first?.click();
  }

  async close() {
    await this.column.attempt(() => this.column.api.close({}));
  }
}
