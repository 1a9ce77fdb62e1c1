package dev.instead.desk;

import dev.instead.notice.Form;
import dev.instead.notice.Notice;
import dev.instead.people.Person;
import dev.instead.policy.Policy;
import dev.instead.policy.PolicyBook;
import dev.instead.policy.Proposal;
import dev.instead.policy.Team;
import dev.instead.policy.Verdict;
import dev.instead.report.Case;
import dev.instead.report.CaseNumber;
import dev.instead.report.Report;
import dev.instead.report.Stage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Turns a question that people answered into a proposed entry of the policy, so that the next one is answered at once. */
public final class EntryDesk {
  private static final int MONTHS = 6;

  private final PolicyBook policies;
  private final Cases cases;
  private final Readers readers;
  private final ProposalDesk proposals;
  private final Clock clock;

  public EntryDesk(
      PolicyBook policies, Cases cases, Readers readers, ProposalDesk proposals, Clock clock) {
    this.policies = policies;
    this.cases = cases;
    this.readers = readers;
    this.proposals = proposals;
    this.clock = clock;
  }

  /** The form, with what is known already; or why not. */
  public Opening form(CaseNumber number, Person person) {
    Optional<Case> found = question(number);
    Optional<Notice> no = refusal(found, person);
    return no.isPresent() || found.isEmpty()
        ? new Opening.Say(no.orElseGet(Notice.NotFound::new))
        : new Opening.Show(form(found.get()));
  }

  private Form form(Case about) {
    Policy policy = policies.current();
    String question = cases.latestReports(about.number(), 1).stream()
        .findFirst()
        .map(Report::text)
        .orElse("");
    String answer = about.stage() instanceof Stage.Resolved resolved ? resolved.text() : "";
    return new Form.NewEntry(
        about.number(),
        policy.languages(),
        policy.languageFor(about.language()),
        question.replaceAll("\\s+", " ").strip(),
        answer,
        policy.policyTeam().value(),
        today(policy).plusMonths(MONTHS));
  }

  /** Proposes the entry; {@code field} gives what was typed into a field of {@link Form.NewEntry}. */
  public Notice propose(CaseNumber number, Person person, Function<String, String> field) {
    Optional<Case> found = question(number);
    Optional<Notice> no = refusal(found, person);
    if (no.isPresent() || found.isEmpty()) {
      return no.orElseGet(Notice.NotFound::new);
    }
    Policy policy = policies.current();
    Optional<LocalDate> review = ReviewDay.of(field.apply(Form.NewEntry.REVIEW_BY), today(policy));
    if (review.isEmpty()) {
      return new Notice.Unclear("unclear.entry_day");
    }
    Map<Locale, String> topic = said(policy, Form.NewEntry.TOPIC, field);
    Map<Locale, String> question = said(policy, Form.NewEntry.QUESTION, field);
    Map<Locale, String> text = said(policy, Form.NewEntry.TEXT, field);
    Map<Locale, String> why = said(policy, Form.NewEntry.WHY, field);
    String owner = field.apply(Form.NewEntry.OWNER).strip();
    if (List.of(topic, question, text, why).stream().anyMatch(Map::isEmpty) || owner.isEmpty()) {
      return new Notice.Unclear("unclear.entry_missing");
    }
    Map<Locale, List<String>> questions = new LinkedHashMap<>();
    question.forEach((language, words) -> questions.put(language, List.of(words)));
    return proposals.propose(
        person,
        new Proposal.NewEntry(
            topic,
            questions,
            verdict(field.apply(Form.NewEntry.VERDICT)),
            text,
            why,
            policy.team(policy.policyTeam()).name().in(policy.original()),
            today(policy),
            owner,
            review.get()));
  }

  private Optional<Case> question(CaseNumber number) {
    return cases.find(number).filter(found -> found.kind() == Case.Kind.QUESTION);
  }

  /** Only who looks after the policy, and only what was answered. */
  private Optional<Notice> refusal(Optional<Case> found, Person person) {
    Optional<Notice> outside = readers.notInside(readers.of(person));
    if (outside.isPresent()) {
      return outside;
    }
    Policy policy = policies.current();
    Team team = policy.team(policy.policyTeam());
    Set<Readers.Membership> known =
        Set.copyOf(List.of(readers.membership(team, person), readers.owns(policy, person)));
    if (!known.contains(Readers.Membership.YES)) {
      return Optional.of(
          known.contains(Readers.Membership.UNKNOWN)
              ? new Notice.OneMoment()
              : new Notice.NotYourTeam(team));
    }
    Optional<Notice> erased = found
        .flatMap(about -> cases.erased(about.number()))
        .map(at -> new Notice.Erased(Optional.of(LocalDate.ofInstant(at, policy.zone()))));
    return erased.or(() -> found
        .filter(about -> !(about.stage() instanceof Stage.Resolved))
        .map(about -> new Notice.NoLongerOpen(about.number())));
  }

  private static Map<Locale, String> said(
      Policy policy, String name, Function<String, String> field) {
    Map<Locale, String> said = new LinkedHashMap<>();
    for (Locale language : policy.languages()) {
      String words = field.apply(Form.NewEntry.field(name, language)).strip();
      if (!words.isEmpty()) {
        said.put(language, words);
      }
    }
    return said;
  }

  private static Verdict verdict(String word) {
    for (Verdict verdict : Verdict.values()) {
      if (verdict.name().equalsIgnoreCase(word)) {
        return verdict;
      }
    }
    return Verdict.ASK;
  }

  private LocalDate today(Policy policy) {
    return LocalDate.ofInstant(clock.instant(), policy.zone());
  }
}
