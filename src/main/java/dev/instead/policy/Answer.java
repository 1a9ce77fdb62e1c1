package dev.instead.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An approved answer to what staff ask.
 *
 * @param questions how people ask it, by language
 * @param copy wording that may be copied
 * @param byStance what to do instead of the advice's own, where it depends on who may speak
 * @param byAccount what holds instead on one kind of account; empty where it doesn't matter, and then nobody is asked for it
 * @param approvedBy a role; {@code approvedOn} is the day of its approval
 * @param reviewBy the last day on which it is served
 */
public record Answer(
    RuleId id,
    LocalText topic,
    Map<Locale, List<String>> questions,
    Verdict verdict,
    Advice advice,
    Optional<LocalText> copy,
    Map<Stance, LocalText> byStance,
    Map<Account, AccountRule> byAccount,
    String approvedBy,
    LocalDate approvedOn,
    String owner,
    LocalDate reviewBy) {
  public Answer {
    questions = InOrder.copyOf(questions);
    byStance = InOrder.copyOf(byStance);
    byAccount = InOrder.copyOf(byAccount);
  }

  public boolean servedOn(LocalDate day) {
    return !day.isAfter(reviewBy);
  }
}
