package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.people.Person;
import dev.instead.policy.Policy;
import dev.instead.policy.PolicyBook;
import dev.instead.policy.RuleId;
import dev.instead.policy.Severity;
import dev.instead.policy.SituationId;
import dev.instead.policy.Team;
import dev.instead.report.Case;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseNumber;
import dev.instead.report.Report;
import dev.instead.report.Stage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Questions that no rule answers: cases of the policy team, with a deadline. */
public final class QuestionDesk {
  private static final Logger LOG = LoggerFactory.getLogger(QuestionDesk.class);

  /** A question travels in the value of a button until it is sent on; Slack allows 2,000 characters there. */
  public static final int MAX_QUESTION = 1900;

  /** The situation of a question: none of the policy's. */
  public static final SituationId QUESTION = new SituationId("question");

  private final PolicyBook policies;
  private final Cases cases;
  private final Readers readers;
  private final CaseChanges changes;
  private final FeedbackDesk feedback;
  private final Ids ids;
  private final Clock clock;

  public QuestionDesk(
      PolicyBook policies,
      Cases cases,
      Readers readers,
      CaseChanges changes,
      FeedbackDesk feedback,
      Ids ids,
      Clock clock) {
    this.policies = policies;
    this.cases = cases;
    this.readers = readers;
    this.changes = changes;
    this.feedback = feedback;
    this.ids = ids;
    this.clock = clock;
  }

  /** Hands a question to the policy team; the answer comes back to the asker. */
  Notice send(Person asker, String question, Delivery delivery) {
    return send(asker, question, Optional.empty(), delivery, question);
  }

  /** The asker finds a rule unclear: the policy team gets it as a question and can answer. */
  Notice unclear(Person asker, RuleId rule, String question, Delivery delivery) {
    String about = rule + ": " + question;
    String cut = about.substring(0, Math.min(MAX_QUESTION, about.length()));
    return send(asker, cut, Optional.of(rule), delivery, question);
  }

  /** @param asked what the asker had asked first; may be empty */
  private Notice send(
      Person asker, String text, Optional<RuleId> unclear, Delivery delivery, String asked) {
    Reader reader = readers.of(asker);
    Optional<Notice> refusal = readers.refusal(reader).or(() -> unclear(text));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    try {
      boolean repeated = cases.answerTo(delivery).isPresent();
      CaseNumber number = store(reader, text.strip(), delivery);
      if (!repeated) {
        feedback.pressed(
            unclear.isPresent() ? Feedback.Kind.UNCLEAR : Feedback.Kind.SENT_ON,
            unclear,
            asker,
            asked);
      }
      return new Notice.SentOn(number, due(number), unclear.isPresent());
    } catch (StoreException e) {
      changes.notStored(delivery, e);
      return new Notice.NotStored(List.of());
    }
  }

  /** It is stored by now, so what can't be read must not make it sound lost. */
  private Optional<Instant> due(CaseNumber number) {
    try {
      return cases.find(number).flatMap(Case::due);
    } catch (StoreException e) {
      LOG.warn("When question {} is due could not be read; its asker was told without", number, e);
      return Optional.empty();
    }
  }

  private CaseNumber store(Reader reader, String question, Delivery delivery) {
    Policy policy = policies.current();
    Team team = policy.team(policy.policyTeam());
    for (int tries = 0; tries < CaseChanges.TRIES; tries++) {
      Optional<String> before = cases.answerTo(delivery);
      if (before.isPresent()) {
        return new CaseNumber(before.get());
      }
      Case opened = question(policy, reader, clock.instant());
      Report report = new Report(
          ids.report(),
          opened.number(),
          reader.person(),
          reader.name(),
          question,
          reader.language(),
          opened.openedAt(),
          false,
          false);
      CaseEvent event = new CaseEvent(
          opened.number(),
          opened.openedAt(),
          Optional.of(reader.person()),
          new CaseEvent.Opened(QUESTION, team.id(), opened.severity()));
      if (cases.save(new Change(
          List.of(opened),
          List.of(report),
          List.of(event),
          List.of(),
          changes.card(policy, opened),
          Optional.of(delivery),
          opened.number().value()))) {
        return opened.number();
      }
    }
    throw new StoreException("A question could not be stored. It is safe to send it again.");
  }

  private Case question(Policy policy, Reader reader, Instant now) {
    Team team = policy.team(policy.policyTeam());
    return new Case(
        ids.freshNumber(Case.Kind.QUESTION, cases),
        Case.Kind.QUESTION,
        QUESTION,
        team.id(),
        Severity.NORMAL,
        new Stage.Open(),
        Optional.empty(),
        false,
        reader.language(),
        1,
        now,
        Optional.of(policy.answerDue(team, now)),
        policy.version(),
        0,
        0);
  }

  /** Why something can't be a question. */
  static Optional<Notice> unclear(String question) {
    if (question.isBlank()) {
      return Optional.of(new Notice.Unclear("unclear.empty_question"));
    }
    return question.length() > MAX_QUESTION
        ? Optional.of(new Notice.Unclear("unclear.question_too_long"))
        : Optional.empty();
  }
}
