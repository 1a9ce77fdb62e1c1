package dev.instead.teams;

import dev.instead.calls.Sending;
import dev.instead.outbox.ChatGateway.Sent;
import dev.instead.teams.Connector.ForbiddenService;
import dev.instead.teams.Connector.Reply;
import java.io.IOException;
import java.time.Duration;

/**
 * What Teams' errors mean for a message, and what operators can do about them
 * (https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis).
 */
final class TeamsErrors {
  private static final Duration UNSAID = Duration.ofSeconds(10);

  /** Somebody else changes the same conversation: over in a moment. */
  private static final Duration CONCURRENT = Duration.ofSeconds(1);

  private static final String NOT_THERE =
      "Add the app to the team or chat again; nothing else needs to be done. If it is there, see whether it is blocked or the channel archived.";
  private static final String DEFECT =
      "This is a defect of the program. Please report it with the message's id.";

  /** For a post: what it was to be posted in is gone. */
  static final Sent NOT_FOUND =
      new Sent.Unreachable("Teams answered that the conversation isn't there", NOT_THERE);

  private TeamsErrors() {}

  /**
   * The meaning of an answer that is no success; gone is what was to be edited, or where something was to be posted.
   *
   * @param repeatable doing it twice does no harm: an edit, or something that shows nothing
   */
  static Sent of(Reply reply, boolean repeatable) {
    String said = said(reply);
    return switch (reply.status()) {
      case 401, 407 ->
        new Sent.Barred(
            said,
            "Check INSTEAD_TEAMS_APP_ID and the Azure Bot's Microsoft App ID, its Teams channel, and any proxy.");
      case 403 -> forbidden(reply, said);
      case 404 -> new Sent.Gone();
      case 412 -> new Sent.Wait(reply.retryAfter().orElse(CONCURRENT), false);
      case 429 -> new Sent.Wait(reply.retryAfter().orElse(UNSAID), false);
      case 400, 413, 415, 422 -> new Sent.Refused(said, DEFECT);
      default -> other(reply.status(), said, repeatable);
    };
  }

  /** Teams was too busy. Only of these two it is sure that nothing was done. */
  static boolean isBusy(Reply reply) {
    return reply.status() == 429 || reply.status() == 412;
  }

  /** No answer at all. */
  static Sent of(IOException e, boolean repeatable) {
    if (e instanceof ForbiddenService) {
      return new Sent.Unreachable(
          String.valueOf(e.getMessage()), "Add the host to the list if it is Microsoft's.");
    }
    String what = e.getClass().getSimpleName();
    return Sending.begun() && !repeatable
        ? new Sent.Unknown("The connection to Teams broke before the answer (" + what + ")")
        : new Sent.Failed("Teams could not be reached (" + what + ")");
  }

  private static Sent forbidden(Reply reply, String said) {
    return "InvalidBotApiHost".equals(reply.error())
        ? new Sent.Barred(
            said,
            "This tenant is in another cloud: check INSTEAD_TEAMS_CLOUD and INSTEAD_TEAMS_SERVICE_HOSTS.")
        : new Sent.Unreachable(said, NOT_THERE);
  }

  private static Sent other(int status, String said, boolean repeatable) {
    if (status / 100 == 3) {
      return new Sent.Barred(said, "Something between here and Teams redirects. Check any proxy.");
    }
    // Teams has answered 5xx to messages that it then showed.
    boolean open = status == 408 || status >= 500 || status / 100 == 2;
    // A plain 500 is not to be tried again, the others may be.
    return open && !repeatable ? new Sent.Unknown(said, status != 500) : new Sent.Failed(said);
  }

  private static String said(Reply reply) {
    String word = reply.error();
    return "Teams answered HTTP " + reply.status() + (word.isEmpty() ? "" : " \"" + word + "\"");
  }
}
