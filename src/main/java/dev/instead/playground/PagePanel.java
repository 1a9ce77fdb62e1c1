package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Set;

/** The page's panel: troubles on request, the product's clock, the bot's switch. */
final class PagePanel {
  private static final int LONGEST_SLOWNESS_MS = 30_000;
  private static final int USUAL_RETRY_AFTER_S = 5;
  private static final int FARTHEST_ADVANCE_S = 400 * 24 * 3600;

  private final SlackWorkspace workspace;
  private final Troubles troubles;
  private final BotSwitch bot;
  private final ProductClock clock;

  PagePanel(LocalSlack slack, BotSwitch bot, ProductClock clock) {
    this.workspace = slack.workspace();
    this.troubles = slack.troubles();
    this.bot = bot;
    this.clock = clock;
  }

  ObjectNode troubles(ObjectNode asked) {
    if (asked.has("slow_ms")) {
      troubles.answerSlowly(Duration.ofMillis(number(asked, "slow_ms", LONGEST_SLOWNESS_MS)));
    }
    if (asked.has("rate_limit")) {
      int seconds = asked.has("rate_limit_seconds")
          ? number(asked, "rate_limit_seconds", 3600)
          : USUAL_RETRY_AFTER_S;
      troubles.limitNext(number(asked, "rate_limit", 10_000), Duration.ofSeconds(seconds));
    }
    if (asked.has("drop_after_accept")) {
      troubles.dropNext(number(asked, "drop_after_accept", 10_000));
    }
    if (asked.has("deliver_twice")) {
      troubles.deliverTwice(asked.path("deliver_twice").asBoolean(false));
    }
    if (asked.has("clock_advance_s")) {
      clock.advance(Duration.ofSeconds(number(asked, "clock_advance_s", FARTHEST_ADVANCE_S)));
    }
    channels(asked);
    return done();
  }

  private void channels(ObjectNode asked) {
    if (asked.has("archive")) {
      workspace.archive(channel(asked, "archive"), true);
    }
    if (asked.has("unarchive")) {
      workspace.archive(channel(asked, "unarchive"), false);
    }
    if (asked.has("remove_bot")) {
      workspace.leave(channel(asked, "remove_bot"), SlackWorkspace.BOT_USER);
    }
    if (asked.has("add_bot")) {
      workspace.join(channel(asked, "add_bot"), SlackWorkspace.BOT_USER);
    }
  }

  ObjectNode bot(ObjectNode asked) {
    switch (Json.text(asked, "do")) {
      case "start" -> bot.start();
      case "stop" -> bot.stop();
      case "kill" -> bot.kill();
      default -> throw new PageRefusal("The bot can be started, stopped or killed.");
    }
    return done();
  }

  private ObjectNode done() {
    workspace.change(ChatChange.Kind.STATE, Set.of(), null, () -> true);
    return PageActions.ok();
  }

  private String channel(ObjectNode asked, String field) {
    return workspace
        .channel(Json.text(asked, field))
        .filter(channel -> !channel.isDirect())
        .map(SlackChannel::id)
        .orElseThrow(() -> new PageRefusal("There is no such channel."));
  }

  private static int number(ObjectNode asked, String field, int most) {
    JsonNode value = asked.path(field);
    if (!value.isInt() || value.asInt() < 0 || value.asInt() > most) {
      throw new PageRefusal(field + " must be a whole number from 0 to " + most + ".");
    }
    return value.asInt();
  }
}
