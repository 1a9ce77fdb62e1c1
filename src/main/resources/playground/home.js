/** The app's Home tab. */

import { drawBlocks } from './blocks.js';
import { h } from './dom.js';

const CALM_AFTER = 4;
const CALM_MS = 2000;

export class Home {
  constructor(column) {
    this.column = column;
    this.shownBlocks = null;
    this.unchanged = 0;
    this.lookedAt = 0;
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
    this.unchanged = 0;
    this.show((await this.column.api.home(true)).view);
  }

  /**
   * Something may have changed. A bot that publishes the same Home over and over must not keep the page busy: after a few
   * looks that brought nothing new, the next one waits.
   */
  async refresh() {
    if (this.resting) return;
    const now = performance.now();
    if (now - this.lookedAt > CALM_MS) this.unchanged = 0;
    this.lookedAt = now;
    if (this.unchanged >= CALM_AFTER) {
      this.rest();
      return;
    }
    const same = this.show((await this.column.api.home(false)).view);
    this.unchanged = same ? this.unchanged + 1 : 0;
  }

  rest() {
    this.resting = true;
    setTimeout(() => {
      this.resting = false;
      this.column.refresh('home');
    }, CALM_MS);
  }

  /** Draws the view, unless it looks as before: then it answers true. */
  show(view) {
    const blocks = JSON.stringify([view?.id, view?.blocks]);
    if (blocks === this.shownBlocks) return true;
    this.shownBlocks = blocks;
    this.node.replaceChildren(view ? this.page(view) : this.nothing());
    return false;
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
