package dev.instead.teams;

import static dev.instead.teams.TeamsOffice.ALICE;
import static dev.instead.teams.TeamsOffice.BOB;
import static dev.instead.teams.TeamsOffice.CHAT;
import static dev.instead.teams.TeamsOffice.GUEST;
import static dev.instead.teams.TeamsOffice.summary;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.instead.notice.MessageKind;
import dev.instead.notice.Notice;
import dev.instead.people.Platform;
import dev.instead.people.Profile;
import dev.instead.policy.Policies;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseNumber;
import dev.instead.report.Note;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsTalkTest {
  private final TeamsOffice teams = new TeamsOffice();

  @AfterEach
  void close() {
    teams.close();
  }

  // ---- the personal chat

  @Test
  void a_question_gets_its_approved_answer() {
    teams.writes(ALICE, "may I post about the new store");
    TeamsOffice.Said said = teams.said();
    assertTrue(said.place().isPersonal());
    assertEquals(CHAT, said.place().conversation());
    assertEquals(
        summary(teams.office.desks.answers().ask(ALICE, "may I post about the new store")),
        said.message().summary());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hi", "Help", "bantuan", "report", "/report", "Lapor", "canipost"})
  void who_needs_help_gets_the_card_whose_buttons_open_the_dialogs(String text) {
    teams.writes(ALICE, text);
    assertEquals(summary(new Notice.Help()), teams.said().message().summary());
  }

  @Test
  void a_link_may_become_a_report() {
    teams.writes(ALICE, "https://social.example/p/9");
    assertEquals(
        summary(new Notice.LinkSeen("https://social.example/p/9", "", List.of())),
        teams.said().message().summary());
  }

  @ParameterizedTest
  @ValueSource(strings = {"report ", "/report ", "LAPOR ", "Report: "})
  void a_report_is_filed_at_once_and_its_receipt_is_the_answer(String command) {
    teams.writes(ALICE, command + "https://social.example/p/9 a customer wants a refund");
    assertEquals(
        summary(new Notice.Thanks(List.of())),
        teams.said().message().summary(),
        "at once; the courier brings the receipt");

    teams.office.delivers();
    List<Notice> told = teams.office.teams.told(ALICE.id());
    Notice.Receipt receipt = assertInstanceOf(Notice.Receipt.class, told.get(0));
    assertEquals(1, told.size());
    assertEquals(Policies.REFUND, receipt.about().situation());
  }

  @Test
  void a_report_that_teams_sends_twice_is_one_report() {
    ObjectNode report = teams.message(ALICE, "report https://social.example/p/9");
    teams.sends(report.deepCopy());
    teams.sends(report);
    assertEquals(1, teams.office.cases.filedBy(ALICE, 10).size());
    assertEquals(summary(new Notice.Thanks(List.of())), teams.said().message().summary());
  }

  @Test
  void who_reports_danger_reads_at_once_whom_to_call() {
    teams.writes(ALICE, "report he writes that he will hurt our staff");
    assertTrue(teams.said().message().card().toString().contains("call first"));
    assertTrue(teams
        .office
        .queue
        .take(teams.office.clock.instant(), Platform.TEAMS, 10, Duration.ofMinutes(1), List.of(), 0)
        .stream()
        .anyMatch(due -> due.kind() == MessageKind.RECEIPT));
  }

  @Test
  void in_a_channel_nothing_shows_whether_a_reports_case_is_restricted() {
    teams.office.reports(BOB, "https://social.example/p/20 I will hurt you", Policies.THREAT);
    for (String text : List.of("https://social.example/p/20", "https://social.example/p/21")) {
      teams.sends(teams.mention(ALICE, "report " + text));
      TeamsOffice.Said said = teams.said();
      assertEquals(Optional.empty(), said.only(), text);
      assertEquals(summary(new Notice.Thanks(List.of())), said.message().summary(), text);
    }
    assertEquals(2, teams.office.cases.filedBy(ALICE, 10).size());
  }

  @Test
  void the_same_post_reported_again_by_the_same_person_is_answered_too() {
    teams.writes(ALICE, "report https://social.example/p/9");
    teams.office.clock.advance(Duration.ofMinutes(5));
    teams.said();
    teams.writes(ALICE, "report https://social.example/p/9 they got angrier");
    // The receipt is in the chat already, and nothing new would come.
    assertInstanceOf(TeamsOffice.Said.class, teams.said());
    assertEquals(1, teams.office.cases.filedBy(ALICE, 10).size());
  }

  @Test
  void a_question_that_teams_sends_twice_is_answered_once() {
    ObjectNode question = teams.message(ALICE, "may I post about the new store");
    teams.sends(question.deepCopy());
    teams.sends(question);
    teams.said();
  }

  @Test
  void can_i_post_asks() {
    teams.writes(ALICE, "canipost about the new store");
    assertEquals(
        summary(teams.office.desks.answers().ask(ALICE, "about the new store")),
        teams.said().message().summary());
  }

  @ParameterizedTest
  @ValueSource(strings = {"my reports", "My Reports", "laporan saya"})
  void ones_own_reports_are_shown(String text) {
    teams.reported("https://social.example/p/1 refund");
    teams.writes(ALICE, text);
    assertEquals(
        summary(teams.office.desks.homes().home(ALICE)), teams.said().message().summary());
  }

  @Test
  void a_guest_gets_the_public_contact_and_nothing_internal() {
    for (String text :
        List.of("may I post this", "help", "my reports", "report https://x.example/1")) {
      teams.writes(GUEST, text);
      assertEquals(summary(refusal()), teams.said().message().summary(), text);
    }
  }

  @Test
  void who_can_not_be_told_from_a_guest_yet_reads_nothing_internal_and_can_report() {
    teams.office.directory.knows(GUEST, "Gus Guest", "en-GB", Profile.Standing.UNKNOWN);
    for (String text : List.of("may I post about the new store", "my reports")) {
      teams.writes(GUEST, text);
      assertEquals(summary(new Notice.OneMoment()), teams.said().message().summary(), text);
    }
    teams.writes(GUEST, "report he writes that he will hurt our staff");
    assertEquals(1, teams.office.cases.filedBy(GUEST, 10).size());
    teams.whisper.all.clear();
    teams.writes(GUEST, "he will hurt our staff https://social.example/p/9");
    assertTrue(teams.said().message().card().toString().contains("call first"));
  }

  @Test
  void who_is_heard_is_known_to_be_there() {
    teams.sends(teams.mention(ALICE, "help"));
    assertEquals(TeamsOffice.CHANNEL, teams.seen.get(ALICE));
    teams.writes(ALICE, "help");
    assertEquals(CHAT, teams.seen.get(ALICE));
  }

  @Test
  void who_has_no_account_in_the_company_is_refused_kindly() {
    teams.sends(teams.from(null, teams.message(ALICE, "may I post this")));
    TeamsOffice.Said said = teams.said();
    assertEquals(summary(refusal()), said.message().summary());
    assertTrue(teams.book.of(ALICE).isEmpty());
  }

  @Test
  void other_bots_get_no_answer() {
    ObjectNode message = teams.message(ALICE, "hello");
    ((ObjectNode) message.get("from")).put("id", "28:another-bot");
    teams.sends(message);
    assertTrue(teams.whisper.all.isEmpty());
  }

  @Test
  void markup_that_somebody_typed_is_a_question_like_any_other() {
    teams.sends(teams.fixture("composed/inbound/message.personal.injection.json"));
    assertEquals(
        summary(
            new Notice.NoAnswer("<at>everyone</at> [click](javascript:alert(1)) <b>x</b> & \"q\"")),
        teams.said().message().summary());
  }

  // ---- below a message of the team

  @Test
  void words_that_quote_the_teams_question_answer_it() {
    CaseNumber number = asked();
    String message = teams.office.teams.in(ALICE.id()).stream()
        .filter(sent -> sent.notice() instanceof Notice.RelayToReporter)
        .findFirst()
        .orElseThrow()
        .id();
    ObjectNode reply = teams.message(ALICE, "Bob Example\nWhich shop?\n\nThe one in Bandung");
    reply
        .putArray("attachments")
        .addObject()
        .put("contentType", "text/html")
        .put(
            "content",
            "<blockquote itemscope=\"\" itemtype=\"http://schema.skype.com/Reply\" itemid=\""
                + message
                + "\"><strong itemprop=\"mri\">Instead</strong><p itemprop=\"preview\">Which shop?</p></blockquote>"
                + "<p>The one in&nbsp;Bandung</p>");
    teams.sends(reply.deepCopy());

    assertEquals(
        summary(new Notice.Acknowledged(Notice.Acknowledged.Kind.ANSWER_SENT, Optional.of(number))),
        teams.said().message().summary());
    assertEquals(List.of("The one in Bandung"), written(number));

    teams.sends(reply);
    assertTrue(teams.whisper.all.isEmpty(), "a repeat is answered once");
    assertEquals(1, answers(number));
  }

  @Test
  void words_that_reply_to_the_teams_question_answer_it() {
    CaseNumber number = asked();
    String message = teams.office.teams.in(ALICE.id()).stream()
        .filter(sent -> sent.notice() instanceof Notice.RelayToReporter)
        .findFirst()
        .orElseThrow()
        .id();
    teams.sends(teams.message(ALICE, "The one in Bandung").put("replyToId", message));
    assertEquals(List.of("The one in Bandung"), written(number));

    ObjectNode newer = teams.message(ALICE, "<quoted messageId=\"" + message + "\"/> Or Bogor");
    newer
        .putArray("entities")
        .addObject()
        .put("type", "quotedReply")
        .putObject("quotedReply")
        .put("messageId", message);
    teams.sends(newer);
    assertEquals(List.of("Or Bogor", "The one in Bandung"), written(number));
  }

  @Test
  void words_that_quote_anything_else_are_a_question() {
    asked();
    teams.sends(teams.message(ALICE, "may I post about the new store").put("replyToId", "17"));
    assertEquals(
        summary(teams.office.desks.answers().ask(ALICE, "may I post about the new store")),
        teams.said().message().summary());
  }

  @Test
  void nobody_else_answers_in_the_reporters_place() {
    CaseNumber number = asked();
    String message = teams.office.teams.in(ALICE.id()).stream()
        .filter(sent -> sent.notice() instanceof Notice.RelayToReporter)
        .findFirst()
        .orElseThrow()
        .id();
    teams.sends(teams.message(BOB, "It was me").put("replyToId", message));
    assertEquals(0, answers(number));
  }

  // ---- channels

  @Test
  void a_question_with_a_mention_is_answered_where_it_was_asked() {
    teams.sends(teams.mention(ALICE, "may I post about the new store"));
    TeamsOffice.Said said = teams.said();
    assertEquals(Optional.empty(), said.only());
    assertTrue(said.place().conversation().contains(";messageid="), "in the thread");
    assertEquals(
        summary(teams.office.desks.answers().ask(ALICE, "may I post about the new store")),
        said.message().summary());
  }

  @Test
  void hints_are_between_the_person_and_the_bot() {
    for (String text : List.of("help", "https://social.example/p/9", "my reports", "salary")) {
      teams.sends(teams.mention(ALICE, text));
      if (!text.equals("salary")) {
        assertEquals(Optional.of(ALICE), teams.said().only(), text);
      }
    }
    assertEquals(
        List.of(summary(new Notice.Help())),
        teams.whisper.hints.stream().map(TeamsMessage::summary).toList(),
        "what tells of reports goes to the chat");
    teams.whisper.all.clear();
    teams.sends(teams.mention(ALICE, "may I talk about my salary online"));
    assertEquals(
        Optional.of(ALICE), teams.said().only(), "one's rights are nobody else's business");
    teams.sends(teams.mention(GUEST, "may I post about the new store"));
    assertEquals(Optional.of(GUEST), teams.said().only());
  }

  @Test
  void a_report_in_a_channel_is_filed_and_seen_to_be() {
    teams.sends(teams.mention(ALICE, "report https://social.example/p/9"));
    assertEquals(1, teams.office.cases.filedBy(ALICE, 10).size());
    // Nobody knows a chat of hers yet.
    TeamsOffice.Said said = teams.said();
    assertEquals(Optional.empty(), said.only());
    assertEquals(summary(new Notice.Thanks(List.of())), said.message().summary());

    teams.writes(ALICE, "hi");
    teams.whisper.all.clear();
    teams.sends(teams.mention(ALICE, "report https://social.example/p/10"));
    said = teams.said();
    assertEquals(Optional.of(ALICE), said.only(), "in her chat, where the receipt comes");
    assertEquals(summary(new Notice.Thanks(List.of())), said.message().summary());
  }

  @Test
  void only_the_mention_of_the_bot_goes() {
    ObjectNode message = teams.mention(ALICE, "is <at>Carol [x]</at> allowed to post this");
    ((com.fasterxml.jackson.databind.node.ArrayNode) message.get("entities"))
        .addObject()
        .put("type", "mention")
        .put("text", "<at>Carol [x]</at>")
        .putObject("mentioned")
        .put("id", "29:carol");
    teams.sends(message);
    assertEquals(
        summary(new Notice.NoAnswer("is Carol [x] allowed to post this")),
        teams.said().message().summary());
  }

  @Test
  void what_is_only_overheard_stays_unanswered() {
    ObjectNode message = teams.mention(ALICE, "may I post about the new store");
    message.remove("entities");
    teams.sends(message);
    teams.sends(teams.from(null, message.deepCopy().put("id", "1")));
    assertTrue(teams.whisper.all.isEmpty());
  }

  private CaseNumber asked() {
    CaseNumber number = teams.reported("https://social.example/p/1 a customer wants a refund");
    teams.office.claims(BOB, number);
    assertEquals(
        Optional.empty(),
        teams
            .office
            .desks
            .cases()
            .askReporter(number, BOB, "Which shop?", teams.office.delivery()));
    teams.office.delivers();
    return number;
  }

  private List<String> written(CaseNumber number) {
    return teams.office.cases.notes(number).stream()
        .filter(note -> note.kind() == Note.Kind.ANSWER)
        .map(Note::text)
        .sorted()
        .toList();
  }

  private long answers(CaseNumber number) {
    return teams.office.cases.events(number).stream()
        .filter(event -> event.what() instanceof CaseEvent.ReporterAnswered)
        .count();
  }

  private Notice refusal() {
    return new Notice.Refused(teams.office.policy().publicContact());
  }
}
