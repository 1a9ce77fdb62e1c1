package dev.instead.chaos;

import dev.instead.playground.SlackMessage;
import dev.instead.playground.TeamsPost;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A team's card as a person reads it.
 *
 * @param id the platform's, within its conversation
 * @param reports how many colleagues it says reported this
 */
record Card(String conversation, String id, String number, Stage stage, int reports) {
  /** In the order in which a case goes through them here; nobody in the laboratory reopens or releases one. */
  enum Stage {
    OPEN("Nobody has it yet"),
    CLAIMED("has been on it since"),
    RESOLVED("closed it on"),
    /** A second copy that says so. */
    STRAY("This is a second copy of the card");

    private final String words;

    Stage(String words) {
      this.words = words;
    }
  }

  private static final Pattern NUMBER = Pattern.compile("\\bS-[2-9B-Z]{4,12}\\b");
  private static final Pattern COLLEAGUES = Pattern.compile("(\\d+) colleagues reported this");

  /** Empty when the message is no card. */
  static Optional<Card> of(SlackMessage message) {
    return message.byBot() && !message.isReply()
        ? read(message.channel(), message.ts(), message.everything())
        : Optional.empty();
  }

  static Optional<Card> of(TeamsPost post) {
    return post.byBot() && !post.isReply()
        ? read(post.conversation(), post.id(), post.everything())
        : Optional.empty();
  }

  private static Optional<Card> read(String conversation, String id, String text) {
    Matcher number = NUMBER.matcher(text);
    Matcher colleagues = COLLEAGUES.matcher(text);
    return number.find()
        ? stage(text)
            .map(stage -> new Card(
                conversation,
                id,
                number.group(),
                stage,
                colleagues.find() ? Integer.parseInt(colleagues.group(1)) : 1))
        : Optional.empty();
  }

  private static Optional<Stage> stage(String text) {
    for (Stage stage : Stage.values()) {
      if (text.contains(stage.words)) {
        return Optional.of(stage);
      }
    }
    return Optional.empty();
  }

  /** Whether it shows an older case than {@code before}, which stood in its place. */
  boolean goesBackFrom(Card before) {
    return stage.compareTo(before.stage) < 0 || (stage == before.stage && reports < before.reports);
  }
}
