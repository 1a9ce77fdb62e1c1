package dev.instead.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of somebody's draft as it is compared, with the place that it stands at: one form of each letter, lower case, without accents,
 * whatever is invisible left out, and letters of other alphabets that look like Latin ones taken for these. An apostrophe joins, everything
 * else that is neither letter nor digit parts, and so does a capital within a word, as in {@code #NewPrototype}.
 *
 * @param start, end where it is in the draft
 * @param tagged whether it is a hashtag, which is several words written as one
 */
record DraftWord(String plain, int start, int end, boolean tagged) {
  /** The longest text that is looked through. */
  static final int MAX_DRAFT = 10_000;

  private static final String ALIKE = "аеорсухіѕјԁӏкмтвнοανρτυικχ";
  private static final String LATIN = "aeopcyxisjdlkmtbhoavptuikx";

  /** All of them, in their order. */
  static List<DraftWord> of(String draft) {
    Reader reader = new Reader();
    int end = Math.min(draft.length(), MAX_DRAFT);
    int at = 0;
    while (at < end) {
      int c = draft.codePointAt(at);
      reader.read(c, at, at + Character.charCount(c));
      at += Character.charCount(c);
    }
    reader.close();
    return reader.words;
  }

  /** Goes through the characters and keeps where each word began. */
  private static final class Reader {
    private final List<DraftWord> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int start;
    private int end;
    private int before = ' ';
    private boolean tagged;

    void read(int c, int from, int to) {
      if (Character.isUpperCase(c) && Character.isLowerCase(before)) {
        close();
      }
      // By the character, so that the places stay true; an accent of its own is dropped below.
      String letters = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
      for (int i = 0; i < letters.length(); i += Character.charCount(letters.codePointAt(i))) {
        add(letters.codePointAt(i), from);
      }
      end = word.isEmpty() ? end : invisible(c) ? end : to;
      tagged = word.isEmpty() ? c == '#' : tagged;
      before = invisible(c) ? before : c;
    }

    private void add(int c, int from) {
      if (Character.isLetterOrDigit(c)) {
        start = word.isEmpty() ? from : start;
        int alike = ALIKE.indexOf(Character.toLowerCase(c));
        word.append(
            alike < 0
                ? Character.toString(c).toLowerCase(Locale.ROOT)
                : LATIN.substring(alike, alike + 1));
      } else if (!invisible(c) && c != '\'' && c != '’' && c != 'ʼ') {
        close();
      }
    }

    void close() {
      if (!word.isEmpty()) {
        words.add(new DraftWord(word.toString(), start, end, tagged));
        word.setLength(0);
      }
    }

    private static boolean invisible(int c) {
      int type = Character.getType(c);
      return type == Character.FORMAT
          || type == Character.NON_SPACING_MARK
          || type == Character.ENCLOSING_MARK;
    }
  }
}
