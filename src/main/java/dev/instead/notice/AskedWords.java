package dev.instead.notice;

import dev.instead.policy.LocalText;
import java.util.Optional;

/** What the policy's owner reads of what people asked, the same on all platforms. */
public final class AskedWords {
  private static final int TOPIC = 75;
  private static final int ID = 60;

  private final Voice in;

  public AskedWords(Voice in) {
    this.in = in;
  }

  public String counts(Heard.Counts counts) {
    return in.say(
        "asked.counts",
        "answered",
        counts.answered(),
        "suggested",
        counts.suggested(),
        "chosen",
        counts.chosen(),
        "none",
        counts.none());
  }

  public String marked(Heard.Marked marked) {
    return in.say(
        "asked.marked",
        "rule",
        in.escaped(marked.rule().value(), ID),
        "topic",
        topic(marked.topic()),
        "not_mine",
        marked.notMine(),
        "unclear",
        marked.unclear(),
        "both",
        marked.notMine() > 0 && marked.unclear() > 0 ? "yes" : "no");
  }

  /** What was pressed how often, near what. */
  public String group(Heard.Group group) {
    return in.say("asked." + group.kind(), "count", group.count(), "topic", topic(group.topic()));
  }

  /** Which proposal waits, whose and since when. */
  public String waiting(Heard.Waiting waiting) {
    return in.say(
        "asked.waiting",
        "kind",
        waiting.kind(),
        "about",
        in.escaped(waiting.about().value(), ID),
        "by",
        in.name(waiting.by()),
        "at",
        in.when(waiting.at()));
  }

  private String topic(Optional<LocalText> topic) {
    return topic
        .map(text -> in.escaped(text.in(in.language()), TOPIC))
        .orElseGet(() -> in.say("asked.near_nothing"));
  }

  /** "Thanks, your question (Q-7KQ2) is with the team." */
  public String sentOn(Notice.SentOn sent) {
    if (sent.due().isEmpty()) {
      return in.say("sent_on", "number", sent.number());
    }
    return in.say(
        sent.unclearRule() ? "sent_on.unclear" : "sent_on.due",
        "number",
        sent.number(),
        "due",
        in.when(sent.due().get()));
  }
}
