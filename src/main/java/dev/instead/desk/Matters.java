package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.notice.Notice.Matter;
import dev.instead.policy.Answer;
import dev.instead.policy.Embargo;
import dev.instead.policy.PersonalAccountRule;
import dev.instead.policy.Policy;
import dev.instead.policy.ProtectedTopic;
import dev.instead.policy.RuleId;
import dev.instead.policy.SensitiveTopic;
import dev.instead.policy.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the entries that a draft names say about it at one instant. */
final class Matters {
  private final Policy policy;
  private final Instant now;
  private final LocalDate today;
  private final Map<RuleId, List<String>> words = new HashMap<>();

  Matters(Policy policy, Instant now) {
    this.policy = policy;
    this.now = now;
    this.today = LocalDate.ofInstant(now, policy.zone());
  }

  /** The gravest first, and among equals in the policy's order. An embargo that has been lifted is no matter any more. */
  List<Matter> of(List<Matcher.Named> named) {
    named.forEach(each -> words.put(each.rule(), each.words()));
    return Stream.of(
            policy.embargoes().stream()
                .filter(embargo -> isNamed(embargo.id()) && !embargo.liftedAt(now))
                .map(this::embargo),
            policy.sensitive().stream()
                .filter(topic -> isNamed(topic.id()) && topic.active())
                .map(this::sensitive),
            policy.protectedTopics().stream()
                .filter(topic -> isNamed(topic.id()))
                .map(this::right))
        .flatMap(some -> some)
        .sorted(Comparator.comparing(Matter::source))
        .toList();
  }

  /**
   * An entry that may be about the same; empty when it may not be told now, or the policy lacks it.
   *
   * @param sure whether it surely is; then it counts even while it is being reviewed
   */
  Optional<Notice.Near> near(RuleId id, boolean sure) {
    Answer answer = policy.answers().get(id);
    if (answer != null) {
      boolean plain = answer.byAccount().isEmpty() && answer.servedOn(today);
      Optional<Verdict> verdict = plain ? Optional.of(answer.verdict()) : Optional.empty();
      return Optional.of(new Notice.Near(id, answer.topic(), verdict))
          .filter(near -> sure || answer.servedOn(today));
    }
    return Stream.of(
            policy.embargoes().stream()
                .filter(rule -> rule.id().equals(id))
                .map(rule -> new Notice.Near(id, rule.topic(), Optional.of(verdict(rule)))),
            policy.sensitive().stream()
                .filter(rule -> rule.id().equals(id))
                .map(rule -> new Notice.Near(id, rule.topic(), Optional.of(Verdict.HOLD))),
            policy.personalAccounts().stream()
                .filter(rule -> rule.id().equals(id))
                .map(rule -> new Notice.Near(id, rule.topic(), verdict(rule))),
            policy.protectedTopics().stream()
                .filter(rule -> rule.id().equals(id))
                .map(rule -> new Notice.Near(id, rule.topic(), Optional.empty())))
        .flatMap(some -> some)
        .findFirst();
  }

  private Verdict verdict(Embargo embargo) {
    return embargo.liftedAt(now) ? Verdict.GO : Verdict.HOLD;
  }

  private static Optional<Verdict> verdict(PersonalAccountRule rule) {
    return rule.byAccount().isEmpty() ? Optional.of(Verdict.of(rule.advice())) : Optional.empty();
  }

  private boolean isNamed(RuleId rule) {
    return words.containsKey(rule);
  }

  private Matter embargo(Embargo embargo) {
    return new Matter(
        embargo.id(),
        Matter.Source.EMBARGO,
        embargo.topic(),
        words.getOrDefault(embargo.id(), List.of()),
        embargo.advice().dont(),
        Optional.of(embargo.before()),
        embargo.advice().why(),
        Optional.of(embargo.until()),
        policy.served(embargo.advice().resources(), today));
  }

  private Matter sensitive(SensitiveTopic topic) {
    return new Matter(
        topic.id(),
        Matter.Source.SENSITIVE,
        topic.topic(),
        words.getOrDefault(topic.id(), List.of()),
        topic.advice().dont(),
        topic.advice().instead(),
        topic.advice().why(),
        Optional.empty(),
        policy.served(topic.advice().resources(), today));
  }

  private Matter right(ProtectedTopic topic) {
    return new Matter(
        topic.id(),
        Matter.Source.PROTECTED,
        topic.topic(),
        words.getOrDefault(topic.id(), List.of()),
        Optional.empty(),
        Optional.of(topic.help()),
        topic.text(),
        Optional.empty(),
        policy.served(topic.resources(), today));
  }
}
