package dev.instead.desk;

import static dev.instead.office.Office.ANA;
import static dev.instead.office.Office.BUDI;
import static dev.instead.office.Office.DEWI;
import static dev.instead.office.Office.GUS;
import static dev.instead.office.Office.OMAR;
import static dev.instead.office.Office.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.notice.Form;
import dev.instead.notice.Heard;
import dev.instead.notice.Notice;
import dev.instead.office.Office;
import dev.instead.people.EmailAddress;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.people.Profile;
import dev.instead.policy.EntryId;
import dev.instead.policy.Members;
import dev.instead.policy.Patch;
import dev.instead.policy.Policies;
import dev.instead.policy.Proposal;
import dev.instead.policy.RuleId;
import dev.instead.report.CaseNumber;
import dev.instead.report.Outcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedbackTest {
  private static final String STORE = "may I post about the new store";
  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void a_question_that_nobody_pressed_anything_on_is_only_counted() {
    ask(DEWI, STORE);
    ask(DEWI, "is the canteen on mars vegan");

    Notice.PolicyPage page = page();
    assertEquals(List.of(), page.groups());
    assertEquals(1, page.counts().answered());
    assertEquals(1, page.counts().none());
  }

  @Test
  void what_was_pressed_on_one_entry_stands_together_without_names() {
    notMine(DEWI, STORE);
    notMine(BUDI, "May I post, about the new store?");
    notMine(BUDI, "may i post pictures of the new store at U0DEWI's");

    Heard.Group group = page().groups().get(0);
    assertEquals(Optional.of(Policies.NEW_STORE), group.rule());
    assertEquals(3, group.count());
    assertEquals(2, group.questions().size(), group.questions().toString());
    assertEquals(3, page().counts().marked().get(0).notMine());
  }

  @Test
  void a_suggestion_that_was_chosen_an_unclear_rule_and_a_question_sent_on_are_gathered_too() {
    office.desks.answers().show(DEWI, Policies.NEW_STORE, "the shop thing");
    office.desks.answers().show(DEWI, Policies.NEW_STORE, "");
    office.desks.answers().unclear(DEWI, Policies.NEW_STORE, STORE, office.delivery());
    Delivery press = office.delivery();
    office.desks.answers().sendOn(DEWI, "qqq zzz", press);
    office.desks.answers().sendOn(DEWI, "qqq zzz", press);

    assertEquals(
        List.of("chosen", "sent_on", "unclear"),
        page().groups().stream().map(Heard.Group::kind).sorted().toList());
    assertTrue(page().groups().stream().allMatch(group -> group.count() == 1));
  }

  @Test
  void only_the_owner_sees_and_presses_any_of_it() {
    notMine(DEWI, STORE);
    long seq = page().groups().get(0).seq();

    for (Person other : List.of(DEWI, ANA)) {
      Notice no = new Notice.NotPolicyOwner();
      assertEquals(no, office.desks.feedback().page(other));
      assertEquals(no, office.desks.feedback().dismiss(seq, other));
      assertEquals(no, office.desks.feedback().addExample(seq, other, field -> "x"));
      assertEquals(new Opening.Say(no), office.desks.feedback().exampleForm(seq, other));
      assertEquals(
          Optional.empty(),
          assertInstanceOf(Notice.Home.class, office.desks.homes().home(other)).policy());
    }
    assertInstanceOf(Notice.Refused.class, office.desks.feedback().page(GUS));
    assertTrue(assertInstanceOf(Notice.Home.class, office.desks.homes().home(OMAR))
        .policy()
        .isPresent());
    assertEquals(1, page().groups().size());
  }

  @Test
  void what_is_dismissed_stays_away_until_it_is_pressed_anew() {
    notMine(DEWI, STORE);
    notMine(BUDI, STORE);
    office.desks.feedback().dismiss(page().groups().get(0).seq(), OMAR);
    assertEquals(List.of(), page().groups());

    notMine(BUDI, STORE);
    assertEquals(1, page().groups().get(0).count());
  }

  @Test
  void after_thirty_days_it_is_no_news() {
    notMine(DEWI, STORE);
    office.clock.advance(Duration.ofDays(31));
    assertEquals(List.of(), page().groups());
  }

  @Test
  void an_example_is_proposed_and_its_question_seen_to() {
    notMine(DEWI, STORE);
    long seq = page().groups().get(0).seq();
    Form.AddExample form = assertInstanceOf(
        Form.AddExample.class,
        assertInstanceOf(Opening.Show.class, office.desks.feedback().exampleForm(seq, OMAR))
            .form());
    assertEquals(STORE, form.question());
    assertEquals(Optional.of(Policies.NEW_STORE), form.nearest());
    assertEquals(Policies.NEW_STORE, form.entries().get(0).rule());

    assertEquals(
        new Notice.Unclear("unclear.example_empty"), addExample(seq, " ", Policies.NEW_STORE));
    assertEquals(
        new Notice.Unclear("unclear.example_long"),
        addExample(seq, "x".repeat(301), Policies.NEW_STORE));
    assertInstanceOf(Notice.Proposed.class, addExample(seq, "store?", Policies.NEW_STORE));
    assertEquals(
        List.of(new Proposal.Example(Policies.NEW_STORE, Locale.ENGLISH, "store?")),
        office.patches.proposed());
    assertEquals(List.of(), page().groups());
    assertEquals(1, page().proposals());
  }

  @Test
  void what_came_of_a_proposal_is_said() {
    EntryId gone = new RuleId("gone");
    assertEquals(
        new Notice.NotProposed(Notice.NotProposed.Reason.GONE, "gone", List.of()),
        proposed(new Patches.Outcome.Gone(gone)));
    assertEquals(
        new Notice.NotProposed(Notice.NotProposed.Reason.ALREADY, "", List.of()),
        proposed(new Patches.Outcome.Already()));
    assertEquals(
        new Notice.NotProposed(Notice.NotProposed.Reason.REFUSED, "", List.of("It is long.")),
        proposed(new Patches.Outcome.Refused(List.of("It is long."))));
    assertEquals(
        new Notice.NotProposed(Notice.NotProposed.Reason.STILL_USED, "gone", List.of("refund")),
        proposed(new Patches.Outcome.StillUsed(gone, List.of("refund"))));
    assertEquals(0, page().proposals());
  }

  @Test
  void a_proposal_ends_when_the_file_says_so() {
    notMine(DEWI, STORE);
    long seq = page().groups().get(0).seq();
    Patch patch = assertInstanceOf(
            Notice.Proposed.class, addExample(seq, "store?", Policies.NEW_STORE))
        .patch();
    office.desks.proposals().policyChanged();
    assertEquals(1, page().proposals());

    office.patches.apply(patch);
    office.desks.proposals().policyChanged();
    assertEquals(0, page().proposals());
  }

  @Test
  void the_owner_drops_a_proposal_that_nobody_wants() {
    notMine(DEWI, STORE);
    addExample(page().groups().get(0).seq(), "store?", Policies.NEW_STORE);
    Heard.Waiting waiting = page().waiting().get(0);
    assertEquals("example", waiting.kind());
    assertEquals(office.clock.instant(), waiting.at());
    assertFalse(waiting.by().isBlank());

    for (Person other : List.of(DEWI, ANA)) {
      assertEquals(new Notice.NotPolicyOwner(), office.desks.feedback().drop(waiting.id(), other));
    }
    assertEquals(page(), office.desks.feedback().drop("no-such-id", OMAR));
    assertEquals(1, page().proposals());
    for (int presses = 0; presses < 2; presses++) {
      assertEquals(
          List.of(),
          assertInstanceOf(
                  Notice.PolicyPage.class, office.desks.feedback().drop(waiting.id(), OMAR))
              .waiting());
      assertEquals(0, page().proposals());
    }
  }

  @Test
  void the_longest_list_of_proposals_is_counted_and_looked_through_to_its_end() {
    notMine(DEWI, STORE);
    long seq = page().groups().get(0).seq();
    for (int i = 0; i < 201; i++) {
      office.clock.advance(Duration.ofSeconds(1));
      addExample(seq, "store " + i, Policies.NEW_STORE);
    }
    Notice.Proposed last =
        assertInstanceOf(Notice.Proposed.class, addExample(seq, "store 200", Policies.NEW_STORE));
    assertEquals(201, page().proposals());

    office.patches.apply(last.patch());
    office.desks.proposals().policyChanged();
    assertEquals(200, page().proposals());
  }

  // ---- a question that was answered becomes an entry

  @Test
  void an_answered_question_is_proposed_with_what_is_known_already() {
    CaseNumber number = answered(BUDI, "apakah zebra boleh menari");
    Form.NewEntry form = assertInstanceOf(
        Form.NewEntry.class,
        assertInstanceOf(Opening.Show.class, office.desks.entries().form(number, OMAR))
            .form());
    assertEquals(Policies.INDONESIAN, form.first());
    assertEquals("apakah zebra boleh menari", form.question());
    assertEquals("Yes, it is.", form.text());
    assertEquals("communications", form.owner());
    assertEquals(LocalDate.of(2027, 5, 23), form.reviewBy());

    Map<String, String> typed = new HashMap<>(Map.of(
        "entry_topic_id", "Zebra",
        "entry_question_id", "apakah zebra boleh menari",
        "entry_text_id", "Boleh.",
        "entry_why_id", "Karena lucu.",
        "entry_verdict", "go",
        "entry_owner", "communications",
        "entry_review_by", "2027-05-23"));
    assertInstanceOf(Notice.Proposed.class, propose(number, OMAR, typed));
    Proposal.NewEntry entry =
        assertInstanceOf(Proposal.NewEntry.class, office.patches.proposed().get(0));
    assertEquals(Map.of(Policies.INDONESIAN, "Boleh."), entry.text());
    assertEquals(LocalDate.of(2026, 11, 23), entry.approvedOn());

    typed.put("entry_review_by", "2026-11-23");
    assertEquals(new Notice.Unclear("unclear.entry_day"), propose(number, OMAR, typed));
    typed.put("entry_review_by", "2027-05-23");
    typed.remove("entry_why_id");
    assertEquals(new Notice.Unclear("unclear.entry_missing"), propose(number, OMAR, typed));
  }

  @Test
  void only_the_policy_team_and_the_owner_make_entries_of_answered_questions() {
    CaseNumber number = answered(DEWI, "qqq zzz");
    assertInstanceOf(Notice.NotYourTeam.class, propose(number, ANA, Map.of()));
    assertInstanceOf(Notice.Refused.class, propose(number, GUS, Map.of()));
    assertFalse(office.desks.entries().form(number, ANA) instanceof Opening.Show);

    office.desks.cases().reopen(number, OMAR, office.delivery());
    assertEquals(new Notice.NoLongerOpen(number), propose(number, OMAR, Map.of()));
    CaseNumber report = office.files(DEWI, "a customer wants a refund").about().number();
    assertEquals(new Notice.NotFound(), propose(report, OMAR, Map.of()));
  }

  @Test
  void who_may_own_the_policy_is_asked_to_come_again() {
    CaseNumber number = answered(DEWI, "qqq zzz");
    office.changes(Policies.owned(
        office.file(), new Members(Map.of(Platform.SLACK, List.of(OMAR.id(), "S0OWNERS")))));
    assertInstanceOf(Notice.OneMoment.class, propose(number, ANA, Map.of()));

    office.directory.group("S0OWNERS", BUDI.id());
    assertInstanceOf(Notice.NotYourTeam.class, propose(number, ANA, Map.of()));
    assertInstanceOf(Opening.Show.class, office.desks.entries().form(number, BUDI));
  }

  @Test
  void the_owner_may_use_either_account() {
    Person onTeams = new Person(Platform.TEAMS, TENANT, "1a4a0000-0000-4000-8000-000000000009");
    office.directory.knows(onTeams, "Omar", "en", Profile.Standing.COLLEAGUE);
    CaseNumber number = answered(DEWI, "qqq zzz");
    assertInstanceOf(Notice.NotPolicyOwner.class, office.desks.feedback().page(onTeams));
    assertInstanceOf(Notice.NotYourTeam.class, propose(number, onTeams, Map.of()));

    Set<EmailAddress> address = Set.of(EmailAddress.of("omar@meranti.example").orElseThrow());
    office.accounts.told(OMAR, address);
    office.accounts.told(onTeams, address);
    assertInstanceOf(Notice.PolicyPage.class, office.desks.feedback().page(onTeams));
    assertInstanceOf(Opening.Show.class, office.desks.entries().form(number, onTeams));
    assertTrue(assertInstanceOf(Notice.Home.class, office.desks.homes().home(onTeams))
        .policy()
        .isPresent());
  }

  private CaseNumber answered(Person asker, String question) {
    CaseNumber number = assertInstanceOf(
            Notice.SentOn.class, office.desks.answers().sendOn(asker, question, office.delivery()))
        .number();
    office.claims(OMAR, number);
    office.desks.cases().resolve(number, OMAR, Outcome.ANSWERED, "Yes, it is.", office.delivery());
    return number;
  }

  private Notice propose(CaseNumber number, Person person, Map<String, String> typed) {
    return office.desks.entries().propose(number, person, f -> typed.getOrDefault(f, ""));
  }

  private Notice proposed(Patches.Outcome outcome) {
    notMine(DEWI, STORE);
    office.patches.next(outcome);
    return addExample(page().groups().get(0).seq(), "store?", Policies.NEW_STORE);
  }

  private Notice addExample(long seq, String question, RuleId entry) {
    Map<String, String> typed = Map.of(
        "example_question", question, "example_entry", entry.value(), "example_language", "en");
    return office.desks.feedback().addExample(seq, OMAR, typed::get);
  }

  private void ask(Person asker, String question) {
    office.desks.answers().ask(asker, question);
  }

  private void notMine(Person asker, String question) {
    assertInstanceOf(Notice.NoAnswer.class, office.desks.answers().notMine(asker, question));
  }

  private Notice.PolicyPage page() {
    return assertInstanceOf(Notice.PolicyPage.class, office.desks.feedback().page(OMAR));
  }
}
