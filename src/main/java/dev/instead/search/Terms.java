package dev.instead.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** What a text is made of, for comparing: words, stems and short runs of letters. Whatever looks like a query or markup is only letters. */
final class Terms {
  /** The field of an index that holds runs of letters; a stem's field is its language. */
  static final String GRAMS = "grams";

  /** More of a long text adds time and no meaning. */
  private static final int MAX_LENGTH = 1_000;

  private static final int SHORTEST_GRAM = 3;
  private static final int LONGEST_GRAM = 5;

  // Analyzers are thread-safe and keep their parts per thread.
  private static final Map<String, Analyzer> BY_LANGUAGE =
      Map.of("en", new EnglishAnalyzer(), "id", new IndonesianAnalyzer());
  private static final Analyzer OTHER = new StandardAnalyzer();

  private Terms() {}

  /** The text as it is compared: one form of each letter, lower case, not too long. */
  static String plain(String text) {
    String beginning = text.substring(0, Math.min(text.length(), MAX_LENGTH));
    return Normalizer.normalize(beginning, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** Letters and digits, in the order of the text. */
  static List<String> words(String plain) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    (plain + " ").codePoints().forEach(c -> {
      if (Character.isLetterOrDigit(c)) {
        word.appendCodePoint(c);
      } else if (c != '\'' && c != '’' && word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
    });
    return words;
  }

  /** The stems of its words, each once, as {@link TermTable} knows them. */
  static long[] stems(String plain, Locale language) {
    long[] stems = new long[plain.length() + 1];
    int count = 0;
    Analyzer analyzer = BY_LANGUAGE.getOrDefault(language.getLanguage(), OTHER);
    try (TokenStream tokens = analyzer.tokenStream("", new StringReader(plain))) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (count < stems.length) {
          stems[count++] = TermTable.hash(term, 0, term.length());
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory can't fail to be read", e);
    }
    return TermTable.distinct(stems, count);
  }

  /** Runs of three to five letters within words, whose ends count as letters: a typo leaves most of them alone. Each once. */
  static long[] grams(String plain) {
    String padded = "_" + String.join("__", words(plain)) + "_";
    long[] grams = new long[padded.length() * (LONGEST_GRAM - SHORTEST_GRAM + 1)];
    int count = 0;
    int end = 0;
    for (int start = 0; start < padded.length(); start++) {
      if (start >= end) {
        int next = padded.indexOf("__", start + 1);
        end = next < 0 ? padded.length() : next + 1;
      }
      for (int n = SHORTEST_GRAM; n <= LONGEST_GRAM && start + n <= end; n++) {
        grams[count++] = TermTable.hash(padded, start, start + n);
      }
    }
    return TermTable.distinct(grams, count);
  }
}
