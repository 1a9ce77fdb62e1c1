package dev.instead.desk;

import dev.instead.policy.RuleId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What askers said of the answers that they got, without anybody's name. Any method throws {@link StoreException} when the store can't be
 * used in time.
 */
public interface Feedback {
  /** Longer questions are cut. */
  int MAX_WORDS = 300;

  void keep(Given given, Instant at);

  /** What was given since then and not settled, newest first. */
  List<Kept> since(Instant from, int limit);

  Optional<Kept> find(long seq);

  /** These are seen to and not shown again. */
  void settle(List<Long> seqs);

  /** How often each outcome was shown since then, by the entry that came nearest. */
  List<Shown> shown(Instant from);

  /**
   * Something that an asker pressed.
   *
   * @param entry what the answer was, or what came nearest; absent when nothing did
   * @param likeness the same for questions that only differ in case, marks and space
   * @param language the asker's
   * @param words the question, masked, at most {@value #MAX_WORDS} characters; may be empty
   */
  record Given(Kind kind, Optional<RuleId> entry, String likeness, Locale language, String words) {}

  /** The same as it stands in the store. */
  record Kept(long seq, Instant at, Given given) {}

  /**
   * How often something was shown.
   *
   * @param outcome what was shown, or {@code chosen} for what somebody picked
   */
  record Shown(String outcome, Optional<RuleId> entry, int count) {
    public static final String CHOSEN = "chosen";
  }

  /** What was pressed. */
  enum Kind {
    /** "Not my question" */
    NOT_MINE("not_mine"),
    /** "This rule is unclear" */
    UNCLEAR("unclear"),
    /** One of those suggested. */
    CHOSEN("chosen"),
    /** "Ask the team" */
    SENT_ON("sent_on");

    private static final Map<String, Kind> BY_CODE =
        Map.of("not_mine", NOT_MINE, "unclear", UNCLEAR, "chosen", CHOSEN, "sent_on", SENT_ON);

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** As it is stored. */
    public String code() {
      return code;
    }

    public static Kind ofCode(String code) {
      return Optional.ofNullable(BY_CODE.get(code))
          .orElseThrow(() -> new IllegalArgumentException("No feedback is called " + code));
    }
  }
}
