package dev.instead.store;

import dev.instead.desk.Change;
import dev.instead.desk.Delivery;
import dev.instead.desk.Joining;
import dev.instead.notice.Wanted;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.policy.Severity;
import dev.instead.policy.SituationId;
import dev.instead.policy.TeamId;
import dev.instead.report.Case;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseNumber;
import dev.instead.report.Link;
import dev.instead.report.Note;
import dev.instead.report.NoteId;
import dev.instead.report.Report;
import dev.instead.report.ReportId;
import dev.instead.report.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** People, cases and changes that the tests of the store begin with. */
final class Samples {
  static final Instant NOW = Instant.parse("2026-11-22T09:00:00.123Z");
  static final TeamId CARE = new TeamId("social-care");
  static final Channel CHANNEL = new Channel(Platform.SLACK, "T0ACME", "C0SOCIAL");
  static final Person ANA = person("U0ANA");
  static final Person BEN = person("U0BEN");
  static final Person DEWI = person("U0DEWI");
  static final CaseNumber NUMBER = new CaseNumber("S-7KQ2");
  static final CaseNumber OTHER = new CaseNumber("S-8MN3");

  private Samples() {}

  static Person person(String id) {
    return new Person(Platform.SLACK, "T0ACME", id);
  }

  static Case newCase(CaseNumber number, String linkKey) {
    return new Case(
        number,
        Case.Kind.REPORT,
        new SituationId("refund"),
        CARE,
        Severity.NORMAL,
        new Stage.Open(),
        Optional.of(new Link("https://" + linkKey + "?utm_source=x", linkKey)),
        false,
        Locale.forLanguageTag("id"),
        1,
        NOW,
        Optional.of(NOW.plusSeconds(1800)),
        "2026-11",
        0,
        0);
  }

  static Report report(CaseNumber number, Person reporter) {
    return new Report(
        new ReportId(UUID.randomUUID().toString()),
        number,
        reporter,
        "Dewi Lestari",
        "They want their money back",
        Locale.ENGLISH,
        NOW,
        false,
        false);
  }

  static Note note(CaseNumber number, Report report) {
    return new Note(
        new NoteId(UUID.randomUUID().toString()),
        number,
        Note.Kind.QUESTION,
        ANA,
        Optional.of(report.id()),
        "Which shop was it?",
        NOW);
  }

  static CaseEvent event(Case about, Person by, CaseEvent.What what) {
    return new CaseEvent(about.number(), NOW, Optional.of(by), what);
  }

  static Delivery delivery() {
    return new Delivery("slack:T0ACME:trigger:" + UUID.randomUUID());
  }

  /** What filing a first report stores. */
  static Change filing(Case about, Report report, Delivery delivery) {
    return new Change(
        List.of(about),
        List.of(report),
        List.of(event(
            about,
            report.reporter(),
            new CaseEvent.Opened(about.situation(), about.team(), about.severity()))),
        List.of(),
        List.of(Wanted.teamCard(about.number(), CHANNEL, false), Wanted.receipt(report)),
        Optional.of(delivery),
        "filed:" + report.id());
  }

  static Change filing(Case about, Report report) {
    return filing(about, report, delivery());
  }

  /** A decision about cases and reports that tells nobody. */
  static Change change(List<Case> cases, List<Report> reports) {
    return new Change(
        cases, reports, List.of(), List.of(), List.of(), Optional.of(delivery()), "changed");
  }

  static Joining joining(Report report) {
    return new Joining(
        report,
        new CaseEvent(
            report.number(),
            NOW,
            Optional.of(report.reporter()),
            new CaseEvent.Joined(report.id())),
        List.of(Wanted.receipt(report)),
        delivery(),
        "joined:" + report.id());
  }
}
