/** The app's Home tab. */

import { drawBlocks } from './blocks.js';
import { h } from './dom.js';

export class Home {
  constructor(column) {
    this.column = column;
    this.shownBlocks = null;
    this.node = h('div', {
      class: 'home',
      'data-testid': 'home',
      role: 'tabpanel',
      'aria-label': 'Home',
      tabindex: '0',
      hidden: true,
    });
  }

  /** A visit: Slack tells the bot, which usually publishes the Home anew. */
  async visit() {
    this.show((await this.column.api.home(true)).view);
  }

  /** Another look, because something may have changed; not a visit, or bot and page would chase each other for ever. */
  async refresh() {
    this.show((await this.column.api.home(false)).view);
  }

  show(view) {
    const blocks = JSON.stringify([view?.id, view?.blocks]);
    if (blocks === this.shownBlocks) return; // drawing again would take the focus away
    this.shownBlocks = blocks;
    this.node.replaceChildren(view ? this.page(view) : this.nothing());
  }

  page(view) {
    const values = this.column.valuesOf('home');
    const surface = { values, act: this.column.actIn({ type: 'home', view_id: view.id }, 'home') };
    return h('div', { class: 'home-page' }, drawBlocks(view.blocks, surface, this.column.ctx));
  }

  nothing() {
    return h('p', { class: 'empty' }, `${this.column.state.bot.name} hasn’t drawn its Home for you yet.`);
  }
}
