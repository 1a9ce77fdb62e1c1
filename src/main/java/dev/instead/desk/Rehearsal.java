package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.policy.Account;
import dev.instead.policy.Policy;
import dev.instead.policy.Route;
import dev.instead.policy.RuleId;
import dev.instead.policy.Situation;
import dev.instead.policy.SituationId;
import dev.instead.policy.Stance;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What would become of a report or a question under one policy, without anything being stored or said: for whoever tries a policy out. */
public final class Rehearsal {
  private static final Person NOBODY = new Person(Platform.SLACK, "", "");

  private final Policy policy;
  private final Matcher matcher;

  public Rehearsal(Policy policy, Matcher matcher) {
    this.policy = policy;
    this.matcher = matcher;
  }

  /** What became of a report. */
  public sealed interface Reported {
    record Filed(Situation situation, Route route) implements Reported {}

    /** It names a protected topic and no post, so nothing is filed. */
    record Right(RuleId topic) implements Reported {}

    /** Link or text can't be taken. */
    record Refused() implements Reported {}
  }

  /**
   * What became of a question.
   *
   * @param match what is shown: an entry, some to choose from, or nothing
   * @param told as it would be told
   */
  public record Asked(Matcher.Match match, Notice told) {}

  /**
   * Reports a post.
   *
   * @param link may be empty; then the first link in {@code text} counts
   * @param chosen the situation that the reporter chose; absent: suggested from the text
   */
  public Reported report(
      String link, String text, Optional<SituationId> chosen, Locale language, Instant at) {
    Taken taken = Taken.from(new Filing(NOBODY, link, text, chosen));
    if (taken.problem().isPresent()) {
      return new Reported.Refused();
    }
    Locale reader = policy.languageFor(language);
    SituationId found = chosen.orElseGet(() -> matcher.suggest(policy, taken.text(), reader));
    boolean mayBeRight =
        chosen.isEmpty() && found.equals(Situation.NOT_SURE) && taken.link().isEmpty();
    Optional<RuleId> right =
        mayBeRight ? Rights.in(policy, matcher, taken.text(), reader) : Optional.empty();
    return right
        .<Reported>map(Reported.Right::new)
        .orElseGet(() -> filed(policy.situation(found), reader, at));
  }

  /** Files what was reported when its situation was known, such as a case that is stored. */
  public Reported.Filed filed(Situation situation, Locale language, Instant at) {
    return new Reported.Filed(situation, Route.decide(policy, situation, language, at));
  }

  /**
   * Asks what may be posted.
   *
   * @param stance the asker's
   * @param account the one that the asker chose, where it matters
   */
  public Asked ask(
      String question, Locale language, Stance stance, Optional<Account> account, Instant at) {
    Entries.Asker asker =
        new Entries.Asker(stance, policy.languageFor(language), Optional.empty(), account);
    Asking.Asked asked =
        new Asking(policy, matcher, Clock.fixed(at, policy.zone())).ask(question, asker);
    return new Asked(shown(asked), asked.told());
  }

  /** What is being reviewed is not among the suggestions, and alone it is an answer. */
  private static Matcher.Match shown(Asking.Asked asked) {
    if (asked.told() instanceof Notice.Suggestions some) {
      return new Matcher.Match.Unsure(
          some.answers().stream().map(Notice.Suggestion::rule).toList());
    }
    return asked
        .weighed()
        .map(Matcher.Weighed::match)
        .map(Rehearsal::first)
        .orElseGet(Matcher.Match.Nothing::new);
  }

  private static Matcher.Match first(Matcher.Match match) {
    return match instanceof Matcher.Match.Unsure unsure
        ? new Matcher.Match.Sure(unsure.rules().get(0))
        : match;
  }
}
