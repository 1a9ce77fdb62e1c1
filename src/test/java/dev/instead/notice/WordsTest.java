package dev.instead.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  private static final Words ENGLISH = Words.in(Locale.ENGLISH);
  private static final Words INDONESIAN = Words.in(Locale.forLanguageTag("id-ID"));

  /** Said by name wherever a sentence is chosen by a code or by another package; the rest stands in the source as it is. */
  private static final Pattern CHOSEN = Pattern.compile(
      "(chapter|shelf|span|severity|outcome|status|verdict|message|note|acknowledged|unclear|more|form|proposal|asked|review|link_dead|part|account|draft_result)\\..+");

  @Test
  void many_at_once_may_say_the_same_sentence() {
    List<String> said = IntStream.range(0, 20_000)
        .parallel()
        .mapToObj(i -> ENGLISH.say("card.elsewhere", "number", "S-" + i, "team", "Team " + i))
        .toList();
    for (int i = 0; i < said.size(); i++) {
      assertEquals("S-" + i + " is with Team " + i + " now.", said.get(i));
    }
  }

  @Test
  void both_languages_have_the_same_sentences() {
    assertEquals(ENGLISH.keys(), INDONESIAN.keys());
  }

  @Test
  void both_languages_use_the_same_values() throws IOException {
    assertEquals(values("en"), values("id"));
  }

  @Test
  void every_sentence_is_said_somewhere() throws IOException {
    String source = source();
    Set<String> unsaid = new TreeSet<>();
    for (String key : ENGLISH.keys()) {
      if (!CHOSEN.matcher(key).matches() && !source.contains("\"" + key + "\"")) {
        unsaid.add(key);
      }
    }
    assertEquals(Set.of(), unsaid);
  }

  @Test
  void everything_that_is_said_has_a_sentence() throws IOException {
    Matcher said = Pattern.compile("\\bsay\\(\\s*\"([a-z_.]+)\"\\s*[,)]").matcher(source());
    Set<String> missing = new TreeSet<>();
    int found = 0;
    while (said.find()) {
      found++;
      if (!ENGLISH.keys().contains(said.group(1))) {
        missing.add(said.group(1));
      }
    }
    assertEquals(Set.of(), missing);
    assertTrue(found > 50, "found only " + found);
  }

  @Test
  void what_is_only_put_together_reads_as_if_it_were_formatted() {
    Object[] values = {"team", "Social 'Care' {x}", "number", 999, "name", ", <Dewi>", "others", ""
    };
    for (Locale language : Words.LANGUAGES) {
      Words words = Words.in(language);
      int plain = 0;
      for (String key : words.keys()) {
        String pattern = words.pattern(key);
        Optional<String> put = Sentence.of(pattern).map(sentence -> sentence.with(values));
        if (put.isPresent()) {
          plain++;
          assertEquals(
              new MessageFormat(pattern, language).format(arguments(values)), put.get(), key);
        }
      }
      assertTrue(plain > 150, "only " + plain);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{count, plural, other {#}}", "it''s {a}", "'{a}'", "{0}", "{a", "{a b}"})
  void what_needs_more_than_putting_together_is_left_to_be_formatted(String pattern) {
    assertEquals(Optional.empty(), Sentence.of(pattern));
  }

  @Test
  void big_numbers_and_missing_values_are_left_to_be_formatted() {
    Sentence sentence = Sentence.of("{count} of {all}").orElseThrow();
    assertEquals("1 of 999", sentence.with("count", 1, "all", 999L));
    assertNull(sentence.with("count", 1, "all", 1_000));
    assertNull(sentence.with("count", 1));
  }

  private static Map<String, Object> arguments(Object... values) {
    Map<String, Object> arguments = new HashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      arguments.put((String) values[i], values[i + 1]);
    }
    return arguments;
  }

  @Test
  void plurals_are_real() {
    assertEquals("1 minute", ENGLISH.say("span.minutes", "count", 1));
    assertEquals("30 minutes", ENGLISH.say("span.minutes", "count", 30));
    assertEquals("30 menit", INDONESIAN.say("span.minutes", "count", 30));
  }

  @Test
  void nobody_is_shouted_at() {
    for (Words words : Set.of(ENGLISH, INDONESIAN)) {
      for (String key : words.keys()) {
        assertFalse(
            words.say(key, "count", 2, "others", 2).replaceAll("<!", "").contains("!"), key);
      }
    }
  }

  private static Map<String, Set<String>> values(String language) throws IOException {
    Map<String, Set<String>> values = new TreeMap<>();
    Path file = Path.of("src/main/resources/words/" + language + ".properties");
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (line.contains(" = ") && !line.startsWith("#")) {
        Set<String> names = new TreeSet<>();
        Matcher name = Pattern.compile("\\{([a-z]+)[,}]").matcher(line);
        while (name.find()) {
          names.add(name.group(1));
        }
        values.put(line.substring(0, line.indexOf(" = ")), names);
      }
    }
    return values;
  }

  private static String source() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }
}
