package dev.instead.desk;

import static dev.instead.office.Office.DEWI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.desk.LinkProbe.Finding;
import dev.instead.notice.Notice;
import dev.instead.notice.Wanted;
import dev.instead.office.Office;
import dev.instead.policy.Policies;
import dev.instead.policy.Policy;
import dev.instead.policy.Resource;
import dev.instead.policy.ResourceId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A link whose page is dead twice, hours apart, is withheld until it is alive again, and its owner hears of both. */
class LinkCheckTest {
  private static final ResourceId NEWSROOM = Policies.NEWSROOM;
  private static final Duration HOURS = Duration.ofHours(6);
  private static final Duration DAY = Duration.ofDays(1);

  private static final List<String> PAGES =
      List.of("/repairs", "/refunds", "/newsroom", "/works-council");

  private final Office office = new Office();
  private final Pages pages = new Pages();
  private final LinkCheck check = check();

  /** The pages of the world, as a test wants them. */
  private static final class Pages implements LinkProbe {
    private final Map<String, Finding> found = new HashMap<>();
    private final List<String> looks = new ArrayList<>();
    private final Set<String> forbidden = new HashSet<>();

    @Override
    public boolean mayLook(URI url) {
      return !forbidden.contains(url.getPath());
    }

    @Override
    public Finding look(URI url) {
      looks.add(url.getPath());
      return found.getOrDefault(url.getPath(), Finding.ALIVE);
    }
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void each_page_is_looked_at_once_a_day_and_never_two_at_a_time() {
    for (int minute = 0; minute < 48 * 60; minute += 10) {
      int before = pages.looks.size();
      round();
      assertTrue(pages.looks.size() - before <= 1);
      office.clock.advance(Duration.ofMinutes(10));
    }
    assertEquals(8, pages.looks.size());
    assertEquals(Set.copyOf(PAGES), Set.copyOf(pages.looks));
  }

  @Test
  void a_page_that_the_operator_has_not_allowed_is_never_looked_at() {
    pages.forbidden.add("/newsroom");
    lookAtAll();
    assertFalse(pages.looks.contains("/newsroom"));
    assertEquals(3, pages.looks.size());
  }

  @Test
  void dead_once_is_still_served_and_nobody_is_told() {
    dies(Finding.MISSING);
    lookAtAll();
    assertTrue(serves());
    assertEquals(List.of(), told());
  }

  @Test
  void dead_twice_but_not_six_hours_apart_is_still_served() {
    dies(Finding.MISSING);
    lookAtAll();
    office.clock.advance(HOURS.minusMinutes(30));
    lookAtAll();
    assertTrue(serves());
  }

  @Test
  void two_deaths_within_six_hours_count_as_one_however_often_it_is_looked_at() {
    Instant noon = Office.OPENING;
    Resource page = Objects.requireNonNull(office.file().resources().get(NEWSROOM));
    LinkLog.Checked once = LinkLog.Checked.first(page, noon, Finding.MISSING);
    LinkLog.Checked soon = once.then(noon.plus(HOURS).minusMillis(1), Finding.MISSING);
    assertFalse(soon.isDead());
    assertTrue(soon.then(noon.plus(HOURS), Finding.MISSING).isDead());
  }

  @Test
  void dead_twice_six_hours_apart_is_withheld_and_its_owner_told_once() {
    die();
    assertFalse(serves());
    for (int day = 0; day < 3; day++) {
      office.clock.advance(DAY);
      lookAtAll();
    }
    Notice.LinkDead dead = assertInstanceOf(Notice.LinkDead.class, told().get(0));
    assertEquals(NEWSROOM, dead.resource().id());
    assertEquals("link_dead.missing", dead.reason());
    assertEquals(1, told().size());
  }

  @Test
  void every_way_of_being_dead_counts_and_is_said() {
    dies(Finding.NAME_GONE);
    lookAtAll();
    dies(Finding.TLS_BROKEN);
    office.clock.advance(HOURS);
    lookAtAll();
    assertFalse(serves());
    assertEquals("link_dead.tls_broken", ((Notice.LinkDead) told().get(0)).reason());
  }

  @Test
  void where_no_page_can_be_reached_none_is_withheld() {
    lookAtAll();
    for (Finding ours : List.of(Finding.NAME_GONE, Finding.TLS_BROKEN)) {
      PAGES.forEach(page -> pages.found.put(page, ours));
      for (int look = 0; look < 8; look++) {
        office.clock.advance(HOURS);
        lookAtAll();
      }
      assertEquals(Set.of(), office.policy().withheld());
    }
    assertEquals(List.of(), told());

    PAGES.forEach(page -> pages.found.put(page, Finding.ALIVE));
    dies(Finding.NAME_GONE);
    office.clock.advance(DAY);
    lookAtAll();
    office.clock.advance(HOURS);
    lookAtAll();
    assertEquals(Set.of(NEWSROOM), office.policy().withheld(), "the others answer again");
  }

  @Test
  void pages_whose_hosts_say_that_they_are_missing_were_reached() {
    PAGES.forEach(page -> pages.found.put(page, Finding.MISSING));
    lookAtAll();
    office.clock.advance(HOURS);
    lookAtAll();
    assertEquals(4, office.policy().withheld().size());
  }

  @Test
  void what_can_not_be_known_is_neither_dead_nor_alive() {
    dies(Finding.NOT_KNOWN);
    for (int day = 0; day < 4; day++) {
      lookAtAll();
      office.clock.advance(DAY);
    }
    assertTrue(serves(), "a slow host withholds nothing");
    dies(Finding.MISSING);
    lookAtAll();
    dies(Finding.NOT_KNOWN);
    office.clock.advance(HOURS);
    lookAtAll();
    assertTrue(serves());
    dies(Finding.MISSING);
    office.clock.advance(HOURS);
    lookAtAll();
    assertFalse(serves(), "nor does it make up for a death");
    dies(Finding.NOT_KNOWN);
    office.clock.advance(DAY);
    lookAtAll();
    assertFalse(serves(), "nor bring back what is dead");
  }

  @Test
  void alive_in_between_begins_the_count_anew() {
    dies(Finding.MISSING);
    lookAtAll();
    dies(Finding.ALIVE);
    office.clock.advance(HOURS);
    lookAtAll();
    dies(Finding.MISSING);
    office.clock.advance(DAY);
    lookAtAll();
    assertTrue(serves());
  }

  @Test
  void alive_again_is_served_again_and_its_owner_told() {
    die();
    dies(Finding.ALIVE);
    office.clock.advance(HOURS);
    lookAtAll();
    assertTrue(serves());
    assertEquals(2, told().size());
    assertInstanceOf(Notice.LinkAlive.class, told().get(1));
  }

  @Test
  void a_second_death_is_told_as_well() {
    die();
    dies(Finding.ALIVE);
    office.clock.advance(HOURS);
    lookAtAll();
    office.clock.advance(DAY);
    die();
    assertFalse(serves());
    assertEquals(3, told().size());
  }

  @Test
  void after_a_restart_it_is_withheld_before_anything_is_asked_and_nobody_is_told_again() {
    die();
    FreshPolicies afterwards = new FreshPolicies(office::file);
    LinkCheck next = check(afterwards);
    assertTrue(next.recall());
    assertEquals(Set.of(NEWSROOM), afterwards.current().withheld());
    office.clock.advance(HOURS);
    next.round();
    office.delivers();
    assertEquals(1, told().size());
  }

  @Test
  void a_page_at_another_address_is_another_page() {
    die();
    Policy changed = Policies.with(
        office.file(),
        new Resource(
            NEWSROOM,
            URI.create("https://meranti.example/news"),
            Policies.text("Newsroom", "Ruang berita"),
            "customer-care",
            Policies.TODAY.plusYears(1)));
    office.changes(changed);
    assertTrue(serves(), "who has corrected the address need not wait");
    lookAtAll();
    assertTrue(pages.looks.contains("/news"), "and it is looked at soon");
    assertTrue(serves());
    assertEquals(1, told().size());
  }

  @Test
  void the_policy_is_the_same_one_as_long_as_nothing_changes() {
    Policy before = office.policy();
    lookAtAll();
    assertSame(before, office.policy(), "matchers know theirs by identity");
    office.clock.advance(DAY);
    die();
    Policy withheld = office.policy();
    assertNotSame(before, withheld);
    lookAtAll();
    assertSame(withheld, office.policy());
  }

  @Test
  void many_links_are_all_looked_at_within_their_day() {
    Resource[] many = IntStream.range(0, 2000)
        .mapToObj(i -> new Resource(
            new ResourceId("page-" + i),
            URI.create("https://meranti.example/page-" + i),
            Policies.text("Page", "Halaman"),
            "customer-care",
            Policies.TODAY.plusYears(1)))
        .toArray(Resource[]::new);
    office.changes(Policies.with(office.file(), many));
    LinkCheck check = check(office.fresh, new ReadOnce(office.links));
    Instant end = office.clock.instant().plus(DAY);
    while (office.clock.instant().isBefore(end)) {
      check.round();
      office.clock.advance(Duration.ofSeconds(30)); // the bot does it three times as often
    }
    assertEquals(2004, Set.copyOf(pages.looks).size());
    assertEquals(2004, office.links.all().size());
  }

  /** Knows what it kept, because thousands of rows are not read thousands of times within a test. */
  private static final class ReadOnce implements LinkLog {
    private final LinkLog store;
    private final Map<ResourceId, Checked> kept = new HashMap<>();

    ReadOnce(LinkLog store) {
      this.store = store;
    }

    @Override
    public List<Checked> all() {
      return List.copyOf(kept.values());
    }

    @Override
    public void keep(Checked checked, List<Wanted> wanted) {
      store.keep(checked, wanted);
      kept.put(checked.resource(), checked);
    }
  }

  private LinkCheck check() {
    return check(office.fresh);
  }

  private LinkCheck check(FreshPolicies policies) {
    return check(policies, office.links);
  }

  private LinkCheck check(FreshPolicies policies, LinkLog log) {
    return new LinkCheck(policies, pages, log, office.timers, office.desks.owners(), office.clock);
  }

  private void dies(Finding how) {
    pages.found.put("/newsroom", how);
  }

  private void die() {
    dies(Finding.MISSING);
    lookAtAll();
    office.clock.advance(HOURS);
    lookAtAll();
  }

  /** So many minutes that every page has its turn. */
  private void lookAtAll() {
    for (int turn = 0; turn < 8; turn++) {
      round();
      office.clock.advance(Duration.ofMinutes(1));
    }
  }

  private void round() {
    check.round();
    office.delivers();
  }

  private boolean serves() {
    Notice.AnswerCard card = assertInstanceOf(
        Notice.AnswerCard.class, office.desks.answers().show(DEWI, Policies.NEW_STORE, ""));
    return !card.resources().isEmpty();
  }

  private List<Notice> told() {
    return office.chat.told("U0CITRA");
  }
}
