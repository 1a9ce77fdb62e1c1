package dev.instead.store;

import static dev.instead.store.Samples.ANA;
import static dev.instead.store.Samples.BEN;
import static dev.instead.store.Samples.CARE;
import static dev.instead.store.Samples.DEWI;
import static dev.instead.store.Samples.NOW;
import static dev.instead.store.Samples.NUMBER;
import static dev.instead.store.Samples.OTHER;
import static dev.instead.store.Samples.change;
import static dev.instead.store.Samples.delivery;
import static dev.instead.store.Samples.event;
import static dev.instead.store.Samples.filing;
import static dev.instead.store.Samples.joining;
import static dev.instead.store.Samples.newCase;
import static dev.instead.store.Samples.note;
import static dev.instead.store.Samples.person;
import static dev.instead.store.Samples.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.desk.Cases;
import dev.instead.desk.Change;
import dev.instead.desk.Delivery;
import dev.instead.desk.Joining;
import dev.instead.policy.Severity;
import dev.instead.policy.TeamId;
import dev.instead.report.Case;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseNumber;
import dev.instead.report.Note;
import dev.instead.report.Outcome;
import dev.instead.report.Report;
import dev.instead.report.ReportId;
import dev.instead.report.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every store of cases does. */
abstract class CasesContract {
  private final Case refund = newCase(NUMBER, "example.com/post/1");
  private final Report first = report(NUMBER, DEWI);

  abstract Cases cases();

  @Test
  void what_was_saved_is_found_as_it_was() {
    assertTrue(cases().save(filing(refund, first)));

    assertEquals(Optional.of(refund.saved()), cases().find(NUMBER));
    assertEquals(Optional.of(refund.saved()), cases().openCaseOf("example.com/post/1"));
    assertEquals(Optional.of(first), cases().report(first.id()));
    assertEquals(Optional.of(first), cases().reportBy(NUMBER, DEWI));
    assertEquals(
        List.of(event(
            refund,
            DEWI,
            new CaseEvent.Opened(refund.situation(), refund.team(), refund.severity()))),
        cases().events(NUMBER));
  }

  @Test
  void what_was_never_saved_is_not_found() {
    assertEquals(Optional.empty(), cases().find(NUMBER));
    assertEquals(Optional.empty(), cases().openCaseOf("example.com/post/1"));
    assertEquals(Optional.empty(), cases().report(new ReportId("none")));
    assertEquals(Optional.empty(), cases().reportBy(NUMBER, ANA));
    assertEquals(Optional.empty(), cases().answerTo(delivery()));
    assertEquals(Optional.empty(), cases().oldestOpen(CARE));
    assertEquals(List.of(), cases().events(NUMBER));
  }

  @Test
  void every_stage_comes_back_as_it_was() {
    cases().save(filing(refund, first));
    List<Stage> stages = List.of(
        new Stage.Claimed(ANA, NOW),
        new Stage.Resolved(ANA, NOW, Outcome.ANSWERED, "We called them"),
        new Stage.Open(),
        new Stage.Merged(BEN, NOW, OTHER),
        new Stage.Withdrawn(NOW));

    for (Stage stage : stages) {
      Case now = cases().find(NUMBER).orElseThrow();
      assertTrue(cases().save(change(List.of(now.at(stage)), List.of())));
      assertEquals(stage, cases().find(NUMBER).orElseThrow().stage());
    }
  }

  @Test
  void of_two_decisions_about_one_version_the_second_is_not_stored() {
    cases().save(filing(refund, first));
    Case read = cases().find(NUMBER).orElseThrow();

    assertTrue(cases().save(change(List.of(read.at(new Stage.Claimed(ANA, NOW))), List.of())));
    Delivery late = delivery();
    Change second = new Change(
        List.of(read.at(new Stage.Claimed(BEN, NOW))),
        List.of(),
        List.of(event(read, BEN, new CaseEvent.Claimed())),
        List.of(),
        List.of(),
        Optional.of(late),
        "claimed");
    assertFalse(cases().save(second));

    assertEquals(Optional.of(ANA), cases().find(NUMBER).orElseThrow().owner());
    assertEquals(1, cases().events(NUMBER).size());
    assertEquals(Optional.empty(), cases().answerTo(late));
  }

  @Test
  void a_hundred_claims_at_once_have_one_winner_and_one_event() throws Exception {
    cases().save(filing(refund, first));
    Case read = cases().find(NUMBER).orElseThrow();

    List<Boolean> won = atOnce(
        100,
        i -> cases()
            .save(new Change(
                List.of(read.at(new Stage.Claimed(person("U" + i), NOW))),
                List.of(),
                List.of(event(read, person("U" + i), new CaseEvent.Claimed())),
                List.of(),
                List.of(),
                Optional.of(delivery()),
                "claimed")));

    assertEquals(1, won.stream().filter(yes -> yes).count());
    assertEquals(2, cases().events(NUMBER).size());
  }

  @Test
  void a_post_has_one_open_case() {
    cases().save(filing(refund, first));

    assertFalse(cases().save(filing(newCase(OTHER, "example.com/post/1"), report(OTHER, BEN))));

    assertEquals(Optional.empty(), cases().find(OTHER));
  }

  @Test
  void a_post_may_get_a_new_case_once_the_old_one_is_resolved_and_then_the_old_one_stays_closed() {
    cases().save(filing(refund, first));
    Stage resolved = new Stage.Resolved(ANA, NOW, Outcome.NO_ACTION, "");
    cases().save(change(List.of(refund.saved().at(resolved)), List.of()));

    assertTrue(cases().save(filing(newCase(OTHER, "example.com/post/1"), report(OTHER, BEN))));
    Case old = cases().find(NUMBER).orElseThrow();
    assertFalse(cases().save(change(List.of(old.at(new Stage.Open())), List.of())));

    assertEquals(resolved, cases().find(NUMBER).orElseThrow().stage());
    assertEquals(OTHER, cases().openCaseOf("example.com/post/1").orElseThrow().number());
  }

  @Test
  void cases_without_a_link_never_share_one() {
    assertTrue(cases().save(filing(withoutLink(NUMBER), report(NUMBER, DEWI))));
    assertTrue(cases().save(filing(withoutLink(OTHER), report(OTHER, BEN))));
  }

  @Test
  void a_number_is_given_once() {
    cases().save(filing(refund, first));

    assertFalse(cases().save(filing(newCase(NUMBER, "example.com/post/2"), report(NUMBER, BEN))));

    assertEquals(Optional.empty(), cases().openCaseOf("example.com/post/2"));
    assertEquals(Optional.empty(), cases().reportBy(NUMBER, BEN));
  }

  @Test
  void a_delivery_has_one_effect_and_keeps_its_answer() {
    Delivery twice = delivery();
    assertTrue(cases().save(filing(refund, first, twice)));

    assertFalse(
        cases().save(filing(newCase(OTHER, "example.com/post/2"), report(OTHER, DEWI), twice)));

    assertEquals(Optional.of("filed:" + first.id()), cases().answerTo(twice));
    assertEquals(Optional.empty(), cases().find(OTHER));
  }

  @Test
  void thousands_may_join_in_any_order_and_each_is_counted() throws Exception {
    cases().save(filing(refund, first));

    List<Optional<Case>> joined =
        atOnce(64, i -> cases().join(joining(report(NUMBER, person("U" + i)))));

    assertTrue(joined.stream().allMatch(Optional::isPresent));
    assertEquals(
        64,
        joined.stream()
            .mapToInt(found -> found.orElseThrow().reports())
            .distinct()
            .count());
    assertEquals(refund.withReports(65).saved(), cases().find(NUMBER).orElseThrow());
    assertEquals(65, cases().latestReports(NUMBER, 100).size());
    assertEquals(65, cases().events(NUMBER).size());
  }

  @Test
  void a_decision_made_while_others_joined_keeps_their_count() {
    cases().save(filing(refund, first));
    Case read = cases().find(NUMBER).orElseThrow();
    cases().join(joining(report(NUMBER, BEN)));

    assertTrue(cases().save(change(List.of(read.at(new Stage.Claimed(ANA, NOW))), List.of())));

    assertEquals(2, cases().find(NUMBER).orElseThrow().reports());
  }

  @Test
  void who_reports_a_post_twice_counts_once() {
    cases().save(filing(refund, first));

    assertEquals(1, cases().join(joining(report(NUMBER, DEWI))).orElseThrow().reports());
  }

  @Test
  void nobody_joins_a_closed_case() {
    cases().save(filing(refund, first));
    Stage resolved = new Stage.Resolved(ANA, NOW, Outcome.NO_ACTION, "");
    cases().save(change(List.of(refund.saved().at(resolved)), List.of()));
    Joining late = joining(report(NUMBER, BEN));

    assertEquals(Optional.empty(), cases().join(late));

    assertEquals(Optional.empty(), cases().answerTo(late.delivery()));
    assertEquals(Optional.empty(), cases().report(late.report().id()));
  }

  @Test
  void joining_twice_by_one_delivery_has_one_effect() {
    cases().save(filing(refund, first));
    Joining once = joining(report(NUMBER, BEN));
    Joining again =
        new Joining(report(NUMBER, BEN), once.event(), List.of(), once.delivery(), "again");

    assertTrue(cases().join(once).isPresent());
    assertEquals(Optional.empty(), cases().join(again));

    assertEquals(2, cases().find(NUMBER).orElseThrow().reports());
  }

  @Test
  void merging_takes_the_reports_along() {
    cases().save(filing(refund, first));
    Report second = report(OTHER, BEN);
    cases().save(filing(newCase(OTHER, "example.com/post/2"), second));
    Case from = cases().find(OTHER).orElseThrow();
    Case into = cases().find(NUMBER).orElseThrow();

    assertTrue(cases()
        .save(change(
            List.of(from.at(new Stage.Merged(ANA, NOW, NUMBER)), into.withReports(2)),
            List.of(second.movedTo(NUMBER)))));

    assertEquals(2, cases().find(NUMBER).orElseThrow().reports());
    assertEquals(0, cases().find(OTHER).orElseThrow().reports());
    assertEquals(Optional.of(second.movedTo(NUMBER)), cases().reportBy(NUMBER, BEN));
  }

  @Test
  void a_case_that_somebody_just_joined_is_not_merged_without_them() {
    cases().save(filing(refund, first));
    Report second = report(OTHER, BEN);
    cases().save(filing(newCase(OTHER, "example.com/post/2"), second));
    Case from = cases().find(OTHER).orElseThrow();
    Case into = cases().find(NUMBER).orElseThrow();
    cases().join(joining(report(OTHER, ANA)));

    assertFalse(cases()
        .save(change(
            List.of(from.at(new Stage.Merged(ANA, NOW, NUMBER)), into),
            List.of(second.movedTo(NUMBER)))));

    assertTrue(cases().find(OTHER).orElseThrow().isOpen());
    assertEquals(2, cases().latestReports(OTHER, 10).size());
  }

  @Test
  void a_withdrawn_report_is_not_counted_and_not_listed() {
    cases().save(filing(refund, first));
    cases().join(joining(report(NUMBER, BEN)));
    Case read = cases().find(NUMBER).orElseThrow();

    assertTrue(cases().save(change(List.of(read.withReports(1)), List.of(first.takenBack()))));

    assertEquals(1, cases().find(NUMBER).orElseThrow().reports());
    assertEquals(Optional.empty(), cases().reportBy(NUMBER, DEWI));
    assertEquals(Optional.of(first.takenBack()), cases().report(first.id()));
    assertEquals(List.of(), cases().filedBy(DEWI, 10));
    assertEquals(1, cases().latestReports(NUMBER, 10).size());
  }

  @Test
  void a_case_that_somebody_just_joined_does_not_end_with_its_first_report() {
    cases().save(filing(refund, first));
    Case read = cases().find(NUMBER).orElseThrow();
    cases().join(joining(report(NUMBER, BEN)));

    assertFalse(cases()
        .save(change(
            List.of(read.at(new Stage.Withdrawn(NOW)).withReports(0)),
            List.of(first.takenBack()))));

    assertTrue(cases().find(NUMBER).orElseThrow().isOpen());
    assertEquals(2, cases().find(NUMBER).orElseThrow().reports());
  }

  @Test
  void people_see_their_own_reports_newest_first() {
    Report later = new Report(
        new ReportId("later"),
        OTHER,
        DEWI,
        "Dewi Lestari",
        "",
        first.language(),
        NOW.plusSeconds(1),
        false,
        false);
    cases().save(filing(refund, first));
    cases().save(filing(newCase(OTHER, "example.com/post/2"), later));
    cases().join(joining(report(NUMBER, BEN)));

    List<Cases.Filed> filed = cases().filedBy(DEWI, 10);

    assertEquals(List.of(later, first), filed.stream().map(Cases.Filed::report).toList());
    assertEquals(cases().find(NUMBER).orElseThrow(), filed.get(1).about());
    assertEquals(1, cases().filedBy(DEWI, 1).size());
  }

  @Test
  void a_person_keeps_the_name_that_was_last_known() {
    cases().save(filing(refund, first));
    Report nameless = new Report(
        new ReportId("nameless"), OTHER, DEWI, "", "", first.language(), NOW, false, false);
    cases().save(filing(newCase(OTHER, "example.com/post/2"), nameless));

    assertEquals("Dewi Lestari", cases().report(nameless.id()).orElseThrow().reporterName());
  }

  @Test
  void notes_come_back_oldest_first() {
    cases().save(filing(refund, first));
    Note question = note(NUMBER, first);
    Note answer = new Note(
        new dev.instead.report.NoteId("answer"),
        NUMBER,
        Note.Kind.ANSWER,
        DEWI,
        Optional.empty(),
        "The one in Bandung",
        NOW.plusSeconds(1));
    cases()
        .save(new Change(
            List.of(),
            List.of(),
            List.of(),
            List.of(answer, question),
            List.of(),
            Optional.of(delivery()),
            "asked"));

    assertEquals(List.of(question, answer), cases().notes(NUMBER));
    assertEquals(Optional.of(answer), cases().note(answer.id()));
  }

  @Test
  void a_team_sees_its_open_cases_oldest_first() {
    Case older = opened(newCase(OTHER, "example.com/post/2"), -60);
    Case claimed = opened(newCase(new CaseNumber("S-9PQ4"), "example.com/post/3"), -120);
    cases().save(filing(refund, first));
    cases().save(filing(older, report(OTHER, BEN)));
    cases().save(filing(claimed, report(claimed.number(), BEN)));
    cases().save(change(List.of(claimed.saved().at(new Stage.Claimed(ANA, NOW))), List.of()));

    assertEquals(
        List.of(claimed.number(), OTHER, NUMBER),
        cases().openCases(CARE, 10).stream().map(Case::number).toList());
    assertEquals(Optional.of(OTHER), cases().oldestOpen(CARE));
    assertEquals(1, cases().openCases(CARE, 1).size());
    assertEquals(Optional.empty(), cases().oldestOpen(new TeamId("legal")));
  }

  @Test
  void a_change_that_fails_half_way_leaves_nothing() {
    Case missing = newCase(OTHER, "example.com/post/2").saved();
    Delivery whose = delivery();
    Change half = new Change(
        List.of(refund, missing),
        List.of(first),
        List.of(),
        List.of(),
        List.of(),
        Optional.of(whose),
        "half");

    assertFalse(cases().save(half));

    assertEquals(Optional.empty(), cases().find(NUMBER));
    assertEquals(Optional.empty(), cases().answerTo(whose));
  }

  @Test
  void a_case_keeps_how_often_its_stage_or_team_changed() {
    cases().save(filing(refund, first));
    Case opened = cases().find(NUMBER).orElseThrow();
    assertEquals(0, opened.turn());
    Case claimed = stored(opened.at(new Stage.Claimed(ANA, NOW)));
    assertEquals(1, claimed.turn());
    Case urgent = stored(claimed.of(Severity.HIGH, Optional.empty()));
    assertEquals(1, urgent.turn());
    cases().join(joining(report(NUMBER, BEN)));
    Case joined = cases().find(NUMBER).orElseThrow();
    assertEquals(1, joined.turn());
    Case handed = stored(joined.handedTo(new TeamId("legal"), Optional.empty(), "2026-11"));
    assertEquals(2, handed.turn());
  }

  private Case stored(Case next) {
    assertTrue(cases().save(change(List.of(next), List.of())));
    return cases().find(NUMBER).orElseThrow();
  }

  private static Case withoutLink(CaseNumber number) {
    Case c = newCase(number, "none");
    return new Case(
        c.number(),
        c.kind(),
        c.situation(),
        c.team(),
        c.severity(),
        c.stage(),
        Optional.empty(),
        c.restricted(),
        c.language(),
        c.reports(),
        c.openedAt(),
        c.due(),
        c.policyVersion(),
        c.version(),
        c.turn());
  }

  private static Case opened(Case c, long seconds) {
    return new Case(
        c.number(),
        c.kind(),
        c.situation(),
        c.team(),
        c.severity(),
        c.stage(),
        c.link(),
        c.restricted(),
        c.language(),
        c.reports(),
        c.openedAt().plusSeconds(seconds),
        c.due(),
        c.policyVersion(),
        c.version(),
        c.turn());
  }

  private interface Attempt<T> {
    T run(int who);
  }

  private static <T> List<T> atOnce(int people, Attempt<T> attempt) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(people);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < people; i++) {
        int who = i;
        running.add(threads.submit(() -> attempt.run(who)));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get(20, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }
}
