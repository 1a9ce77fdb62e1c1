package dev.instead.notice;

import static dev.instead.notice.Samples.ANA;
import static dev.instead.notice.Samples.BUDI;
import static dev.instead.notice.Samples.CARE;
import static dev.instead.notice.Samples.DEWI;
import static dev.instead.notice.Samples.LEGAL;
import static dev.instead.notice.Samples.LINE;
import static dev.instead.notice.Samples.NAMES;
import static dev.instead.notice.Samples.NASTY;
import static dev.instead.notice.Samples.NOON;
import static dev.instead.notice.Samples.NUMBER;
import static dev.instead.notice.Samples.PRAISE;
import static dev.instead.notice.Samples.QUESTION;
import static dev.instead.notice.Samples.REFUND;
import static dev.instead.notice.Samples.REPLY;
import static dev.instead.notice.Samples.THREAT;
import static dev.instead.notice.Samples.claimed;
import static dev.instead.notice.Samples.note;
import static dev.instead.notice.Samples.open;
import static dev.instead.notice.Samples.question;
import static dev.instead.notice.Samples.report;
import static dev.instead.notice.Samples.same;

import dev.instead.people.Person;
import dev.instead.policy.Part;
import dev.instead.policy.ReplyId;
import dev.instead.policy.ResourceId;
import dev.instead.policy.RuleId;
import dev.instead.policy.Severity;
import dev.instead.policy.SituationId;
import dev.instead.policy.TeamId;
import dev.instead.report.CaseEvent;
import dev.instead.report.Note;
import dev.instead.report.NoteId;
import dev.instead.report.Outcome;
import dev.instead.report.ReportId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** At least one of every form. Names become file names of golden forms. */
public final class FormSamples {
  private static final ReportId REPORT = report(DEWI, "").id();

  private FormSamples() {}

  public record Sample(String name, Form form) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Form.Topics topics(String chosen, int page, int pages) {
    return new Form.Topics(
        List.of(
            new Shelf(Shelf.ALL, Optional.empty(), 27),
            new Shelf("cars", Optional.of(same("Cars & prices")), 21),
            new Shelf(Shelf.MORE, Optional.empty(), 1),
            new Shelf(Shelf.RIGHTS, Optional.empty(), 3),
            new Shelf(Shelf.OWN_ACCOUNT, Optional.empty(), 1),
            new Shelf(Shelf.SENSITIVE, Optional.empty(), 1)),
        chosen,
        Arrays.stream(Chapter.values())
            .map(chapter ->
                new Form.Entry(new RuleId("about-" + chapter), same("About " + chapter), chapter))
            .toList(),
        page,
        pages);
  }

  private static Form.Hit hit() {
    return new Form.Hit(
        new RuleId("car-photos"),
        Chapter.ASK,
        new Marked(List.of(new Marked.Run("Pictures", true), new Marked.Run(" at work", false))),
        new Marked(List.of(
            new Marked.Run("… share ", false),
            new Marked.Run("pictures", true),
            new Marked.Run(" of your own ", false),
            new Marked.Run("car", true),
            new Marked.Run(" …", false))));
  }

  private static Form.Hit nastyHit() {
    Marked nasty = new Marked(List.of(new Marked.Run(NASTY, true)));
    return new Form.Hit(new RuleId("pay"), Chapter.RIGHTS, nasty, nasty);
  }

  public static List<Sample> all() {
    return List.of(
        new Sample(
            "FileReport",
            new Form.FileReport(
                List.of(REFUND, THREAT, PRAISE),
                Optional.empty(),
                "",
                "",
                List.of(),
                List.of(LINE))),
        new Sample(
            "FileReport.danger",
            new Form.FileReport(
                List.of(REFUND, THREAT, PRAISE),
                Optional.of(THREAT.id()),
                "https://x.com/someone/status/1",
                NASTY,
                List.of(LINE),
                List.of(LINE))),
        new Sample("AddDetails", new Form.AddDetails(REPORT, Optional.of(NUMBER))),
        new Sample(
            "AnswerTeam",
            new Form.AnswerTeam(REPORT, NUMBER, note(Note.Kind.QUESTION, ANA, NASTY))),
        new Sample("AskPolicy", new Form.AskPolicy("")),
        new Sample(
            "StillRight",
            new Form.StillRight(
                new RuleId("new-store"),
                REFUND.title(),
                Optional.of(LocalDate.of(2027, 2, 1)),
                LocalDate.of(2027, 5, 22))),
        new Sample(
            "ChangeEntry",
            new Form.ChangeEntry(
                new ResourceId("repairs"),
                REFUND.title(),
                List.of(
                    new Form.ChangeEntry.Said(Part.LABEL, Locale.ENGLISH, "Repairs"),
                    new Form.ChangeEntry.Said(
                        Part.LABEL, Locale.forLanguageTag("id"), "Perbaikan")),
                Optional.of("https://meranti.example/repairs"),
                List.of())),
        new Sample(
            "ChangeEntry.answer",
            new Form.ChangeEntry(
                new RuleId("new-store"),
                REFUND.title(),
                List.of(new Form.ChangeEntry.Said(Part.DO, Locale.ENGLISH, NASTY)),
                Optional.empty(),
                List.of("account.official", "stance.trained"))),
        new Sample("AskPolicy.draft", new Form.AskPolicy(NASTY)),
        new Sample(
            "NewEntry",
            new Form.NewEntry(
                QUESTION,
                List.of(Locale.ENGLISH, Locale.forLanguageTag("id")),
                Locale.forLanguageTag("id"),
                NASTY,
                "We answered.",
                "communications",
                LocalDate.of(2027, 5, 23))),
        new Sample(
            "AddExample",
            new Form.AddExample(
                42,
                NASTY,
                List.of(new Notice.Suggestion(new RuleId("new-store"), REFUND.title())),
                Optional.of(new RuleId("new-store")),
                List.of(Locale.ENGLISH, Locale.forLanguageTag("id")),
                Locale.ENGLISH)),
        new Sample(
            "AddExample.unclear",
            new Form.AddExample(
                42,
                "shop?",
                List.of(new Notice.Suggestion(new RuleId("new-store"), REFUND.title())),
                Optional.empty(),
                List.of(Locale.ENGLISH),
                Locale.ENGLISH)),
        new Sample("Topics", topics(Shelf.ALL, 0, 2)),
        new Sample("Topics.last", topics("cars", 1, 2)),
        new Sample("Topics.nothing", new Form.Topics(List.of(), Shelf.ALL, List.of(), 0, 1)),
        new Sample("Search", new Form.Search("", List.of())),
        new Sample("Search.found", new Form.Search("pictres of cars", List.of(hit(), nastyHit()))),
        new Sample("Search.nothing", new Form.Search(NASTY, List.of())),
        new Sample("AskReporter", new Form.AskReporter(claimed())),
        new Sample("ReplyToReporter", new Form.ReplyToReporter(open())),
        new Sample("Resolve", new Form.Resolve(claimed(), Outcome.ANSWERED, "We answered.")),
        new Sample("HandOver", new Form.HandOver(claimed(), List.of(LEGAL, CARE))),
        new Sample("HandOver.nowhere", new Form.HandOver(claimed(), List.of())),
        new Sample("ChangeSeverity", new Form.ChangeSeverity(claimed())),
        new Sample(
            "Merge",
            new Form.Merge(claimed(), List.of(open(), question()), Map.of("S-7KQ2", REFUND))),
        new Sample("Merge.nothing", new Form.Merge(claimed(), List.of(), Map.of())),
        new Sample("UseReply", new Form.UseReply(claimed(), List.of(REPLY))),
        new Sample("UseReply.nothing", new Form.UseReply(claimed(), List.of())),
        new Sample("Timeline", timeline()),
        new Sample(
            "Reports",
            new Form.Reports(claimed(), List.of(report(BUDI, NASTY), report(DEWI, "")), NAMES)));
  }

  private static Form timeline() {
    NoteId note = note(Note.Kind.DETAILS, DEWI, NASTY).id();
    List<CaseEvent.What> whats = List.of(
        new CaseEvent.Opened(new SituationId("refund"), new TeamId("social-care"), Severity.NORMAL),
        new CaseEvent.Joined(REPORT),
        new CaseEvent.DetailsAdded(note),
        new CaseEvent.ReportWithdrawn(REPORT),
        new CaseEvent.Claimed(),
        new CaseEvent.Released(),
        new CaseEvent.HandedOver(new TeamId("social-care"), new TeamId("legal")),
        new CaseEvent.SeverityChanged(Severity.NORMAL, Severity.URGENT),
        new CaseEvent.MergedInto(QUESTION),
        new CaseEvent.Absorbed(QUESTION),
        new CaseEvent.ReplyUsed(new ReplyId("refund-1")),
        new CaseEvent.ReporterAsked(new NoteId("gone")),
        new CaseEvent.ReporterTold(new NoteId("gone")),
        new CaseEvent.ReporterAnswered(new NoteId("gone")),
        new CaseEvent.Resolved(Outcome.ANSWERED),
        new CaseEvent.Reopened());
    List<CaseEvent> events = new ArrayList<>();
    for (CaseEvent.What what : whats) {
      Optional<Person> by =
          what instanceof CaseEvent.Released ? Optional.empty() : Optional.of(ANA);
      events.add(new CaseEvent(NUMBER, NOON.plusSeconds(60L * events.size()), by, what));
    }
    return new Form.Timeline(
        claimed(),
        events,
        List.of(note(Note.Kind.DETAILS, DEWI, NASTY)),
        NAMES,
        Map.of(Samples.CARE.id(), Samples.CARE.name()));
  }
}
