package dev.instead.config;

import dev.instead.policy.Account;
import dev.instead.policy.RuleId;
import dev.instead.policy.Severity;
import dev.instead.policy.SituationId;
import dev.instead.policy.Stance;
import dev.instead.policy.TeamId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a policy's owner expects of it in one case, as a file of tests says it. */
public sealed interface Fixture {
  /** Where it stands. */
  Place place();

  /** What a colleague would write. */
  String text();

  /** The colleague's; absent: the policy's first. */
  Optional<Locale> language();

  Moment at();

  /**
   * A line of a file.
   *
   * @param line counted from 1
   */
  record Place(String file, int line) {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  /**
   * A time on a clock.
   *
   * @param zone absent: the policy's
   */
  record Moment(LocalDateTime local, Optional<ZoneId> zone) {
    public Instant in(ZoneId otherwise) {
      return local.atZone(zone.orElse(otherwise)).toInstant();
    }
  }

  /** When somebody should have taken a case; without a moment, never. */
  record Deadline(Optional<Moment> moment) {}

  /**
   * A report and where it should go. What is absent is not looked at.
   *
   * @param link the post; may be empty
   * @param chosen the situation that the reporter chose
   * @param right the protected topic that it is answered with, instead of being filed
   */
  record Report(
      Place place,
      String text,
      String link,
      Optional<Locale> language,
      Moment at,
      Optional<SituationId> chosen,
      Optional<SituationId> situation,
      Optional<TeamId> team,
      Optional<Severity> severity,
      Optional<Deadline> deadline,
      Optional<RuleId> right)
      implements Fixture {}

  /**
   * A question and how it should be answered. Any one of {@code answer}, {@code suggest} and {@code none} is right where several are given.
   *
   * @param stance as if it were the company's
   * @param trained whether a trained speaker asks
   * @param account the one that the asker chose
   * @param answer the entry that is given at once
   * @param suggest entries that are all among those offered; empty: nothing is expected to be offered
   * @param none whether nothing may be found
   * @param verdict as the answer says it
   * @param says words that stand in what the answer says to do
   */
  record Question(
      Place place,
      String text,
      Optional<Locale> language,
      Moment at,
      Optional<Stance> stance,
      boolean trained,
      Optional<Account> account,
      Optional<RuleId> answer,
      List<RuleId> suggest,
      boolean none,
      Optional<Said> verdict,
      Optional<String> says)
      implements Fixture {
    public Question {
      suggest = List.copyOf(suggest);
    }
  }

  /** What an answer comes to. */
  enum Said {
    GO,
    ASK,
    HOLD,
    /** A protected topic: the policy doesn't restrict it. */
    FREE,
    /** Past its review date, so it isn't given. */
    REVIEW,
    /** The asker is asked first which account it is about. */
    ACCOUNT
  }
}
