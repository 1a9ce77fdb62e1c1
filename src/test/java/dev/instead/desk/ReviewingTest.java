package dev.instead.desk;

import static dev.instead.office.Office.CITRA;
import static dev.instead.office.Office.DEWI;
import static dev.instead.office.Office.GUS;
import static dev.instead.office.Office.OMAR;
import static dev.instead.office.Office.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.instead.notice.Form;
import dev.instead.notice.Notice;
import dev.instead.office.Office;
import dev.instead.people.EmailAddress;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.policy.Account;
import dev.instead.policy.AccountRule;
import dev.instead.policy.Answer;
import dev.instead.policy.EntryId;
import dev.instead.policy.Part;
import dev.instead.policy.Policies;
import dev.instead.policy.Proposal;
import dev.instead.policy.ReplyId;
import dev.instead.policy.ResourceId;
import dev.instead.policy.RuleId;
import dev.instead.policy.Stance;
import dev.instead.policy.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What owners say of what they keep right becomes a proposal, and only theirs does. */
class ReviewingTest {
  private static final Person LARAS = Office.person("U0LARAS");
  private static final Optional<EntryId> STORE = Optional.of(Policies.NEW_STORE);
  private static final Optional<EntryId> REPAIRS = Optional.of(Policies.REPAIRS);
  private static final LocalDate NEXT = LocalDate.of(2027, 9, 1);

  private final Office office = new Office();
  private final ReviewDesk desk = office.desks.reviewDesk();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void the_form_asks_for_a_day_six_months_ahead() {
    Form.StillRight form =
        assertInstanceOf(Form.StillRight.class, shown(desk.holdsForm(LARAS, STORE)));
    assertEquals(LocalDate.of(2027, 5, 23), form.proposed());
    assertEquals(Optional.of(LocalDate.of(2027, 2, 1)), form.present());
  }

  @Test
  void what_still_holds_is_proposed_with_its_day() {
    assertInstanceOf(Notice.Proposed.class, desk.holds(LARAS, STORE, "2027-09-01"));
    assertEquals(
        List.of(new Proposal.StillRight(Policies.NEW_STORE, NEXT)), office.patches.proposed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "2026-11-23", "2020-01-01", "2028-11-24", "2027-02-30", "1.9.2027"})
  void a_day_that_is_past_or_far_off_or_none_is_sent_back(String day) {
    assertEquals(new Notice.Unclear("unclear.day"), desk.holds(LARAS, STORE, day));
    assertEquals(List.of(), office.patches.proposed());
  }

  @Test
  void the_form_has_the_present_texts_in_each_language() {
    Form.ChangeEntry form =
        assertInstanceOf(Form.ChangeEntry.class, shown(desk.changeForm(CITRA, REPAIRS)));
    assertEquals(
        List.of("label.en", "label.id"),
        form.texts().stream().map(Form.ChangeEntry.Said::field).toList());
    assertEquals(Optional.of("https://meranti.example/repairs"), form.url());
  }

  @Test
  void the_form_says_what_only_the_file_can_change() {
    Answer store = Objects.requireNonNull(office.file().answers().get(Policies.NEW_STORE));
    office.changes(Policies.with(
        office.file(),
        Policies.with(
            store,
            Map.of(Stance.RELAXED, Policies.text("Post it.", "Silakan.")),
            Map.of(Account.OFFICIAL, new AccountRule(Verdict.HOLD, store.advice())))));
    Form.ChangeEntry form =
        assertInstanceOf(Form.ChangeEntry.class, shown(desk.changeForm(LARAS, STORE)));
    assertEquals(List.of("account.official", "stance.relaxed"), form.inFileOnly());
    assertEquals(
        List.of(),
        assertInstanceOf(Form.ChangeEntry.class, shown(desk.changeForm(CITRA, REPAIRS)))
            .inFileOnly());
  }

  @Test
  void only_what_was_written_differently_is_proposed() {
    Map<String, String> typed = Map.of(
        "topic.en",
        office.topic(Policies.NEW_STORE).in(Policies.ENGLISH) + " \n",
        "why.id",
        "Karena begitu.",
        "nonsense.xx",
        "ignored");
    desk.change(LARAS, STORE, part -> typed.getOrDefault(part, ""), "https://evil.example");
    assertEquals(
        List.of(new Proposal.ChangeText(
            Policies.NEW_STORE, Part.WHY, Policies.INDONESIAN, "Karena begitu.")),
        office.patches.proposed());
  }

  @Test
  void several_changes_are_one_proposal() {
    desk.change(
        CITRA,
        REPAIRS,
        part -> part.equals("label.en") ? "Workshops" : "",
        " https://meranti.example/workshops ");
    assertEquals(
        List.of(new Proposal.Together(
            Policies.REPAIRS,
            List.of(
                new Proposal.ChangeText(
                    Policies.REPAIRS, Part.LABEL, Policies.ENGLISH, "Workshops"),
                new Proposal.ChangeLink(Policies.REPAIRS, "https://meranti.example/workshops")))),
        office.patches.proposed());
  }

  @Test
  void nothing_written_differently_is_nothing_proposed() {
    Notice said = desk.change(CITRA, REPAIRS, part -> "", "https://meranti.example/repairs");
    assertEquals(
        Notice.NotProposed.Reason.ALREADY,
        assertInstanceOf(Notice.NotProposed.class, said).reason());
    assertEquals(List.of(), office.patches.proposed());
  }

  @Test
  void what_is_to_go_is_proposed() {
    assertInstanceOf(Notice.Proposed.class, desk.retire(LARAS, STORE));
    assertEquals(List.of(new Proposal.Retire(Policies.NEW_STORE)), office.patches.proposed());
  }

  @Test
  void who_has_another_role_or_none_can_do_none_of_it() {
    for (Person person : List.of(CITRA, DEWI, OMAR)) {
      Notice no = new Notice.NotYourText("product-comms");
      assertEquals(new Opening.Say(no), desk.holdsForm(person, STORE));
      assertEquals(new Opening.Say(no), desk.changeForm(person, STORE));
      assertEquals(no, desk.holds(person, STORE, "2027-09-01"));
      assertEquals(no, desk.change(person, STORE, part -> "changed", ""));
      assertEquals(no, desk.retire(person, STORE));
    }
    assertEquals(List.of(), office.patches.proposed());
  }

  @Test
  void what_nobody_owns_by_name_is_the_policy_owners() {
    Optional<EntryId> rule = Optional.of(Policies.PAY);
    assertEquals(new Notice.NotYourText(""), desk.retire(LARAS, rule));
    assertInstanceOf(Notice.Proposed.class, desk.retire(OMAR, rule));
  }

  @Test
  void a_guest_is_refused_and_hears_nothing_of_the_policy() {
    assertInstanceOf(Notice.Refused.class, desk.retire(GUS, STORE));
    assertInstanceOf(Notice.Refused.class, desk.more(GUS, 0));
  }

  @Test
  void an_owner_may_use_either_account() {
    Person onTeams = new Person(Platform.TEAMS, TENANT, "1a4a0000-0000-4000-8000-000000000006");
    assertInstanceOf(Notice.NotYourText.class, desk.retire(onTeams, STORE));
    Set<EmailAddress> address = Set.of(EmailAddress.of("laras@meranti.example").orElseThrow());
    office.accounts.told(LARAS, address);
    office.accounts.told(onTeams, address);
    assertInstanceOf(Notice.Proposed.class, desk.retire(onTeams, STORE));
  }

  @Test
  void what_the_policy_does_not_have_is_not_found_whoever_asks() {
    List<Optional<EntryId>> gone = List.of(
        Optional.empty(),
        Optional.of(new RuleId("gone")),
        Optional.of(new ResourceId("new-store")),
        Optional.of(new ReplyId("gone")));
    for (Optional<EntryId> about : gone) {
      assertEquals(new Notice.NotFound(), desk.retire(LARAS, about));
      assertEquals(new Opening.Say(new Notice.NotFound()), desk.changeForm(LARAS, about));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "99999999999999999999", "1 2"})
  void a_page_that_no_button_has_is_the_first(String value) {
    assertEquals(0, ReviewDesk.from(value));
    assertEquals(10, ReviewDesk.from("10"));
  }

  @Test
  void who_has_nothing_more_to_read_hears_so() {
    assertEquals(new Notice.NotFound(), desk.more(DEWI, 0));
    assertInstanceOf(Notice.ReviewList.class, desk.more(LARAS, 0));
  }

  private static Form shown(Opening opening) {
    return assertInstanceOf(Opening.Show.class, opening).form();
  }
}
