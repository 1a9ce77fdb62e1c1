package dev.instead;

import static dev.instead.office.Office.ANA;
import static dev.instead.office.Office.BUDI;
import static dev.instead.office.Office.DEWI;
import static dev.instead.office.Office.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.instead.desk.Cases;
import dev.instead.desk.Delivery;
import dev.instead.notice.Notice;
import dev.instead.office.Office;
import dev.instead.people.AddressBook.Acquaintance;
import dev.instead.people.EmailAddress;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.people.Profile;
import dev.instead.policy.Patch;
import dev.instead.policy.Policies;
import dev.instead.policy.Retention;
import dev.instead.policy.RuleId;
import dev.instead.report.CaseNumber;
import dev.instead.report.Outcome;
import dev.instead.report.ReportId;
import dev.instead.store.PersonRecords;
import dev.instead.store.PersonRecords.Space;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Somebody whose every word, name and id is marked lives through all that the store knows of people, and is erased. */
abstract class ErasedPerson {
  private static final Person GONE = Office.person("U0MARKID");
  private static final Person GONE_TOO =
      new Person(Platform.TEAMS, TENANT, "99999999-0000-4000-8000-0000000markid");
  private static final String CHAT = "a:1MARKCHAT";

  /** Whatever of it is left somewhere names the person, or is in their words. */
  private static final List<String> MARKS = List.of(
      "U0MARKID",
      "0000000markid",
      "Mark Nameperson",
      "MARKCHAT",
      "29:MARKTEAMS",
      "MARKSERVICE",
      "marklink.example",
      "marktext",
      "markdetails",
      "markanswer",
      "markquestion",
      "markunclear",
      "marknote",
      "markreply",
      "markoutcome",
      "markproposal",
      "markjoined");

  protected final Office office;
  private final Logger root = (Logger) LoggerFactory.getLogger("dev.instead");
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  private CaseNumber own = new CaseNumber("S-2222");
  private CaseNumber shared = own;
  private CaseNumber theirs = own;
  private ReportId report = new ReportId("none");
  private Notice.@Nullable Receipt budis;

  ErasedPerson(Office office) {
    this.office = office;
  }

  /** Whether these words are anywhere in the store. */
  abstract boolean has(String words);

  @BeforeEach
  void everything_that_a_person_can_leave_behind() {
    logged.start();
    root.addAppender(logged);
    root.setLevel(Level.DEBUG);
    office
        .directory
        .knows(GONE, "Mark Nameperson", "en-US", Profile.Standing.COLLEAGUE)
        .knows(GONE_TOO, "Mark Nameperson", "en-US", Profile.Standing.COLLEAGUE)
        .group("S0CARE", ANA.id(), "U0BEN", "U0CITRA", GONE.id());
    office
        .addresses()
        .met(new Acquaintance(
            GONE_TOO,
            "29:MARKTEAMS",
            "Mark Nameperson",
            Optional.of(Locale.ENGLISH),
            "https://service.example/MARKSERVICE",
            Optional.of(CHAT),
            true));
    Set<EmailAddress> mail = Set.of(EmailAddress.of("mark@meranti.example").orElseThrow());
    office.accounts.told(GONE, mail);
    office.accounts.told(GONE_TOO, mail);
    office.desks.homes().opened(GONE, teams("home"));
    reports();
    works();
    office.chat.archives(GONE.id());
    office.delivers();
  }

  private void reports() {
    Notice.Receipt receipt =
        office.files(GONE, "https://marklink.example/post/1 angry about a refund, marktext");
    own = receipt.about().number();
    report = receipt.report().id();
    office.desks.reports().addDetails(report, GONE_TOO, "and markdetails", teams("details"));
    office.claims(ANA, own);
    office.delivers();
    office.desks.cases().askReporter(own, ANA, "Which dealer?", office.delivery());
    office.delivers();
    Notice.RelayToReporter asked = office.chat.told(GONE.id()).stream()
        .filter(Notice.RelayToReporter.class::isInstance)
        .map(Notice.RelayToReporter.class::cast)
        .findFirst()
        .orElseThrow();
    office
        .desks
        .reports()
        .answerTeam(asked.note().id(), asked.report(), GONE, "the markanswer", office.delivery());
    Notice.Receipt other =
        office.files(BUDI, "https://x.com/acme/status/7 refund, Budi's own words");
    budis = other;
    shared = other.about().number();
    office.reports(GONE, "https://x.com/acme/status/7 refund, markjoined");
    office.desks.answers().sendOn(GONE, "is markquestion allowed zzz qqq", office.delivery());
    office
        .desks
        .answers()
        .unclear(GONE, Policies.NEW_STORE, "what of markunclear", office.delivery());
  }

  private Notice.Receipt other() {
    return Objects.requireNonNull(budis, "not yet filed");
  }

  private void works() {
    theirs = office
        .files(DEWI, "https://x.com/acme/status/9 refund, Dewi's own words")
        .about()
        .number();
    office.claims(GONE, theirs);
    office.desks.cases().askReporter(theirs, GONE, "is it marknote", office.delivery());
    office.desks.cases().reply(theirs, GONE, "it is markreply", office.delivery());
    office
        .desks
        .cases()
        .resolve(theirs, GONE, Outcome.ANSWERED, "we did markoutcome", office.delivery());
    office.proposals.keep(
        new Patch("policy.yaml", "retire", new RuleId("pay"), "2026-11", "- markproposal\n"),
        GONE,
        office.clock.instant());
  }

  private static Delivery teams(String what) {
    return new Delivery("teams:" + TENANT + ":activity:" + CHAT + ":" + what);
  }

  @AfterEach
  void close() {
    root.detachAppender(logged);
    root.setLevel(null);
    office.close();
  }

  @Test
  void nothing_of_the_person_is_left_in_the_store_and_nothing_ever_was_in_the_log() {
    MARKS.forEach(
        mark -> assertTrue(has(mark), mark + " was never there, so nothing would be proved"));

    PersonRecords.Erased erased = erase(GONE);

    assertEquals(List.of(GONE, GONE_TOO), erased.erased().accounts());
    office.stops();
    assertEquals(List.of(), MARKS.stream().filter(this::has).toList());
    assertFalse(logged.list.isEmpty());
    assertEquals(List.of(), namedInTheLog());
  }

  @Test
  void what_others_wrote_is_untouched_and_their_cases_go_on() {
    erase(GONE_TOO);

    Cases cases = office.cases;
    assertEquals(other().report(), cases.report(other().report().id()).orElseThrow());
    assertTrue(office.theCase(shared).link().isPresent());
    assertEquals(2, office.theCase(shared).reports());
    assertTrue(office.theCase(theirs).link().isPresent());
    assertEquals(
        List.of("Which dealer?"),
        cases.notes(own).stream().map(note -> note.text()).toList());
    assertEquals(
        List.of("refund, Dewi's own words"),
        cases.latestReports(theirs, 9).stream().map(each -> each.text()).toList());
    assertTrue(cases.notes(theirs).isEmpty());
    office.claims(ANA, shared);
    office.desks.cases().resolve(shared, ANA, Outcome.ANSWERED, "done", office.delivery());
    office.delivers();
    assertTrue(office.chat.told(BUDI.id()).stream().anyMatch(Notice.OutcomeNews.class::isInstance));
  }

  @Test
  void the_timeline_tells_of_a_former_colleague_and_nobody_is_told_anything() {
    erase(GONE);
    int told = office.chat.told(GONE.id()).size();

    office.desks.cases().askReporter(own, ANA, "Still there?", office.delivery());
    office.clock.advance(Duration.ofMinutes(5)); // the channel's pace
    office.delivers();

    assertTrue(office.cases.events(own).stream()
        .anyMatch(event -> event.by().filter(Person::isFormer).isPresent()));
    assertEquals(told, office.chat.told(GONE.id()).size());
    assertTrue(office.queue.stuck(9).isEmpty(), office.queue.stuck(9).toString());
    Notice.TeamCard card = office.card("C0SOCIAL", own);
    assertEquals(Optional.empty(), card.about().link());
    assertTrue(card.latest().stream().allMatch(each -> each.reporter().isFormer()));
  }

  @Test
  void a_press_on_an_old_receipt_is_answered_kindly() {
    erase(GONE);

    Notice gone = new Notice.Erased(Optional.empty());
    assertEquals(gone, office.desks.reports().withdraw(report, GONE, office.delivery()));
    assertEquals(gone, office.desks.reports().notSolved(report, GONE, office.delivery()));
    assertEquals(
        new Notice.NotFound(),
        office.desks.reports().withdraw(other().report().id(), GONE, office.delivery()));
  }

  @Test
  void a_case_in_their_hands_is_free_for_their_team() {
    CaseNumber held =
        office.files(DEWI, "https://x.com/acme/status/12 refund").about().number();
    CaseNumber ended =
        office.files(DEWI, "https://x.com/acme/status/13 refund").about().number();
    office.claims(GONE, held);
    office.claims(GONE, ended);

    erase(GONE);

    office.claims(ANA, held);
    assertEquals(
        Optional.empty(),
        office.desks.cases().resolve(ended, ANA, Outcome.ANSWERED, "done", office.delivery()));
  }

  @Test
  void their_words_go_by_themselves_when_their_time_is_over() {
    office.desks.cases().resolve(own, ANA, Outcome.ANSWERED, "done", office.delivery());
    office.claims(ANA, shared);
    office.desks.cases().dismiss(shared, ANA, office.delivery());
    List<String> words = List.of(
        "marklink.example",
        "marktext",
        "markdetails",
        "markanswer",
        "marknote",
        "markreply",
        "markoutcome",
        "markjoined");
    office.clock.advance(Retention.USUAL.reports());
    office.erasures.round();
    assertEquals(words, words.stream().filter(this::has).toList());

    office.clock.advance(Duration.ofDays(1));
    office.erasures.round();

    office.stops();
    assertEquals(List.of(), words.stream().filter(this::has).toList());
  }

  @Test
  void whoever_comes_back_begins_anew() {
    erase(GONE);

    assertInstanceOf(Notice.Receipt.class, office.reports(GONE, "https://x.com/a/status/4 refund"));
    assertEquals(1, office.cases.filedBy(GONE, 9).size());
    assertEquals(List.of(GONE), PersonRecords.of(office.address, GONE).accounts());
  }

  @Test
  void everything_can_be_told_before_and_nothing_afterwards() {
    PersonRecords.Records records = PersonRecords.of(office.address, GONE_TOO);
    String all = records.toString();
    assertEquals(List.of(), MARKS.stream().filter(mark -> !all.contains(mark)).toList());
    assertFalse(all.contains("own words"), all);

    erase(GONE);

    assertEquals(List.of(), PersonRecords.of(office.address, GONE).accounts());
    assertEquals(List.of(), PersonRecords.of(office.address, GONE_TOO).things());
  }

  @Test
  void words_of_others_that_name_the_person_are_pointed_out() {
    office.files(DEWI, "https://x.com/acme/status/11 Mark Nameperson is angry about a refund");

    List<String> mentions = PersonRecords.of(office.address, GONE).mentions();
    assertEquals(1, mentions.size(), mentions.toString());
    assertTrue(mentions.get(0).endsWith(" (report)"), mentions.toString());
  }

  /** Adds to their report from a chat that only they are in. */
  protected final Notice addsDetails() {
    return office.desks.reports().addDetails(report, GONE_TOO, "more markdetails", teams("late"));
  }

  protected final List<String> namedInTheLog() {
    return logged.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .filter(line -> MARKS.stream().anyMatch(line::contains))
        .toList();
  }

  private PersonRecords.Erased erase(Person person) {
    return PersonRecords.erase(office.address, person, Space.FREED, office.clock.instant());
  }
}
