package dev.instead.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.SlashCommandPayloadParser;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.util.json.GsonFactory;

/**
 * Any payload behind a good signature, as far as it is ours to read: the SDK may say that it is no payload of Slack's, but what it takes is
 * read without a failure, and what people typed comes out no longer than it went in.
 */
public final class SlackPayloadAttack {
  private SlackPayloadAttack() {}

  /**
   * Tries one input.
   *
   * @param input a payload's JSON or a command's form
   */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, UTF_8);
    assertTrue(Incoming.typed(text).length() <= text.length() + 1);
    ours(() -> commands(text));
    ours(() -> presses(text));
    ours(() -> forms(text));
  }

  /** The SDK throws many things at what isn't Slack's, and its servlet answers for that; code of ours throws nothing. */
  private static void ours(Runnable reading) {
    try {
      reading.run();
    } catch (RuntimeException thrown) {
      StackTraceElement[] way = thrown.getStackTrace();
      boolean inReading = way.length > 0 && way[0].getClassName().startsWith("dev.instead.");
      if (inReading) {
        throw thrown;
      }
    }
  }

  private static void commands(String form) {
    Incoming.typed(new SlashCommandPayloadParser().parse(form).getText());
  }

  private static void presses(String json) {
    BlockActionPayload payload =
        GsonFactory.createSnakeCase().fromJson(json, BlockActionPayload.class);
    boolean pressed = payload != null
        && payload.getUser() != null
        && payload.getActions() != null
        && !payload.getActions().isEmpty()
        && payload.getActions().get(0) != null
        && payload.getActions().get(0).getActionId() != null;
    if (pressed) {
      Press press = Press.of(payload, new Installation.Origin("T0MERANTI", false));
      assertTrue(press.words().length >= 1 && press.words().length <= 2);
    }
  }

  private static void forms(String json) {
    ViewSubmissionPayload payload =
        GsonFactory.createSnakeCase().fromJson(json, ViewSubmissionPayload.class);
    if (payload != null && payload.getView() != null) {
      Fields.of(payload.getView().getState());
    }
  }
}
