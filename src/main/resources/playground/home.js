/** The app's Home tab. */

import { drawBlocks } from './blocks.js';
import { h } from './dom.js';

const QUIET_MS = 2000;

export class Home {
  constructor(column) {
    this.column = column;
    this.shownJson = null;
    this.node = h('div', {
      class: 'home',
      'data-testid': 'home',
      role: 'tabpanel',
      'aria-label': 'Home',
      tabindex: '0',
    });
    this.quietUntil = 0;
  }

  /** A visit: Slack tells the bot, which usually publishes the Home anew. */
  async visit() {
    this.show((await this.column.api.home(true)).view);
  }

  /** A change somewhere. When the last look brought nothing new, hold still for a moment: a bot may publish for each look. */
  async refresh() {
    if (performance.now() < this.quietUntil) return;
    const same = this.show((await this.column.api.home(false)).view);
    if (same) this.quietUntil = performance.now() + QUIET_MS;
  }

  show(view) {
    const json = JSON.stringify(view ?? null);
    if (json === this.shownJson) return true;
    this.shownJson = json;
    if (!view) {
      this.node.replaceChildren(
        h('p', { class: 'empty' }, `${this.column.state.bot.name} hasn’t drawn its Home for you yet.`),
      );
      return false;
    }
    const values = this.column.valuesOf('home');
    const surface = { values, act: this.column.actIn({ type: 'home', view_id: view.id }, 'home') };
    const place = this.node.scrollTop;
    this.node.replaceChildren(h('div', { class: 'home-page' }, drawBlocks(view.blocks, surface, this.column.ctx)));
    this.node.scrollTop = place;
    return false;
  }
}
