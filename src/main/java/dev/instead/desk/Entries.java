package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.policy.Advice;
import dev.instead.policy.Answer;
import dev.instead.policy.Embargo;
import dev.instead.policy.LocalText;
import dev.instead.policy.PersonalAccountRule;
import dev.instead.policy.Policy;
import dev.instead.policy.ProtectedTopic;
import dev.instead.policy.RuleId;
import dev.instead.policy.SensitiveTopic;
import dev.instead.policy.Stance;
import dev.instead.policy.Verdict;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The entries of a policy by their id, as they are told today. What is past its review date is not told. */
final class Entries {
  private final Policy policy;
  private final Clock clock;

  Entries(Policy policy, Clock clock) {
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * One entry.
   *
   * @param stance the asker's
   * @return empty when the policy no longer has it
   */
  Optional<Notice> tell(RuleId id, Stance stance, Locale language, String question) {
    return answer(id, stance, language, question)
        .or(() -> embargo(id, language, question))
        .or(() -> sensitive(id, language, question))
        .or(() -> personal(id, language, question))
        .or(() -> protectedRight(id, question));
  }

  /** Whether it may be suggested: answers past their review date are not. */
  boolean served(RuleId id) {
    Answer answer = policy.answers().get(id);
    return answer == null || answer.servedOn(today());
  }

  Optional<LocalText> topic(RuleId id) {
    return Optional.ofNullable(policy.answers().get(id))
        .map(Answer::topic)
        .or(() -> find(policy.embargoes(), Embargo::id, id).map(Embargo::topic))
        .or(() -> find(policy.sensitive(), SensitiveTopic::id, id).map(SensitiveTopic::topic))
        .or(() -> find(policy.personalAccounts(), PersonalAccountRule::id, id)
            .map(PersonalAccountRule::topic))
        .or(() ->
            find(policy.protectedTopics(), ProtectedTopic::id, id).map(ProtectedTopic::topic));
  }

  Optional<Notice> protectedRight(RuleId id, String question) {
    return find(policy.protectedTopics(), ProtectedTopic::id, id)
        .map(topic -> new Notice.ProtectedRight(
            id,
            topic.topic(),
            topic.text(),
            topic.help(),
            policy.served(topic.resources(), today()),
            question));
  }

  private Optional<Notice> answer(RuleId id, Stance stance, Locale language, String question) {
    Optional<Answer> found = Optional.ofNullable(policy.answers().get(id));
    return found.map(answer -> answer.servedOn(today())
        ? card(
            id,
            answer.topic(),
            answer.verdict(),
            answer.advice(),
            Optional.ofNullable(answer.byStance().get(stance)).or(answer.advice()::instead),
            answer.copy(),
            Optional.of(answer),
            language,
            question)
        : underReview(id, answer.topic(), language, question));
  }

  /** Who merely leafed through the topics asked nothing, and may still want the team to say. */
  private static Notice underReview(RuleId id, LocalText topic, Locale language, String question) {
    return new Notice.UnderReview(id, topic, question.isBlank() ? topic.in(language) : question);
  }

  private Optional<Notice> embargo(RuleId id, Locale language, String question) {
    return find(policy.embargoes(), Embargo::id, id).map(embargo -> {
      boolean lifted = embargo.liftedAt(clock.instant());
      return plain(
          id,
          embargo.topic(),
          lifted ? Verdict.GO : Verdict.HOLD,
          embargo.advice(),
          Optional.of(lifted ? embargo.after() : embargo.before()),
          language,
          question);
    });
  }

  private Optional<Notice> sensitive(RuleId id, Locale language, String question) {
    return find(policy.sensitive(), SensitiveTopic::id, id)
        .map(topic -> plain(
            id,
            topic.topic(),
            Verdict.HOLD,
            topic.advice(),
            topic.advice().instead(),
            language,
            question));
  }

  private Optional<Notice> personal(RuleId id, Locale language, String question) {
    return find(policy.personalAccounts(), PersonalAccountRule::id, id).map(rule -> {
      Verdict verdict = rule.advice().dont().isPresent() ? Verdict.HOLD : Verdict.GO;
      return plain(
          id, rule.topic(), verdict, rule.advice(), rule.advice().instead(), language, question);
    });
  }

  private Notice plain(
      RuleId id,
      LocalText topic,
      Verdict verdict,
      Advice advice,
      Optional<LocalText> instead,
      Locale language,
      String question) {
    return card(
        id,
        topic,
        verdict,
        advice,
        instead,
        Optional.empty(),
        Optional.empty(),
        language,
        question);
  }

  private Notice card(
      RuleId id,
      LocalText topic,
      Verdict verdict,
      Advice advice,
      Optional<LocalText> instead,
      Optional<LocalText> copy,
      Optional<Answer> approval,
      Locale language,
      String question) {
    return new Notice.AnswerCard(
        id,
        topic,
        verdict,
        advice,
        instead,
        copy,
        policy.served(advice.resources(), today()),
        approval.map(Answer::approvedBy).orElse(""),
        approval.map(Answer::approvedOn),
        policy.version(),
        topic.isIn(language),
        question.strip());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), policy.zone());
  }

  private static <T> Optional<T> find(List<T> entries, Function<T, RuleId> idOf, RuleId id) {
    return entries.stream().filter(entry -> idOf.apply(entry).equals(id)).findFirst();
  }
}
