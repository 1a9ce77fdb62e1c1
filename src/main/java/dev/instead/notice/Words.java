package dev.instead.notice;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every sentence of the product's own, in the reader's language: {@code words/en.properties} and {@code words/id.properties}, ICU
 * message syntax with named arguments and real plurals, e.g. {@code {count, plural, one {# colleague} other {# colleagues}}}.
 */
public final class Words {
  /** The languages that the product itself speaks; others read English. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("id"));

  private static final Map<Locale, Words> LOADED = new ConcurrentHashMap<>();

  private final Locale language;
  private final Properties sentences = new Properties();
  private final Map<String, Optional<Sentence>> plainOnes = new ConcurrentHashMap<>();
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

  private Words(Locale language) {
    this.language = language;
    String file = "/words/" + language.toLanguageTag() + ".properties";
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its words: " + file);
      }
      sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The program's words can't be read: " + file, e);
    }
  }

  /** The words for a reader of {@code wanted}. */
  public static Words in(Locale wanted) {
    Locale plain = Locale.forLanguageTag(wanted.getLanguage());
    return LOADED.computeIfAbsent(LANGUAGES.contains(plain) ? plain : Locale.ENGLISH, Words::new);
  }

  public Locale language() {
    return language;
  }

  /**
   * One sentence.
   *
   * @param key its name in the bundle; a missing one is a defect of the program
   * @param namesAndValues {@code "count", 3, "name", "Ana"}
   */
  public String say(String key, Object... namesAndValues) {
    String pattern = sentences.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException(
          "No words for \"" + key + "\" in " + language.toLanguageTag());
    }
    Optional<Sentence> plain = plainOnes.computeIfAbsent(key, k -> Sentence.of(pattern));
    String said = plain.isPresent() ? plain.get().with(namesAndValues) : null;
    return said == null ? formatted(key, pattern, namesAndValues) : said;
  }

  private String formatted(String key, String pattern, Object... namesAndValues) {
    Map<String, Object> arguments = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    // Parsing a pattern costs more than using it, and a format is not safe for several threads at
    // once: what was parsed is only ever copied. Requests have threads of their own, so nothing
    // is kept by thread.
    MessageFormat parsed = formats.computeIfAbsent(key, k -> format(pattern));
    return parsed.clone().format(arguments);
  }

  /** Every key of this language, for the test that compares the bundles. */
  public Set<String> keys() {
    return new TreeSet<>(sentences.stringPropertyNames());
  }

  /** As it stands in the bundle. */
  String pattern(String key) {
    return sentences.getProperty(key, "");
  }

  private MessageFormat format(String pattern) {
    return new MessageFormat(pattern, ULocale.forLocale(language));
  }
}
