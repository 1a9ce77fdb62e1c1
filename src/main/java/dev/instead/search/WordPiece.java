package dev.instead.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Cuts a text into the pieces of words that the model knows, as BERT does: lower case, without accents, longest piece first. */
final class WordPiece {
  /** More pieces take longer and say nothing new of a question. */
  private static final int MOST = 128;

  private static final int LONGEST_WORD = 100;
  private static final String GOES_ON = "##";

  private final Map<String, Integer> vocabulary;
  private final int start;
  private final int end;
  private final int unknown;

  WordPiece(Map<String, Integer> vocabulary) {
    this.vocabulary = vocabulary;
    start = id("[CLS]");
    end = id("[SEP]");
    unknown = id("[UNK]");
  }

  /** @param json a {@code tokenizer.json} of the Hugging Face library */
  static WordPiece read(InputStream json) throws IOException {
    JsonNode pieces = new ObjectMapper().readTree(json).path("model").path("vocab");
    Map<String, Integer> vocabulary = new HashMap<>(pieces.size() * 2);
    pieces
        .properties()
        .forEach(piece -> vocabulary.put(piece.getKey(), piece.getValue().asInt()));
    return new WordPiece(vocabulary);
  }

  /** The numbers of the pieces, with those that mark the beginning and the end. */
  long[] ids(String text) {
    List<Integer> ids = new ArrayList<>();
    ids.add(start);
    for (String word : words(text)) {
      if (ids.size() >= MOST - 1) {
        break;
      }
      addPieces(word, ids);
    }
    long[] cut = new long[Math.min(ids.size(), MOST - 1) + 1];
    for (int i = 0; i < cut.length - 1; i++) {
      cut[i] = ids.get(i);
    }
    cut[cut.length - 1] = end;
    return cut;
  }

  /** Whole words, the more common the lower their number. */
  Map<String, Integer> wholeWords() {
    Map<String, Integer> words = new HashMap<>();
    vocabulary.forEach((piece, id) -> {
      if (piece.length() > 1 && piece.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
        words.put(piece, id);
      }
    });
    return words;
  }

  private void addPieces(String word, List<Integer> ids) {
    if (word.length() > LONGEST_WORD) {
      ids.add(unknown);
      return;
    }
    int before = ids.size();
    int from = 0;
    while (from < word.length()) {
      int to = word.length();
      Integer found = null;
      while (to > from && found == null) {
        String piece = word.substring(from, to);
        found = vocabulary.get(from == 0 ? piece : GOES_ON + piece);
        to--;
      }
      if (found == null) {
        ids.subList(before, ids.size()).clear();
        ids.add(unknown);
        return;
      }
      ids.add(found);
      from = to + 1;
    }
  }

  private static List<String> words(String text) {
    String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    plain.codePoints().forEach(c -> {
      int type = Character.getType(c);
      if (type == Character.NON_SPACING_MARK || isNoise(c, type)) {
        return;
      }
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        end(word, words);
      } else if (isPunctuation(c, type) || isIdeograph(c)) {
        end(word, words);
        words.add(Character.toString(c));
      } else {
        word.appendCodePoint(c);
      }
    });
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean isNoise(int c, int type) {
    boolean control = type == Character.CONTROL || type == Character.FORMAT;
    return c == 0xFFFD || (control && c != '\t' && c != '\n' && c != '\r');
  }

  private static boolean isPunctuation(int c, int type) {
    boolean ascii = (c >= 33 && c <= 47)
        || (c >= 58 && c <= 64)
        || (c >= 91 && c <= 96)
        || (c >= 123 && c <= 126);
    return ascii
        || type == Character.CONNECTOR_PUNCTUATION
        || type == Character.DASH_PUNCTUATION
        || type == Character.START_PUNCTUATION
        || type == Character.END_PUNCTUATION
        || type == Character.INITIAL_QUOTE_PUNCTUATION
        || type == Character.FINAL_QUOTE_PUNCTUATION
        || type == Character.OTHER_PUNCTUATION;
  }

  private static boolean isIdeograph(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  private int id(String piece) {
    Integer id = vocabulary.get(piece);
    if (id == null) {
      throw new IllegalArgumentException("The model's vocabulary has no " + piece);
    }
    return id;
  }
}
