package dev.instead.desk;

import dev.instead.notice.Form;
import dev.instead.notice.Notice;
import dev.instead.people.Person;
import dev.instead.policy.Account;
import dev.instead.policy.Policy;
import dev.instead.policy.PolicyBook;
import dev.instead.policy.RuleId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What staff may post: approved answers only. */
public final class AnswerDesk {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerDesk.class);

  private static final int QUESTIONS_AT_ONCE = 30;
  private static final Duration NEXT_QUESTION = Duration.ofSeconds(5);

  private final PolicyBook policies;
  private final Cases cases;
  private final Matcher matcher;
  private final AnswerLog log;
  private final DraftDesk drafts;
  private final Readers readers;
  private final FeedbackDesk feedback;
  private final QuestionDesk questions;
  private final Consumer<Notice.Slower.Often> limited;
  private final Clock clock;
  private final Turns turns = new Turns(QUESTIONS_AT_ONCE, NEXT_QUESTION);

  public AnswerDesk(
      PolicyBook policies,
      Cases cases,
      Matcher matcher,
      AnswerLog log,
      DraftDesk drafts,
      Readers readers,
      FeedbackDesk feedback,
      QuestionDesk questions,
      Consumer<Notice.Slower.Often> limited,
      Clock clock) {
    this.policies = policies;
    this.cases = cases;
    this.matcher = matcher;
    this.log = log;
    this.drafts = drafts;
    this.readers = readers;
    this.feedback = feedback;
    this.questions = questions;
    this.limited = limited;
    this.clock = clock;
  }

  /**
   * The policy's answer, two or three that may fit, or that there is none. Only which and why is kept, not who asked what. What is no
   * question but a draft is checked as one.
   */
  public Notice ask(Person asker, String question) {
    Reader reader = readers.of(asker);
    return readers.notInside(reader).or(() -> tooMany(asker)).orElseGet(() -> {
      Policy policy = policies.current();
      Asking.Asked asked =
          new Asking(policy, matcher, clock).ask(question, asker(policy, reader, Optional.empty()));
      asked.weighed().ifPresent(this::keep);
      return asked.told();
    });
  }

  private Optional<Notice> tooMany(Person asker) {
    if (turns.take(asker, clock.instant())) {
      return Optional.empty();
    }
    limited.accept(Notice.Slower.Often.QUESTIONS);
    return Optional.of(new Notice.Slower(Notice.Slower.Often.QUESTIONS));
  }

  /** What is the matter with a draft; see {@link DraftDesk}. */
  public Notice check(Person author, String draft) {
    return drafts.check(author, draft);
  }

  /** Whether a question that a platform may deliver twice is seen for the first time; then it counts as answered from now on. */
  public boolean isNew(Delivery delivery) {
    return cases.save(new Change(
        List.of(), List.of(), List.of(), List.of(), List.of(), Optional.of(delivery), "asked"));
  }

  /** One entry, chosen from suggestions or the home; where there was a question, its words are kept as chosen for. */
  public Notice show(Person asker, RuleId rule, String question) {
    Notice entry = read(asker, rule, question);
    Policy policy = policies.current();
    boolean told = !(entry instanceof Notice.Refused) && !(entry instanceof Notice.OneMoment);
    if (told && !question.isBlank() && new Entries(policy, clock).topic(rule).isPresent()) {
      keep(new Matcher.Weighed(
          new Matcher.Match.Sure(rule), Grounds.chosen(rule, policy.version())));
      feedback.pressed(Feedback.Kind.CHOSEN, Optional.of(rule), asker, question);
    }
    return entry;
  }

  /** One entry, come upon while reading: of the words that were searched for nothing is kept. */
  public Notice read(Person asker, RuleId rule, String searched) {
    Reader reader = readers.of(asker);
    return readers
        .notInside(reader)
        .orElseGet(() -> tell(policies.current(), rule, reader, Optional.empty(), searched));
  }

  /** One entry as it holds on one kind of account; for an account that nobody knows the asker is asked again. */
  public Notice onAccount(Person asker, RuleId rule, String account, String question) {
    Reader reader = readers.of(asker);
    Optional<Account> chosen = Arrays.stream(Account.values())
        .filter(known -> known.code().equals(account))
        .findFirst();
    return readers
        .notInside(reader)
        .orElseGet(() -> tell(policies.current(), rule, reader, chosen, question));
  }

  // An answer is the policy's own text, so it is given even when this can't be kept.
  private void keep(Matcher.Weighed weighed) {
    try {
      log.keep(AnswerLog.Shown.of(weighed));
    } catch (StoreException e) {
      LOG.warn("Which answer was given could not be kept; the answer was given all the same", e);
    }
  }

  /** The answer didn't fit: the team is offered. */
  public Notice notMine(Person asker, String question) {
    return readers.refusal(asker).orElseGet(() -> {
      feedback.pressed(Feedback.Kind.NOT_MINE, Optional.empty(), asker, question);
      return new Notice.NoAnswer(question.strip());
    });
  }

  /** The form to ask in. */
  public Opening form(Person asker, String text) {
    return readers
        .refusal(asker)
        .<Opening>map(Opening.Say::new)
        .orElseGet(() -> new Opening.Show(new Form.AskPolicy(text)));
  }

  /** Hands a question to the policy team; the answer comes back to the asker. */
  public Notice sendOn(Person asker, String question, Delivery delivery) {
    return questions.send(asker, question, delivery);
  }

  /** The asker finds a rule unclear: the policy team gets it as a question and can answer. */
  public Notice unclear(Person asker, RuleId rule, String question, Delivery delivery) {
    return questions.unclear(asker, rule, question, delivery);
  }

  private Notice tell(
      Policy policy, RuleId rule, Reader reader, Optional<Account> account, String question) {
    return new Asking(policy, matcher, clock).tell(rule, asker(policy, reader, account), question);
  }

  private Entries.Asker asker(Policy policy, Reader reader, Optional<Account> account) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), policy.zone());
    return new Entries.Asker(
        readers.stanceFor(policy, reader.person(), today),
        reader.language(),
        Readers.training(policy, reader.person(), today),
        account);
  }
}
