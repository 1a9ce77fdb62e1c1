package dev.instead.desk;

import dev.instead.notice.Form;
import dev.instead.notice.Notice;
import dev.instead.people.Person;
import dev.instead.policy.LocalText;
import dev.instead.policy.Policy;
import dev.instead.policy.PolicyBook;
import dev.instead.policy.Situation;
import dev.instead.policy.TeamId;
import dev.instead.report.Case;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseNumber;
import dev.instead.report.Note;
import dev.instead.report.Outcome;
import dev.instead.report.Report;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a team can open from its card: forms, the timeline, the reports in full. For the team's eyes only. */
public final class CaseForms {
  private static final int SHOWN_REPORTS = 20;
  private static final int SHOWN_CASES = 50;

  private final PolicyBook policies;
  private final Cases cases;
  private final Readers readers;
  private final Admission admission;
  private final CaseChanges changes;
  private final Choices choices;

  public CaseForms(
      PolicyBook policies, Cases cases, Readers readers, Admission admission, CaseChanges changes) {
    this.policies = policies;
    this.cases = cases;
    this.readers = readers;
    this.admission = admission;
    this.changes = changes;
    this.choices = changes.choices();
  }

  /** A form of the card, or why not. */
  public Opening open(CaseForm form, CaseNumber number, Person member) {
    Optional<Case> found = cases.find(number);
    if (found.isEmpty()) {
      return new Opening.Say(admission.nothingFor(member));
    }
    Optional<Notice> no =
        admission.notAllowed(found.get(), member).or(() -> changes.erased(found.get()));
    if (no.isPresent()) {
      return new Opening.Say(no.get());
    }
    boolean readOnly = form == CaseForm.TIMELINE || form == CaseForm.REPORTS;
    if (!readOnly && !found.get().isOpen()) {
      return new Opening.Say(new Notice.NoLongerOpen(number));
    }
    return admission
        .notForm(form, found.get(), member)
        .<Opening>map(Opening.Say::new)
        .orElseGet(() -> new Opening.Show(draw(form, found.get(), policies.current())));
  }

  private Form draw(CaseForm form, Case about, Policy policy) {
    return switch (form) {
      case ASK_REPORTER -> new Form.AskReporter(about);
      case REPLY -> new Form.ReplyToReporter(about);
      case RESOLVE -> new Form.Resolve(about, Outcome.ANSWERED, "");
      case HAND_OVER -> new Form.HandOver(about, choices.teams(policy, about));
      case SEVERITY -> new Form.ChangeSeverity(about);
      case MERGE -> merge(policy, about);
      case USE_REPLY -> new Form.UseReply(about, choices.replies(policy, about));
      case TIMELINE -> timeline(about);
      case REPORTS -> reports(about);
    };
  }

  private Form merge(Policy policy, Case about) {
    List<Case> others = cases.openCases(about.team(), SHOWN_CASES).stream()
        .filter(other -> Choices.joins(about, other))
        .toList();
    Map<String, Situation> situations = new LinkedHashMap<>();
    others.forEach(
        other -> situations.put(other.number().value(), policy.situation(other.situation())));
    return new Form.Merge(about, others, situations);
  }

  private Form timeline(Case about) {
    List<CaseEvent> events = cases.events(about.number());
    List<Note> notes = cases.notes(about.number());
    Set<Person> people = new HashSet<>();
    // Of an old case only the latest events are shown; asking who made the others would only take
    // time.
    events.stream()
        .skip(Math.max(0, events.size() - Form.Timeline.SHOWN))
        .forEach(event -> event.by().ifPresent(people::add));
    return new Form.Timeline(about, events, notes, readers.namesOf(people), teams());
  }

  private Map<TeamId, LocalText> teams() {
    Map<TeamId, LocalText> names = new LinkedHashMap<>();
    policies.current().teams().values().forEach(team -> names.put(team.id(), team.name()));
    return names;
  }

  private Form reports(Case about) {
    List<Report> reports = cases.latestReports(about.number(), SHOWN_REPORTS);
    return new Form.Reports(
        about, reports, readers.namesOf(reports.stream().map(Report::reporter).toList()));
  }
}
