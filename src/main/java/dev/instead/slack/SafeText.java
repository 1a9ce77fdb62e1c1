package dev.instead.slack;

import dev.instead.notice.Legible;

/** Words that others wrote, made fit for Slack: besides being {@link Legible}, they can't ping. */
final class SafeText {
  private SafeText() {}

  /** For {@code plain_text} and rich text, where Slack interprets nothing. */
  static String plain(String text, int max) {
    return Legible.plain(text, max);
  }

  /** For mrkdwn and {@code text}: {@code & < >} are escaped as Slack asks; {@code max} counts the escapes. */
  static String mrkdwn(String text, int max) {
    return Legible.escaped(text, max, SafeText::escape);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
