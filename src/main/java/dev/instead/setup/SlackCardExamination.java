package dev.instead.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.instead.setup.WebApi.Answer;
import dev.instead.slack.SlackGateway;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Looks for cards with buttons in a channel that the store doesn't mean: of cases that it doesn't have, as after a restore, and second
 * ones of a case. Only where Slack lets the bot read a channel's history, and not further back than {@link #PAGES} pages.
 */
final class SlackCardExamination {
  private static final int PAGES = 10;
  private static final String PAGE = "200";

  /** Told already, with the scopes and with the channel. */
  private static final Set<String> EXPECTED =
      Set.of("missing_scope", "not_in_channel", "channel_not_found", "is_archived");

  private static final String OFFER = "\"instead doctor --mend\" ";
  private static final String NOT_ON_RECORD =
      "This case is not on record any more. If it still matters, please report it again.";

  private final WebApi slack;
  private final Function<Collection<String>, Map<String, String>> known;
  private final boolean mend;
  private final Consumer<Finding> told;

  /** @param known see {@link CardCheck} */
  SlackCardExamination(
      WebApi slack,
      Function<Collection<String>, Map<String, String>> known,
      boolean mend,
      Consumer<Finding> told) {
    this.slack = slack;
    this.known = known;
    this.mend = mend;
    this.told = told;
  }

  /** One message of the bot's with something to press, and the id that it has in the store. */
  private record Card(String id, JsonNode message) {
    String ts() {
      return message.path("ts").asText();
    }
  }

  /** Looks through one channel of the policy. */
  void channel(String of, String channel) throws InterruptedException {
    List<Card> cards = cards(channel);
    if (cards.isEmpty()) {
      return;
    }
    Map<String, String> meant = known.apply(cards.stream().map(Card::id).toList());
    if (meant.isEmpty()) {
      // Another store than the bot's would look like this, and all its cards would lose their
      // buttons.
      told.accept(Finding.problem(
          "The store has none of the " + counted(cards.size(), "card")
              + " with buttons in the channel " + channel + " (" + of + "); nothing was mended.",
          "Name the store that the bot uses in INSTEAD_DATABASE_URL."));
      return;
    }
    List<Card> lost =
        cards.stream().filter(card -> !meant.containsKey(card.id())).toList();
    List<Card> second = cards.stream()
        .filter(card -> isAnother(card, meant.getOrDefault(card.id(), "")))
        .toList();
    String where = "channel " + channel + " (" + of + ")";
    if (!lost.isEmpty()) {
      told.accept(lost(where, channel, lost));
    }
    if (!second.isEmpty()) {
      told.accept(second(where, channel, second));
    }
  }

  private static boolean isAnother(Card card, String meant) {
    return !meant.isEmpty() && !meant.equals(card.ts());
  }

  private Finding lost(String where, String channel, List<Card> lost) throws InterruptedException {
    String what = thereAre(lost.size(), "card") + " in the " + where
        + " with buttons, of cases that the store doesn't have.";
    if (!mend) {
      return Finding.warn(what, OFFER + "takes the buttons away and says so there.");
    }
    int done = 0;
    for (Card card : lost) {
      done += takeButtonsAway(channel, card).ok() ? 1 : 0;
    }
    return mended(what, "The buttons were taken away", done, lost.size());
  }

  private Finding second(String where, String channel, List<Card> second)
      throws InterruptedException {
    String what =
        thereAre(second.size(), "second card") + " of the same case in the " + where + ".";
    if (!mend) {
      return Finding.warn(what, OFFER + "deletes them. A press on one heals it too.");
    }
    int done = 0;
    for (Card card : second) {
      done +=
          slack.call("chat.delete", Map.of("channel", channel, "ts", card.ts())).ok() ? 1 : 0;
    }
    return mended(what, "They were deleted", done, second.size());
  }

  private static Finding mended(String what, String how, int done, int all) {
    return done == all
        ? Finding.ok(what + " " + how + ".")
        : Finding.warn(
            what + " " + how + " from " + done + ".", "Ask the doctor again in a minute.");
  }

  private Answer takeButtonsAway(String channel, Card card) throws InterruptedException {
    ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
    card.message().path("blocks").forEach(block -> {
      if (!isForPressing(block)) {
        blocks.add(block);
      }
    });
    blocks
        .addObject()
        .put("type", "context")
        .putArray("elements")
        .addObject()
        .put("type", "plain_text")
        .put("text", NOT_ON_RECORD);
    return slack.call(
        "chat.update",
        Map.of(
            "channel", channel,
            "ts", card.ts(),
            "text", card.message().path("text").asText(),
            "blocks", blocks.toString()));
  }

  private List<Card> cards(String channel) throws InterruptedException {
    List<Card> cards = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < PAGES; page++) {
      Answer answer = slack.call(
          "conversations.history",
          Map.of(
              "channel", channel,
              "limit", PAGE,
              "include_all_metadata", "true",
              "cursor", cursor));
      if (!answer.ok()) {
        if (!EXPECTED.contains(answer.error())) {
          told.accept(Finding.warn(
              "The cards in " + channel + " can't all be looked at now (" + answer.error() + ").",
              "Ask the doctor again in a minute."));
        }
        return cards;
      }
      answer.json().path("messages").forEach(message -> {
        JsonNode metadata = message.path("metadata");
        String id =
            metadata.path("event_payload").path(SlackGateway.METADATA_ID).asText();
        if (metadata.path("event_type").asText().equals(SlackGateway.METADATA)
            && !id.isEmpty()
            && hasButtons(message)) {
          cards.add(new Card(id, message));
        }
      });
      cursor = answer.json().at("/response_metadata/next_cursor").asText();
      if (cursor.isEmpty()) {
        return cards;
      }
    }
    return cards;
  }

  private static boolean hasButtons(JsonNode message) {
    for (JsonNode block : message.path("blocks")) {
      if (isForPressing(block)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isForPressing(JsonNode block) {
    return block.path("type").asText().equals("actions");
  }

  private static String thereAre(int number, String what) {
    return (number == 1 ? "There is " : "There are ") + counted(number, what);
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
