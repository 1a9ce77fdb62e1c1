package dev.instead.store;

import static dev.instead.store.Samples.ANA;
import static dev.instead.store.Samples.BEN;
import static dev.instead.store.Samples.CHANNEL;
import static dev.instead.store.Samples.DEWI;
import static dev.instead.store.Samples.NOW;
import static dev.instead.store.Samples.NUMBER;
import static dev.instead.store.Samples.OTHER;
import static dev.instead.store.Samples.change;
import static dev.instead.store.Samples.delivery;
import static dev.instead.store.Samples.filing;
import static dev.instead.store.Samples.joining;
import static dev.instead.store.Samples.newCase;
import static dev.instead.store.Samples.note;
import static dev.instead.store.Samples.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.desk.Cases;
import dev.instead.desk.Change;
import dev.instead.notice.MessageKind;
import dev.instead.notice.Recipient;
import dev.instead.notice.Wanted;
import dev.instead.outbox.Due;
import dev.instead.outbox.Queue;
import dev.instead.outbox.Remote;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.report.Case;
import dev.instead.report.Note;
import dev.instead.report.Report;
import dev.instead.report.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every queue of messages does. */
abstract class QueueContract {
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Remote CARD = new Remote(CHANNEL.id(), "1700000000.000100");

  private final Case refund = newCase(NUMBER, "example.com/post/1");
  private final Report first = report(NUMBER, DEWI);

  abstract Cases cases();

  abstract Queue queue();

  @Test
  void a_delivered_relay_is_found_by_its_remote_id_and_by_its_reader_alone() {
    cases().save(filing(refund, first));
    Note asked = note(NUMBER, first);
    cases()
        .save(new Change(
            List.of(),
            List.of(),
            List.of(),
            List.of(asked),
            List.of(Wanted.relayToAll(asked)),
            Optional.of(delivery()),
            "asked"));
    Remote there = new Remote("D0DEWI", "1700000000.000900");
    for (List<Due> some = take(NOW); !some.isEmpty(); some = take(NOW)) {
      for (Due due : some) {
        boolean relay = due.kind() == MessageKind.RELAY;
        queue().delivered(due.id(), due.wanted(), relay ? there : CARD, NOW);
      }
    }

    assertEquals(
        Optional.of(new Cases.Relayed(asked.id(), first.id())), cases().relayed(DEWI, there.id()));
    assertEquals(Optional.empty(), cases().relayed(ANA, there.id()));
    assertEquals(Optional.empty(), cases().relayed(DEWI, "1700000000.000901"));
  }

  @Test
  void what_a_change_wants_is_due_at_once() {
    cases().save(filing(refund, first));

    List<Due> due = take(NOW);

    Due card = due.get(0);
    assertEquals(List.of(MessageKind.TEAM_CARD, MessageKind.RECEIPT), kinds(due));
    assertEquals(new Recipient.InChannel(CHANNEL), card.to());
    assertEquals(Optional.of(NUMBER), card.number());
    assertEquals(Optional.empty(), card.remote());
    assertEquals(Optional.empty(), card.report());
    assertEquals(1, card.wanted());
    assertEquals(1, card.attempts());
    assertEquals(NOW, card.since());
    assertFalse(card.inDoubt());
    assertEquals(new Recipient.InPrivate(DEWI), due.get(1).to());
    assertEquals(Optional.of(first.id()), due.get(1).report());
  }

  @Test
  void a_refused_change_wants_nothing() {
    cases().save(filing(refund, first));
    take(NOW);

    assertFalse(cases().save(filing(newCase(NUMBER, "example.com/post/2"), report(NUMBER, BEN))));

    assertEquals(List.of(), take(NOW));
  }

  @Test
  void what_is_lent_is_not_lent_again_until_the_lease_ends_and_then_it_is_in_doubt() {
    queue().want(List.of(card(refund, false)), NOW);
    assertEquals(1, take(NOW).size());

    assertEquals(List.of(), take(NOW.plus(LEASE).minusMillis(1)));
    Due again = take(NOW.plus(LEASE)).get(0);

    assertTrue(again.inDoubt());
    assertEquals(2, again.attempts());
  }

  @Test
  void a_new_start_ends_all_leases_and_leaves_what_was_lent_in_doubt() {
    queue().want(List.of(card(refund, false)), NOW);
    take(NOW);
    queue().want(List.of(receipt(BEN)), NOW);

    queue().endLeases(NOW);

    List<Due> due = take(NOW);
    assertEquals(List.of(true, false), due.stream().map(Due::inDoubt).toList());
  }

  @Test
  void what_is_delivered_is_not_due_any_more_and_its_next_version_edits_it() {
    Due card = wantAndTake(card(refund, false));
    queue().delivered(card.id(), 1, CARD, NOW);
    assertEquals(List.of(), take(NOW.plusSeconds(3600)));

    Due edit = wantAndTake(card(refund, false));

    assertEquals(card.id(), edit.id());
    assertEquals(Optional.of(CARD), edit.remote());
    assertEquals(2, edit.wanted());
    assertEquals(1, edit.attempts());
  }

  @Test
  void ten_changes_are_one_edit() {
    for (int i = 0; i < 10; i++) {
      queue().want(List.of(card(refund, false)), NOW);
    }

    List<Due> due = take(NOW);

    assertEquals(1, due.size());
    assertEquals(10, due.get(0).wanted());
  }

  @Test
  void what_changes_while_it_is_sent_is_due_again_once_it_is_delivered() {
    Due card = wantAndTake(card(refund, false));
    queue().want(List.of(card(refund, false)), NOW);
    assertEquals(List.of(), take(NOW));

    queue().delivered(card.id(), card.wanted(), CARD, NOW);

    assertEquals(2, take(NOW).get(0).wanted());
  }

  @Test
  void what_is_superseded_is_not_due_any_more() {
    Due card = wantAndTake(card(refund, false));

    queue().superseded(card.id(), card.wanted(), NOW);

    assertEquals(List.of(), take(NOW.plus(LEASE)));
    assertEquals(0, queue().backlog(NOW).waiting());
  }

  @Test
  void an_older_version_that_is_superseded_leaves_the_newer_due() {
    Due card = wantAndTake(card(refund, false));
    queue().want(List.of(card(refund, false)), NOW);

    queue().superseded(card.id(), card.wanted(), NOW);

    assertEquals(2, take(NOW).get(0).wanted());
  }

  @Test
  void a_message_waits_as_told_even_when_it_changes_meanwhile() {
    Due card = wantAndTake(card(refund, false));
    queue().later(card.id(), NOW.plusSeconds(30), "rate limited", 0, false);
    queue().want(List.of(card(refund, false)), NOW);

    assertEquals(List.of(), take(NOW.plusSeconds(29)));
    Due again = take(NOW.plusSeconds(30)).get(0);

    assertEquals(1, again.attempts());
    assertEquals(2, again.wanted());
    assertFalse(again.inDoubt());
  }

  @Test
  void an_attempt_that_failed_counts_and_may_leave_doubt() {
    Due card = wantAndTake(card(refund, false));

    queue().later(card.id(), NOW.plusSeconds(1), "no answer", 1, true);

    Due again = take(NOW.plusSeconds(1)).get(0);
    assertEquals(2, again.attempts());
    assertTrue(again.inDoubt());
  }

  @Test
  void what_was_taken_too_early_is_put_back_as_it_was() {
    queue().want(List.of(card(refund, false), receipt(BEN)), NOW);
    take(NOW);
    queue().endLeases(NOW);
    List<Due> early = take(NOW);

    queue().putBack(Map.of(early.get(0), NOW.plusSeconds(5), early.get(1), NOW.plusSeconds(9)));

    assertEquals(List.of(), take(NOW.plusSeconds(4)));
    Due first = take(NOW.plusSeconds(5)).get(0);
    assertEquals(early.get(0).id(), first.id());
    assertTrue(first.inDoubt());
    assertEquals(early.get(0).attempts(), first.attempts());
    assertEquals(
        List.of(early.get(1).id()),
        take(NOW.plusSeconds(9)).stream().map(Due::id).toList());
  }

  @Test
  void a_message_that_is_gone_is_posted_anew() {
    Due card = wantAndTake(card(refund, false));
    queue().delivered(card.id(), 1, CARD, NOW);
    Due edit = wantAndTake(card(refund, false));

    queue().gone(edit.id(), NOW);

    assertEquals(Optional.empty(), take(NOW).get(0).remote());
  }

  @Test
  void what_was_given_up_is_counted_and_shown_until_it_changes() {
    Due card = wantAndTake(card(refund, false));
    queue().giveUp(card.id(), "channel is archived", NOW.plusSeconds(5));

    assertEquals(List.of(), take(NOW.plus(LEASE)));
    assertEquals(
        new Queue.Backlog(Queue.Waiting.NONE, Queue.Waiting.NONE, 1),
        queue().backlog(NOW.plus(LEASE)));
    assertEquals(
        List.of(new Queue.Stuck(
            card.id(),
            "team_card",
            Optional.of(NUMBER.value()),
            "channel is archived",
            NOW.plusSeconds(5))),
        queue().stuck(10));

    queue().want(List.of(card(refund, false)), NOW.plusSeconds(60));
    Due again = take(NOW.plusSeconds(60)).get(0);
    assertEquals(1, again.attempts());
    assertEquals(List.of(), queue().stuck(10));
  }

  @Test
  void operators_may_try_everything_again() {
    Due card = wantAndTake(card(refund, false));
    queue().giveUp(card.id(), "channel is archived", NOW);

    queue().retryAll(NOW);

    assertEquals(card.id(), take(NOW).get(0).id());
  }

  @Test
  void what_nobody_could_be_reached_with_is_due_once_its_conversation_is_reached() {
    Due card = wantAndTake(card(refund, false));
    queue().unreachable(card.id(), "unseen", NOW);
    assertEquals(List.of(), take(NOW.plus(LEASE)));
    assertEquals("unseen", queue().stuck(1).get(0).error());

    assertEquals(0, queue().reached(new Channel(Platform.SLACK, CHANNEL.workspace(), "C0OTHER")));
    assertEquals(
        0, queue().reached(new Channel(Platform.TEAMS, CHANNEL.workspace(), CHANNEL.id())));
    assertEquals(0, queue().reached(new Channel(Platform.SLACK, "T0OTHER", CHANNEL.id())));
    assertEquals(1, queue().reached(CHANNEL));
    assertEquals(0, queue().reached(CHANNEL), "once");

    Due again = take(NOW).get(0);
    assertEquals(card.id(), again.id());
    assertEquals(1, again.attempts());
    queue().delivered(again.id(), 1, CARD, NOW);
    assertEquals(0, queue().reached(CHANNEL));
    assertEquals(List.of(), take(NOW.plus(LEASE)));
  }

  @Test
  void what_was_given_up_for_another_reason_stays_so_when_its_conversation_is_reached() {
    Due card = wantAndTake(card(refund, false));
    queue().unreachable(card.id(), "unseen", NOW);
    queue().reached(CHANNEL);
    Due again = take(NOW).get(0);
    queue().giveUp(again.id(), "refused", NOW);

    assertEquals(0, queue().reached(CHANNEL));
    assertEquals(List.of(), take(NOW.plus(LEASE)));
  }

  @Test
  void what_is_due_again_goes_before_what_was_said_there_since() {
    Due first = wantAndTake(card(refund, false));
    queue().unreachable(first.id(), "unseen", NOW.plusSeconds(5));
    queue().want(List.of(card(newCase(OTHER, "example.com/post/2"), false)), NOW.plusSeconds(2));
    queue().reached(CHANNEL);

    assertEquals(
        List.of(NUMBER, OTHER),
        take(NOW.plusSeconds(9)).stream().map(due -> due.number().orElseThrow()).toList());
  }

  @Test
  void a_card_that_arrives_after_all_has_its_stand_in_drawn_again() {
    Channel fallback = new Channel(Platform.SLACK, CHANNEL.workspace(), "C0OPS");
    Due card = wantAndTake(card(refund, false));
    queue().unreachable(card.id(), "unseen", NOW);
    queue().want(List.of(Wanted.teamCard(NUMBER, fallback, false)), NOW);
    Due standIn = take(NOW).get(0);
    queue().delivered(standIn.id(), 1, new Remote("C0OPS", "1.1"), NOW);
    queue().reached(CHANNEL);
    Due again = take(NOW).get(0);
    assertEquals(card.id(), again.id());
    assertEquals(List.of(), take(NOW), "not before it is there");

    queue().delivered(again.id(), 1, CARD, NOW);

    assertEquals(List.of(standIn.id()), take(NOW).stream().map(Due::id).toList());
  }

  @Test
  void the_newest_stuck_message_comes_first() {
    Due card = wantAndTake(card(refund, false));
    queue().giveUp(card.id(), "one", NOW);
    Due receipt = wantAndTake(receipt(BEN));
    queue().giveUp(receipt.id(), "two", NOW.plusSeconds(1));

    assertEquals(
        List.of("two", "one"),
        queue().stuck(10).stream().map(Queue.Stuck::error).toList());
    assertEquals(1, queue().stuck(1).size());
  }

  @Test
  void danger_goes_first_then_what_is_urgent_then_what_waits_longest() {
    Case dangerous = newCase(OTHER, "example.com/post/2");
    Wanted home = Wanted.home(ANA);
    queue().want(List.of(home), NOW.minusSeconds(60));
    queue().want(List.of(receipt(DEWI)), NOW.minusSeconds(2));
    queue().want(List.of(receipt(BEN)), NOW.minusSeconds(3));
    queue().want(List.of(card(refund, false)), NOW.minusSeconds(1));
    queue().want(List.of(card(dangerous, true)), NOW);

    List<Due> due = take(NOW);

    assertEquals(
        List.of(
            new Recipient.InChannel(CHANNEL),
            new Recipient.InChannel(CHANNEL),
            new Recipient.InPrivate(BEN),
            new Recipient.InPrivate(DEWI),
            new Recipient.InPrivate(ANA)),
        due.stream().map(Due::to).toList());
    assertTrue(due.get(0).danger());
    assertEquals(OTHER, due.get(0).number().orElseThrow());
  }

  @Test
  void no_more_than_asked_for_is_taken() {
    queue().want(List.of(receipt(DEWI), receipt(BEN), receipt(ANA)), NOW);

    assertEquals(
        2,
        queue()
            .take(NOW, Platform.SLACK, 2, LEASE, List.of(), MessageKind.LEAST_URGENT)
            .size());
    assertEquals(
        1,
        queue()
            .take(NOW, Platform.SLACK, 2, LEASE, List.of(), MessageKind.LEAST_URGENT)
            .size());
  }

  @Test
  void nothing_goes_to_conversations_or_people_that_have_to_wait() {
    queue().want(List.of(card(refund, false), receipt(DEWI), receipt(BEN)), NOW);

    List<Due> due = queue()
        .take(
            NOW,
            Platform.SLACK,
            10,
            LEASE,
            List.of(CHANNEL.id(), DEWI.id()),
            MessageKind.LEAST_URGENT);

    assertEquals(
        List.of(new Recipient.InPrivate(BEN)), due.stream().map(Due::to).toList());
    assertEquals(2, take(NOW).size());
  }

  @Test
  void what_is_taken_for_one_platform_is_for_no_other() {
    Person onTeams = new Person(Platform.TEAMS, "tenant", "0a11ce00-0000-4000-8000-000000000001");
    queue().want(List.of(card(refund, false), receipt(DEWI), receipt(onTeams)), NOW);

    List<Due> due =
        queue().take(NOW, Platform.TEAMS, 10, LEASE, List.of(), MessageKind.LEAST_URGENT);

    assertEquals(
        List.of(new Recipient.InPrivate(onTeams)), due.stream().map(Due::to).toList());
  }

  @Test
  void a_person_hears_about_a_case_in_order() {
    cases().save(filing(refund, first));
    queue().want(List.of(Wanted.news(MessageKind.OUTCOME, NUMBER, 1, ANA)), NOW);

    Due receipt = only(MessageKind.RECEIPT, take(NOW));
    assertEquals(List.of(), take(NOW));
    queue().later(receipt.id(), NOW.plusSeconds(30), "no answer", 1, true);
    assertEquals(List.of(), take(NOW.plusSeconds(29)));

    Due again = only(MessageKind.RECEIPT, take(NOW.plusSeconds(30)));
    queue().delivered(again.id(), 1, new Remote("D1", "1"), NOW);
    assertEquals(List.of(MessageKind.OUTCOME), kinds(take(NOW.plusSeconds(30))));
  }

  @Test
  void what_was_given_up_holds_nothing_back() {
    cases().save(filing(refund, first));
    queue().want(List.of(Wanted.news(MessageKind.OUTCOME, NUMBER, 1, ANA)), NOW);
    Due receipt = only(MessageKind.RECEIPT, take(NOW));

    queue().giveUp(receipt.id(), "blocked", NOW);

    assertEquals(List.of(MessageKind.OUTCOME), kinds(take(NOW)));
  }

  @Test
  void a_person_hears_about_two_cases_independently() {
    cases().save(filing(refund, first));
    cases().save(filing(newCase(OTHER, "example.com/post/2"), report(OTHER, DEWI)));

    assertEquals(
        2, take(NOW).stream().filter(due -> due.kind() == MessageKind.RECEIPT).count());
  }

  @Test
  void news_goes_once_to_everybody_who_reported_and_did_not_withdraw() {
    cases().save(filing(refund, first));
    Report second = report(NUMBER, BEN);
    cases().join(joining(second));
    Report third = report(NUMBER, ANA);
    cases().join(joining(third));
    Case read = cases().find(NUMBER).orElseThrow();
    cases().save(change(List.of(read), List.of(third.takenBack())));
    deliverAll();

    queue().want(List.of(Wanted.news(MessageKind.PICKED_UP, NUMBER, 1, ANA)), NOW);

    List<Due> due = take(NOW);
    assertEquals(
        Set.of(Wanted.newsSubject(first.id(), "1"), Wanted.newsSubject(second.id(), "1")),
        due.stream().map(Due::subject).collect(Collectors.toSet()));
    assertEquals(
        Set.of(Optional.of(first.id()), Optional.of(second.id())),
        due.stream().map(Due::report).collect(Collectors.toSet()));
    assertEquals(2, due.size());
    due.forEach(d -> queue().delivered(d.id(), 1, new Remote("D1", "1"), NOW));

    queue().want(List.of(Wanted.news(MessageKind.PICKED_UP, NUMBER, 2, ANA)), NOW);
    List<Due> nextRound = take(NOW);
    assertEquals(2, nextRound.size());
    assertNotEquals(due.get(0).id(), nextRound.get(0).id());
  }

  @Test
  void reports_that_were_merged_take_their_messages_along() {
    cases().save(filing(refund, first));
    Report second = report(OTHER, BEN);
    cases().save(filing(newCase(OTHER, "example.com/post/2"), second));
    deliverAll();
    Case from = cases().find(OTHER).orElseThrow();
    Case into = cases().find(NUMBER).orElseThrow();
    Report moved = second.movedTo(NUMBER);

    cases()
        .save(new Change(
            List.of(from.at(new Stage.Merged(ANA, NOW, NUMBER)), into),
            List.of(moved),
            List.of(),
            List.of(),
            List.of(Wanted.receipt(moved), Wanted.news(MessageKind.PICKED_UP, NUMBER, 1, ANA)),
            Optional.of(delivery()),
            "merged"));

    Due receipt = only(MessageKind.RECEIPT, take(NOW));
    assertEquals(Optional.of(NUMBER), receipt.number());
    assertTrue(receipt.remote().isPresent());
  }

  @Test
  void a_note_waits_for_its_card_and_goes_into_its_thread() {
    cases().save(filing(refund, first));
    Note question = note(NUMBER, first);
    queue().want(List.of(Wanted.teamNote(question, CHANNEL)), NOW);
    Due card = only(MessageKind.TEAM_CARD, take(NOW));
    assertEquals(List.of(), take(NOW));

    queue().delivered(card.id(), 1, CARD, NOW);

    Due note = only(MessageKind.TEAM_NOTE, take(NOW));
    assertEquals(Optional.of(CARD), note.thread());
    assertEquals(question.id().value(), note.detail());
  }

  @Test
  void a_note_whose_card_was_given_up_does_not_wait_for_ever() {
    cases().save(filing(refund, first));
    queue().want(List.of(Wanted.teamNote(note(NUMBER, first), CHANNEL)), NOW);
    Due card = only(MessageKind.TEAM_CARD, take(NOW));

    queue().giveUp(card.id(), "channel is archived", NOW);

    assertEquals(Optional.empty(), only(MessageKind.TEAM_NOTE, take(NOW)).thread());
  }

  @Test
  void a_relayed_note_knows_whose_report_it_is_about() {
    cases().save(filing(refund, first));
    Note question = note(NUMBER, first);
    cases()
        .save(new Change(
            List.of(),
            List.of(),
            List.of(),
            List.of(question),
            List.of(Wanted.relayToAll(question)),
            Optional.of(delivery()),
            "asked"));
    deliver(only(MessageKind.RECEIPT, take(NOW)));

    assertEquals(Optional.of(first.id()), only(MessageKind.RELAY, take(NOW)).report());
  }

  @Test
  void a_stray_card_is_edited_where_it_is_unless_it_is_the_recorded_one() {
    Due card = wantAndTake(card(refund, false));
    queue().want(List.of(Wanted.strayCard(NUMBER, CHANNEL, "1700000000.000200")), NOW);
    assertEquals(List.of(), take(NOW));
    queue().delivered(card.id(), 1, CARD, NOW);

    queue().want(List.of(Wanted.strayCard(NUMBER, CHANNEL, CARD.id())), NOW);
    assertEquals(List.of(), take(NOW));
    Due note = wantAndTake(Wanted.teamNote(note(NUMBER, first), CHANNEL));
    queue().delivered(note.id(), 1, new Remote(CHANNEL.id(), "1700000000.000300"), NOW);
    queue().want(List.of(Wanted.strayCard(NUMBER, CHANNEL, "1700000000.000300")), NOW);
    assertEquals(List.of(), take(NOW), "a note is no card of anything");
    Due stray = wantAndTake(Wanted.strayCard(NUMBER, CHANNEL, "1700000000.000200"));

    assertEquals(Optional.of(new Remote(CHANNEL.id(), "1700000000.000200")), stray.remote());
    assertEquals(Optional.empty(), stray.thread());
  }

  @Test
  void a_home_that_was_never_opened_is_not_made() {
    queue().want(List.of(Wanted.homeIfOpened(ANA)), NOW);
    assertEquals(List.of(), take(NOW));

    deliver(wantAndTake(Wanted.home(ANA)));
    Due home = wantAndTake(Wanted.homeIfOpened(ANA));

    assertEquals(new Recipient.InPrivate(ANA), home.to());
    assertEquals(2, home.wanted());
  }

  @Test
  void alerts_belong_to_no_case_and_are_said_once_per_subject() {
    Wanted alert = Wanted.alert(
        MessageKind.UNDELIVERED, new Recipient.InPrivate(ANA), "C0SOCIAL", "is_archived");
    Due due = wantAndTake(alert);

    assertEquals(Optional.empty(), due.number());
    assertEquals("is_archived", due.detail());
  }

  @Test
  void the_backlog_tells_how_much_waits_and_since_when() {
    assertEquals(
        new Queue.Backlog(Queue.Waiting.NONE, Queue.Waiting.NONE, 0), queue().backlog(NOW));
    queue().want(List.of(receipt(DEWI)), NOW.minusSeconds(30));
    queue().want(List.of(receipt(BEN)), NOW);

    Queue.Waiting receipts = new Queue.Waiting(2, Optional.of(NOW.minusSeconds(30)));
    assertEquals(new Queue.Backlog(Queue.Waiting.NONE, receipts, 0), queue().backlog(NOW));
  }

  @Test
  void the_backlog_keeps_what_hurries_apart_from_what_may_wait() {
    queue().want(List.of(receipt(DEWI)), NOW.minusSeconds(30));
    queue().want(List.of(card(refund, false)), NOW.minusSeconds(20));
    queue().want(List.of(receipt(BEN)), NOW.plusSeconds(60));

    assertEquals(
        new Queue.Backlog(
            new Queue.Waiting(1, Optional.of(NOW.minusSeconds(20))),
            new Queue.Waiting(2, Optional.of(NOW.minusSeconds(30))),
            0),
        queue().backlog(NOW));
    assertEquals(3, queue().backlog(NOW).waiting());
  }

  @Test
  void the_next_time_is_that_of_the_first_retry_or_lease_to_end() {
    assertEquals(Optional.empty(), queue().nextAfter(NOW));
    Due card = wantAndTake(card(refund, false));
    assertEquals(Optional.of(NOW.plus(LEASE)), queue().nextAfter(NOW));

    queue().later(card.id(), NOW.plusSeconds(30), "no answer", 0, true);
    wantAndTake(receipt(BEN));
    assertEquals(Optional.of(NOW.plusSeconds(30)), queue().nextAfter(NOW));
    assertEquals(Optional.of(NOW.plus(LEASE)), queue().nextAfter(NOW.plusSeconds(30)));
  }

  private List<Due> take(Instant now) {
    return queue().take(now, Platform.SLACK, 100, LEASE, List.of(), MessageKind.LEAST_URGENT);
  }

  private Due wantAndTake(Wanted wanted) {
    queue().want(List.of(wanted), NOW);
    return take(NOW).get(0);
  }

  private void deliverAll() {
    for (List<Due> due = take(NOW); !due.isEmpty(); due = take(NOW)) {
      due.forEach(this::deliver);
    }
  }

  private void deliver(Due due) {
    queue().delivered(due.id(), due.wanted(), new Remote("D0", "1700000000." + due.id()), NOW);
  }

  private static Due only(MessageKind kind, List<Due> due) {
    List<Due> found = due.stream().filter(one -> one.kind() == kind).toList();
    assertEquals(1, found.size(), () -> kind + " among " + kinds(due));
    return found.get(0);
  }

  private static List<MessageKind> kinds(List<Due> due) {
    return due.stream().map(Due::kind).toList();
  }

  private static Wanted card(Case about, boolean danger) {
    return Wanted.teamCard(about.number(), CHANNEL, danger);
  }

  private static Wanted receipt(Person person) {
    return Wanted.receipt(report(NUMBER, person));
  }
}
