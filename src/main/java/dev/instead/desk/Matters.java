package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.notice.Notice.Matter;
import dev.instead.policy.Advice;
import dev.instead.policy.Answer;
import dev.instead.policy.Embargo;
import dev.instead.policy.LocalText;
import dev.instead.policy.PersonalAccountRule;
import dev.instead.policy.Policy;
import dev.instead.policy.ProtectedTopic;
import dev.instead.policy.Resource;
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
    words.clear();
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
    return matter(
        Matter.Source.EMBARGO,
        embargo.id(),
        embargo.topic(),
        new Advice(
            embargo.advice().dont(),
            Optional.of(embargo.before()),
            embargo.advice().why(),
            embargo.advice().resources()),
        Optional.of(embargo.until()));
  }

  private Matter sensitive(SensitiveTopic topic) {
    return matter(
        Matter.Source.SENSITIVE, topic.id(), topic.topic(), topic.advice(), Optional.empty());
  }

  private Matter right(ProtectedTopic topic) {
    return matter(
        Matter.Source.PROTECTED,
        topic.id(),
        topic.topic(),
        new Advice(Optional.empty(), Optional.of(topic.help()), topic.text(), topic.resources()),
        Optional.empty());
  }

  private Matter matter(
      Matter.Source source, RuleId rule, LocalText topic, Advice advice, Optional<Instant> until) {
    List<Resource> served = policy.served(advice.resources(), today);
    return new Matter(
        rule,
        source,
        topic,
        words.getOrDefault(rule, List.of()),
        advice.dont(),
        advice.instead(),
        advice.why(),
        until,
        served,
        advice.resources().size() - served.size());
  }
}
