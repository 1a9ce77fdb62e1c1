package dev.instead.trial;

import dev.instead.desk.Matcher;
import dev.instead.desk.Matcher.Match;
import dev.instead.policy.Policy;
import dev.instead.policy.RuleId;
import dev.instead.policy.SituationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The examples of a policy that another one understands otherwise. */
public final class Moves {
  /**
   * An example that is understood otherwise.
   *
   * @param of the old policy's entry whose example it is, e.g. {@code answer new-store}
   */
  public record Move(String text, Locale language, String of, String before, String after) {}

  private final Policy before;
  private final Policy after;
  private final Matcher matcher;
  private final List<Move> moves = new ArrayList<>();

  private Moves(Policy before, Policy after, Matcher matcher) {
    this.before = before;
    this.after = after;
    this.matcher = matcher;
  }

  /** @param matcher ready for both */
  static List<Move> between(Policy before, Policy after, Matcher matcher) {
    Moves found = new Moves(before, after, matcher);
    before.situations().values().forEach(it -> found.reports(it.id(), it.examples()));
    before.answers().values().forEach(it -> found.questions("answer", it.id(), it.questions()));
    before
        .personalAccounts()
        .forEach(it -> found.questions("personal account rule", it.id(), it.questions()));
    return List.copyOf(found.moves);
  }

  private void reports(SituationId id, Map<Locale, List<String>> examples) {
    examples.forEach((language, texts) -> texts.forEach(text -> {
      SituationId was = matcher.suggest(before, text, language);
      SituationId is = matcher.suggest(after, text, language);
      if (!was.equals(is)) {
        moves.add(
            new Move(text, language, "situation " + id, "situation " + was, "situation " + is));
      }
    }));
  }

  private void questions(String kind, RuleId id, Map<Locale, List<String>> examples) {
    examples.forEach((language, texts) -> texts.forEach(text -> {
      Match was = matcher.match(before, text, language);
      Match is = matcher.match(after, text, language);
      if (!leads(was, id).equals(leads(is, id))) {
        moves.add(new Move(
            text,
            language,
            kind + " " + id,
            Trial.answered(was, Optional.empty()).toString(),
            Trial.answered(is, Optional.empty()).toString()));
      }
    }));
  }

  /** What a person gets to see first, and whether the example's own entry is in it: another third suggestion is no news. */
  private static String leads(Match match, RuleId own) {
    if (match instanceof Match.Sure sure) {
      return "answer " + sure.rule();
    }
    return match instanceof Match.Unsure unsure
        ? "suggest " + unsure.rules().contains(own)
        : "none";
  }
}
