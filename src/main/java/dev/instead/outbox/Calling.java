package dev.instead.outbox;

import dev.instead.notice.MessageKind;
import dev.instead.notice.Recipient;

/**
 * What a message asks of its platform next. Platforms count each apart: Slack limits {@code chat.postMessage}, {@code chat.update},
 * {@code views.publish} and {@code conversations.history} by method and workspace
 * (https://docs.slack.dev/apis/web-api/rate-limits).
 */
enum Calling {
  POST,
  EDIT,
  HOME,
  /** Looking for a message in doubt; what is found or missing is then edited or posted. */
  LOOK;

  static Calling of(Due due) {
    if (due.kind() == MessageKind.HOME) {
      return HOME;
    }
    if (due.remote().isPresent() || due.kind() == MessageKind.STRAY_CARD) {
      return EDIT;
    }
    return due.inDoubt() && due.to() instanceof Recipient.InChannel ? LOOK : POST;
  }
}
