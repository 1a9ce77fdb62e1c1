package dev.instead.desk;

import static dev.instead.office.Office.BUDI;
import static dev.instead.office.Office.DEWI;
import static dev.instead.office.Office.GUS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.notice.Bookmark;
import dev.instead.notice.Chapter;
import dev.instead.notice.Form;
import dev.instead.notice.Notice;
import dev.instead.notice.Shelf;
import dev.instead.office.Office;
import dev.instead.people.Person;
import dev.instead.policy.Answer;
import dev.instead.policy.Policies;
import dev.instead.policy.Policy;
import dev.instead.policy.RuleId;
import dev.instead.policy.Stance;
import dev.instead.policy.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowsingTest {
  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void the_yes_list_comes_first_and_every_chapter_has_its_place() {
    List<Chapter> chapters = topics(Shelf.ALL, 0).entries().stream()
        .map(Form.Entry::chapter)
        .distinct()
        .toList();
    assertEquals(Arrays.stream(Chapter.values()).filter(chapters::contains).toList(), chapters);
    assertEquals(Chapter.GO, chapters.get(0));
    assertTrue(chapters.contains(Chapter.SENSITIVE), chapters.toString());
  }

  @Test
  void answers_stand_in_the_groups_of_the_policy_and_others_under_more() {
    assertEquals(
        List.of(
            Shelf.ALL,
            "cars",
            "stores",
            Shelf.MORE,
            Shelf.RIGHTS,
            Shelf.OWN_ACCOUNT,
            Shelf.SENSITIVE),
        topics(Shelf.ALL, 0).shelves().stream().map(Shelf::id).toList());
    assertEquals(Set.of(Policies.CAR_PHOTOS, Policies.PRICES), rules(topics("cars", 0)));
    assertEquals(Set.of(Policies.JOURNALIST, Policies.MERANTI_E1), rules(topics(Shelf.MORE, 0)));
    assertEquals(Set.of(Policies.PAY), rules(topics(Shelf.RIGHTS, 0)));
  }

  @Test
  void what_is_overdue_or_switched_off_is_not_there() {
    Set<RuleId> rules = rules(topics(Shelf.ALL, 0));
    assertFalse(rules.contains(Policies.GIVEAWAY));
    assertFalse(rules.contains(Policies.TOOLS));
    assertTrue(search("giveaway prize draw").hits().isEmpty());
    office.clock.set(Instant.parse("2027-02-01T17:00:00Z"));
    assertFalse(rules(topics(Shelf.ALL, 0)).contains(Policies.NEW_STORE));
  }

  @Test
  void an_embargo_is_found_by_what_may_be_said_today() {
    assertEquals(
        List.of(),
        search("E1 sudah hadir here").hits().stream()
            .filter(hit -> hit.passage().text().contains("is here"))
            .toList());
    assertEquals(Chapter.HOLD, chapterOf(Policies.MERANTI_E1));
    assertEquals(
        "Something electric is coming.",
        search("electric").hits().get(0).passage().text());
    assertEquals(List.of(), search("kunang").hits());
    office.clock.set(Instant.parse("2027-01-15T02:00:00Z"));
    assertEquals(Chapter.GO, chapterOf(Policies.MERANTI_E1));
    assertEquals(List.of(), search("electric").hits());
  }

  @Test
  void the_stance_decides_what_can_be_found() {
    assertEquals(
        "Let Social Care answer.",
        search("social care answer").hits().get(0).passage().text());
    assertEquals(List.of(), found("text below"));
    office.changes(Policies.sample(Stance.RELAXED));
    assertEquals(List.of(Policies.PRICES), found("text below"));
  }

  @Test
  void pages_hold_so_many_each_entry_once_and_end() {
    Policy many = Policies.sample();
    for (int i = 0; i < 100; i++) {
      many = Policies.with(many, answer("extra-" + i));
    }
    office.changes(many);
    Form.Topics first = topics(Shelf.ALL, 0);
    Set<RuleId> seen = new HashSet<>();
    int entries = 0;
    for (int page = 0; page < first.pages(); page++) {
      Form.Topics topics = topics(Shelf.ALL, page);
      assertTrue(topics.entries().size() <= Form.Topics.PAGE);
      entries += topics.entries().size();
      seen.addAll(rules(topics));
    }
    assertEquals(first.shelves().get(0).entries(), entries);
    assertEquals(entries, seen.size());
    assertEquals(first.pages() - 1, topics(Shelf.ALL, 9_999).page());
    assertEquals(0, topics(Shelf.ALL, -1).page());
  }

  private static Answer answer(String id) {
    Answer like = Objects.requireNonNull(Policies.sample().answers().get(Policies.CAR_PHOTOS));
    return Policies.answer(
        new RuleId(id),
        Policies.text("Topic " + id, "Topik " + id),
        like.questions(),
        Verdict.ASK,
        like.advice());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "page", "page x .all", "page -1 .all", "page 99999 .all", "🎉", "page 0 gone"})
  void a_made_up_bookmark_opens_the_beginning(String text) {
    Form.Topics topics = (Form.Topics)
        ((Opening.Show) office.useCases().browse().open(DEWI, Bookmark.of(text))).form();
    assertEquals(Shelf.ALL, topics.chosen());
    assertEquals(0, topics.page());
  }

  @Test
  void a_bookmark_leads_back() {
    for (Bookmark bookmark : List.of(
        Bookmark.BEGINNING,
        new Bookmark.Page("cars", 3),
        Bookmark.SEARCH,
        new Bookmark.Found("a b  c"))) {
      assertEquals(bookmark, Bookmark.of(bookmark.text()));
    }
  }

  @Test
  void a_search_reads_in_the_readers_language_and_marks_what_it_found() {
    Form.Hit hit = search(BUDI, "toko").hits().get(0);
    assertEquals(Policies.NEW_STORE, hit.rule());
    assertTrue(hit.topic().runs().stream().anyMatch(run -> run.matched())
        || hit.passage().runs().stream().anyMatch(run -> run.matched()));
  }

  @Test
  void a_flood_of_words_is_cut() {
    assertTrue(search("x".repeat(10_000)).words().length() <= Form.Search.MAX_WORDS);
    assertEquals("", search("  \u202E ").words());
  }

  @Test
  void a_guest_reads_nothing() {
    for (Opening opening : List.of(
        office.useCases().browse().topics(GUS, Shelf.ALL, 0),
        office.useCases().browse().search(GUS, "store"))) {
      assertInstanceOf(
          Notice.Refused.class, assertInstanceOf(Opening.Say.class, opening).notice());
    }
  }

  private Form.Topics topics(String shelf, int page) {
    Opening opening = office.useCases().browse().topics(DEWI, shelf, page);
    return (Form.Topics) assertInstanceOf(Opening.Show.class, opening).form();
  }

  private Form.Search search(String words) {
    return search(DEWI, words);
  }

  private Form.Search search(Person person, String words) {
    Opening opening = office.useCases().browse().search(person, words);
    return (Form.Search) assertInstanceOf(Opening.Show.class, opening).form();
  }

  private List<RuleId> found(String words) {
    return search(words).hits().stream().map(Form.Hit::rule).toList();
  }

  private Chapter chapterOf(RuleId rule) {
    Form.Topics all = topics(Shelf.ALL, 0);
    return IntStream.range(0, all.pages())
        .boxed()
        .flatMap(page -> topics(Shelf.ALL, page).entries().stream())
        .filter(entry -> entry.rule().equals(rule))
        .findFirst()
        .orElseThrow()
        .chapter();
  }

  private static Set<RuleId> rules(Form.Topics topics) {
    Set<RuleId> rules = new HashSet<>();
    topics.entries().forEach(entry -> rules.add(entry.rule()));
    return rules;
  }
}
