package dev.instead.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** The verdict that nobody is worse off with who doesn't know yet from which account: the strictest of all that hold. */
  public Verdict strictest() {
    Stream<Verdict> onAccounts = byAccount.values().stream().map(AccountRule::verdict);
    Stream<Verdict> own = dependsOnAccountAlone() ? Stream.empty() : Stream.of(verdict);
    return Stream.concat(onAccounts, own).max(Comparator.naturalOrder()).orElse(verdict);
  }

  /** Whether every account has a rule of its own, so that the answer's own texts are never told. */
  public boolean dependsOnAccountAlone() {
    return byAccount.size() == Account.values().length;
  }

  public boolean servedOn(LocalDate day) {
    return !day.isAfter(reviewBy);
  }
}
