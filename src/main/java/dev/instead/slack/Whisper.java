package dev.instead.slack;

import dev.instead.notice.Notice;
import java.util.Locale;

/** Private answers to a press of a button. Said at most once, and never in the way of the request: what matters is stored. */
interface Whisper {
  /**
   * Queues the answer and returns at once.
   *
   * @param responseUrl where Slack takes it; a secret, and untrusted
   */
  void say(String responseUrl, Notice notice, Locale language);
}
