/** The form that the bot opened for one person, drawn over that person's column only: the others stay usable. */

import { drawBlocks } from './blocks.js';
import { h, uniqueId } from './dom.js';
import { icon } from './icons.js';
import { plain } from './mrkdwn.js';
import { problems } from './checks.js';

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

export class Modal {
  constructor(column) {
    this.column = column;
    this.view = null;
    this.busy = false;
    this.node = h('div', { class: 'modal-veil', hidden: true });
    this.node.addEventListener('keydown', (event) => this.keys(event));
  }

  async refresh() {
    const { view, errors, depth } = await this.column.api.modal();
    this.show(view, errors ?? {}, depth ?? 1);
  }

  show(view, errors, depth) {
    if (!view) return this.gone();
    const json = JSON.stringify([{ ...view, hash: null, state: null }, depth]);
    if (json !== this.json) this.draw(view, depth);
    this.json = json;
    this.tellErrors(errors);
  }

  // Once only: every look brings the same errors again, and whoever is correcting one must not be moved to another.
  tellErrors(errors) {
    const json = JSON.stringify(errors);
    if (json === this.toldErrors) return;
    this.toldErrors = json;
    if (Object.keys(errors).length > 0) this.showErrors(errors);
  }

  gone() {
    if (!this.view) return;
    this.view = null;
    this.json = null;
    this.busy = false;
    this.node.hidden = true;
    this.node.replaceChildren();
    this.column.coverClient(false);
    if (this.before?.isConnected) this.before.focus();
    else this.column.focus();
  }

  draw(view, depth) {
    const opening = !this.view;
    if (opening) this.before = document.activeElement;
    const here = this.node.contains(document.activeElement) ? document.activeElement.dataset.actionId : null;
    const scrolled = this.body?.scrollTop ?? 0;
    const another = this.view?.id !== view.id;
    this.toldErrors = '{}';
    this.view = view;
    const title = uniqueId('modal');
    this.body = h('div', { class: 'modal-body' }, this.fill(view));
    const form = h(
      'form',
      { class: 'modal-form', novalidate: true, 'data-card': '' },
      this.head(view, title),
      this.body,
      this.foot(view),
    );
    const dialog = h(
      'div',
      {
        class: 'modal',
        role: 'dialog',
        'aria-modal': 'true',
        'aria-labelledby': title,
        'data-testid': 'modal',
        'data-callback-id': view.callback_id,
      },
      form,
    );
    form.addEventListener('submit', (event) => (event.preventDefault(), this.submit()));
    this.node.replaceChildren(dialog);
    this.node.hidden = false;
    this.column.coverClient(true);
    if (opening || another) this.focusFirst();
    else {
      this.body.scrollTop = scrolled;
      if (here) this.find(here)?.focus();
    }
  }

  fill(view) {
    const key = `view ${view.id}`;
    this.values = this.column.valuesOf(key);
    const surface = { values: this.values, act: this.column.actIn({ type: 'view', view_id: view.id }, key) };
    return drawBlocks(view.blocks, surface, this.column.ctx);
  }

  head(view, title) {
    return h(
      'header',
      { class: 'modal-head' },
      h('img', { src: 'logo.svg', alt: '', width: 28, height: 28 }),
      h('h2', { id: title }, plain(view.title)),
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'data-testid': 'modal-close',
          'aria-label': 'Close',
          title: 'Close',
          onclick: () => this.close(true),
        },
        icon('close'),
      ),
    );
  }

  foot(view) {
    this.submitButton =
      view.submit &&
      h('button', { type: 'submit', class: 'button primary', 'data-testid': 'modal-submit' }, plain(view.submit));
    const cancel = h(
      'button',
      { type: 'button', class: 'button', 'data-testid': 'modal-cancel', onclick: () => this.close() },
      view.close ? plain(view.close) : 'Cancel',
    );
    return h('footer', { class: 'modal-foot' }, cancel, this.submitButton);
  }

  async submit() {
    if (this.busy || !this.view.submit) return;
    this.clearErrors();
    const found = problems(this.view.blocks, this.values);
    if (Object.keys(found).length > 0) return this.showErrors(found);
    this.setBusy(true);
    try {
      const result = await this.column.api.submit({
        view_id: this.view.id,
        values: onlyInputs(this.view.blocks, this.values),
      });
      if (result.errors) {
        this.toldErrors = JSON.stringify(result.errors);
        this.showErrors(result.errors);
      }
    } catch (error) {
      this.column.complain(error);
    } finally {
      this.setBusy(false);
      this.column.refresh('all');
    }
  }

  setBusy(busy) {
    this.busy = busy;
    const button = this.submitButton;
    if (!button?.isConnected) return;
    button.disabled = busy;
    button.setAttribute('aria-busy', String(busy));
    button.classList.toggle('busy', busy);
  }

  /** As in Slack: the cross closes every form of a stack, Cancel and Escape only the top one. */
  async close(all = false) {
    const { view } = this;
    await this.column.attempt(() => this.column.api.close({ view_id: view.id, all }));
  }

  clearErrors() {
    for (const node of this.body.querySelectorAll('.field-error')) node.hidden = true;
    for (const node of this.body.querySelectorAll('[aria-invalid]')) node.removeAttribute('aria-invalid');
  }

  showErrors(errors) {
    let first = null;
    for (const [blockId, text] of Object.entries(errors)) {
      const node = [...this.body.querySelectorAll('[data-error-for]')].find((one) => one.dataset.errorFor === blockId);
      if (!node) this.column.complain(new Error(text));
      else {
        node.textContent = text;
        node.hidden = false;
        const field = [...this.body.querySelectorAll('[data-block-id]')].find((one) => one.dataset.blockId === blockId);
        field?.setAttribute('aria-invalid', 'true');
        first ??= field;
      }
    }
    first?.scrollIntoView({ block: 'center' });
    (first?.matches('.choice-group') ? first.querySelector('input') : first)?.focus();
  }

  find(actionId) {
    return [...this.body.querySelectorAll('[data-action-id]')].find((node) => node.dataset.actionId === actionId);
  }

  focusFirst() {
    const field =
      this.body.querySelector('[data-autofocus]') ??
      this.body.querySelector('input, select, textarea') ??
      this.submitButton ??
      this.node.querySelector('button');
    field?.focus();
  }

  keys(event) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.submit();
    else if (event.key === 'Tab') this.trap(event);
  }

  trap(event) {
    const all = [...this.node.querySelectorAll(FOCUSABLE)].filter((node) => node.offsetParent !== null);
    const edge = event.shiftKey ? all[0] : all.at(-1);
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? all.at(-1) : all[0]).focus();
  }
}

// Values of fields that an update of the form took away stay remembered (it may bring them back) but aren't sent.
function onlyInputs(blocks, values) {
  const now = new Set(blocks.map((block) => block.block_id));
  return Object.fromEntries(Object.entries(values).filter(([blockId]) => now.has(blockId)));
}
