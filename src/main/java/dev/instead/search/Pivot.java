package dev.instead.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every text as English that the model can read: English as it was meant to be typed, Indonesian word by word, anything else as it is. */
final class Pivot {
  private static final Pattern MARKUP = Pattern.compile("<[^>]{0,200}>|https?://\\S+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");
  private static final int MOST_CORRECTIONS = 12;
  private static final String INDONESIAN = "id";

  private final Spelling spelling;
  private final Gloss gloss;
  private final Map<String, String> slang;

  Pivot(Spelling spelling, Gloss gloss) {
    this.spelling = spelling;
    this.gloss = gloss;
    slang = WordLists.table("slang-en.tsv");
  }

  /**
   * @param policy the words of the policy's own texts, other than its Indonesian ones
   * @param names words that mean nothing but whom they name
   */
  static Pivot of(Map<String, Integer> common, Set<String> policy, Set<String> names) {
    WordSet dictionary = new WordSet(WordLists.lines("english-words.txt.gz"));
    return new Pivot(new Spelling(dictionary, common, policy), new Gloss(names));
  }

  static boolean isIndonesian(Locale language) {
    return language.getLanguage().equals(INDONESIAN);
  }

  /**
   * A text as it is compared.
   *
   * @param language what it is written in
   * @param plain its own words, without markup
   * @param text in English
   */
  record Read(Locale language, String plain, String text) {}

  /** @param reader the language that decides when the words don't */
  Read read(String text, Locale reader) {
    String plain = plain(text);
    return of(plain, language(Terms.words(plain), reader));
  }

  /** A text whose language is known, such as one of the policy's. */
  Read in(Locale language, String text) {
    return of(plain(text), language);
  }

  private Read of(String plain, Locale language) {
    return new Read(
        language,
        plain,
        switch (language.getLanguage()) {
          case "en" -> corrected(plain);
          case INDONESIAN -> gloss.of(Terms.words(plain.replace("nge-", "nge")));
          default -> plain;
        });
  }

  private Locale language(List<String> words, Locale reader) {
    int english = 0;
    int indonesian = 0;
    for (String word : words) {
      boolean first = slang.containsKey(word) || spelling.knows(word);
      boolean second = gloss.knows(word);
      english += first && !second ? 1 : 0;
      indonesian += second && !first ? 1 : 0;
    }
    boolean other = !reader.getLanguage().equals("en") && !isIndonesian(reader);
    if (english == indonesian || (other && 2 * Math.max(english, indonesian) < words.size())) {
      return reader;
    }
    // Indonesian is full of English words, "laptop" and "password" among them.
    int counted = isIndonesian(reader) ? 2 * indonesian : indonesian;
    return english > counted ? Locale.ENGLISH : Locale.forLanguageTag(INDONESIAN);
  }

  private String corrected(String plain) {
    Matcher word = WORD.matcher(plain);
    StringBuilder text = new StringBuilder();
    int corrections = 0;
    while (word.find()) {
      String typed = word.group().replace('’', '\'');
      String meant = slang.get(typed);
      if (meant == null && corrections < MOST_CORRECTIONS && !spelling.knows(typed)) {
        corrections++;
        meant = spelling.correct(typed).orElse(typed);
      }
      word.appendReplacement(text, Matcher.quoteReplacement(meant == null ? typed : meant));
    }
    return word.appendTail(text).toString().strip();
  }

  private static String plain(String text) {
    return MARKUP
        .matcher(Terms.plain(text))
        .replaceAll(" ")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
