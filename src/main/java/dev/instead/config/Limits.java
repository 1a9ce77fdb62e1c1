package dev.instead.config;

/** How long texts may be, in characters, so that they fit into a chat card on every platform. */
final class Limits {
  /** Slack's menu options and buttons take 75. */
  static final int TITLE = 75;

  static final int TEXT = 1500;

  /** A reply stands in a block of its own, of which Slack's may have 3,000. */
  static final int REPLY = 2000;

  /** How somebody describes or asks something. */
  static final int EXAMPLE = 300;

  static final int LONGEST_LINK = 2000;

  /** Slack's menus have 100 options. */
  static final int OFFERED = 100;

  /** The groups of answers are one row of buttons, of which Slack takes 25 with ours. */
  static final int GROUPS = 15;

  private Limits() {}
}
