package dev.instead.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PivotTest {
  private static final Locale INDONESIAN = Locale.forLanguageTag("id");
  private static final Pivot PIVOT = Pivot.of(
      Map.of("customer", 500, "picture", 600, "quote", 700, "question", 800),
      Set.of("meranti", "showroom"),
      Set.of("meranti"));

  @ParameterizedTest
  @CsvSource({
    "can i post a pitcure,can i post a picture",
    "a custmer asks for a qoute,a customer asks for a quote",
    "pics of the shwroom,pictures of the showroom",
    "whats up with the meranti,what's up with the meranti",
    "sooo many qestions,so many questions",
  })
  void english_is_read_as_it_was_meant(String typed, String meant) {
    assertEquals(meant, read(typed, Locale.ENGLISH).text());
  }

  @ParameterizedTest
  @CsvSource({
    "boleh gak aku posting foto pelanggan,may not i post photo customer",
    "wartawan nge-dm saya,journalist send private message i",
    "yg minta duitnya dibalikin,that ask for money returned",
    "kabarnya,news",
  })
  void indonesian_is_read_word_by_word(String typed, String meant) {
    assertEquals(meant, PIVOT.in(INDONESIAN, typed).text());
  }

  @Test
  void the_words_say_the_language_and_the_reader_decides_when_they_do_not() {
    assertEquals(
        "id", read("boleh saya jawab pelanggan?", Locale.ENGLISH).language().getLanguage());
    assertEquals("en", read("may I answer a customer?", INDONESIAN).language().getLanguage());
    assertEquals("id", read("???", INDONESIAN).language().getLanguage());
    assertEquals("de", read("darf ich das", Locale.GERMAN).language().getLanguage());
  }

  @Test
  void markup_and_links_are_no_words() {
    assertEquals(
        "may i post this",
        read("<!channel> may I post <b>this</b> https://x.example/a", Locale.ENGLISH)
            .text());
  }

  @Test
  void nothing_that_people_can_type_takes_long_or_fails() {
    for (String piece :
        List.of("a", "qzx ", "😀", "\u0301", "漢字", "<", "nya", "aaaaaaaaab ", "\u0000")) {
      assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
        read(piece.repeat(10_000), INDONESIAN);
        read(piece.repeat(10_000), Locale.ENGLISH);
      });
    }
    assertTrue(read("", Locale.ENGLISH).text().isEmpty());
  }

  private static Pivot.Read read(String text, Locale reader) {
    return PIVOT.read(text, reader);
  }
}
