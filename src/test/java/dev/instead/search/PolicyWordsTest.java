package dev.instead.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.desk.WordSearch.Found;
import dev.instead.desk.WordSearch.Source;
import dev.instead.notice.Marked;
import dev.instead.policy.RuleId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyWordsTest {
  private static final Locale INDONESIAN = Locale.forLanguageTag("id");

  private static final String LONG =
      "Ask everybody who can be seen. Somebody who says no stays out of it, and nobody asks why. "
          + "On the shop floor the number plates of customers are covered, because they lead to an address. "
          + "Inside the café it is enough to ask at the counter, and the answer holds for that day only.";

  private final PolicyWords search = new PolicyWords();

  private final List<Source> policy = List.of(
      entry("new-store", "The new showroom", "Wait for the announcement.", "when do we open"),
      entry(
          "prices",
          "Prices and discounts",
          "Give them the link to the dealers.",
          "what does it cost"),
      entry("pictures", "Pictures at work", LONG, "can I post a selfie"),
      entry("posters", "Posters in the window", "Ask the manager.", "may I hang up a poster"),
      entry("music", "Music in videos", "Take music from our library.", "may I use a song"));

  private static Source entry(String id, String topic, String text, String question) {
    return new Source(new RuleId(id), topic, List.of(text), List.of(question));
  }

  private List<Found> find(String words) {
    return search.find(policy, words, Locale.ENGLISH, 10);
  }

  private List<String> ids(String words) {
    return find(words).stream().map(found -> found.rule().value()).toList();
  }

  private static String marked(Marked text) {
    return text.runs().stream()
        .map(run -> run.matched() ? "[" + run.text() + "]" : run.text())
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource({
    "showroom, new-store",
    "SHOWROOM, new-store",
    "discount, prices",
    "discou, prices",
    "pictres, pictures",
    "annuoncement, new-store",
    "cafe, pictures",
    "CAFÉ, pictures",
    "selfies, pictures",
    "sonng, music",
    "cost, prices"
  })
  void words_are_found_without_case_accents_endings_and_slips(String words, String rule) {
    assertEquals(rule, ids(words).get(0));
  }

  @Test
  void a_word_that_is_there_is_not_taken_for_a_slip() {
    assertEquals(List.of("posters"), ids("poster"));
    assertFalse(ids("post").contains("new-store"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "!?",
        "🎉",
        "xylophone",
        "the of and",
        "a",
        "'",
        "xylophone quark music zebra"
      })
  void what_fits_nothing_finds_nothing(String words) {
    assertEquals(List.of(), ids(words));
  }

  @Test
  void the_topic_counts_most_and_what_was_found_is_marked() {
    List<Found> found = find("music window");
    assertEquals(2, found.size());
    Found music = find("musik in video").get(0);
    assertEquals("[Music] in [videos]", marked(music.topic()));
    assertEquals("Take [music] from our library.", marked(music.passage()));
  }

  @Test
  void only_what_tells_is_marked() {
    assertEquals("Pictures at work", marked(find("the number plates").get(0).topic()));
  }

  @Test
  void a_long_text_is_cut_between_words_around_what_was_found() {
    String passage = marked(find("number plates").get(0).passage());
    assertTrue(passage.startsWith("… "), passage);
    assertTrue(passage.endsWith(" …"), passage);
    assertTrue(passage.contains("[number] [plates]"), passage);
    String bare = passage.replaceAll("[\\[\\]…]", "").strip();
    assertTrue((" " + LONG + " ").contains(bare), passage);
    assertTrue(
        (" " + LONG + " ").matches("(?s).*[ .,]" + java.util.regex.Pattern.quote(bare) + "[ .,].*"),
        passage);
    assertTrue(bare.length() <= 190, passage);
  }

  @Test
  void the_end_of_a_text_has_no_ellipsis() {
    String passage = marked(find("counter").get(0).passage());
    assertTrue(passage.endsWith("the answer holds for that day only."), passage);
  }

  @Test
  void where_only_the_topic_fits_the_entry_begins() {
    assertEquals("Ask the manager.", marked(find("window").get(0).passage()));
  }

  @Test
  void every_passage_is_the_policys_own_text() {
    for (String words :
        List.of("number plates", "music", "open", "ask manager", "cafe counter day")) {
      for (Found found : find(words)) {
        String bare = found.passage().text().replace("…", "").strip();
        Source of = policy.stream()
            .filter(one -> one.rule().equals(found.rule()))
            .findFirst()
            .orElseThrow();
        assertTrue(
            of.texts().stream().anyMatch(text -> text.contains(bare))
                || of.questions().stream().anyMatch(text -> text.contains(bare)),
            bare);
        assertEquals(of.topic(), found.topic().text());
      }
    }
  }

  @Test
  void indonesian_words_are_found_by_their_stems() {
    List<Source> kebijakan = List.of(
        entry(
            "foto",
            "Foto di tempat kerja",
            "Mintalah izin sebelum mengunggah foto.",
            "boleh unggah foto"),
        entry("harga", "Harga dan diskon", "Berikan tautannya.", "berapa harganya"));
    assertEquals(
        "foto",
        search.find(kebijakan, "unggahan fto", INDONESIAN, 10).get(0).rule().value());
  }

  @Test
  void a_script_without_spaces_is_searched_by_its_characters() {
    List<Source> policy =
        List.of(entry("a", "照片", "请先询问同事", "可以发照片吗"), entry("b", "价格", "给链接", "多少钱"));
    assertEquals(
        "a", search.find(policy, "照片", Locale.CHINESE, 10).get(0).rule().value());
  }

  @Test
  void no_more_are_found_than_asked_for_and_a_flood_takes_no_time() {
    List<Source> many = IntStream.range(0, 300)
        .mapToObj(i ->
            entry("r" + i, "Topic word" + i, (LONG + " w" + i + " ").repeat(5), "question " + i))
        .toList();
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
      assertEquals(10, search.find(many, "topic", Locale.ENGLISH, 10).size());
      search.find(many, "wrod ".repeat(40) + "plattes addrress cuonter", Locale.ENGLISH, 10);
    });
  }
}
