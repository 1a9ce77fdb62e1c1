package dev.instead.notice;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Words that others wrote, made fit for chat: they can't hide, run backwards or grow beyond a limit. */
public final class Legible {
  private static final String ELLIPSIS = "…";

  private Legible() {}

  /**
   * What turns a line around (bidirectional controls can make a link or a name read as another) and control characters go, halves of
   * surrogate pairs become U+FFFD, and what is too long ends in an ellipsis between two visible characters.
   *
   * @param max in UTF-16 units, the strictest way of counting
   */
  public static String plain(String text, int max) {
    return cut(clean(text), max, UnaryOperator.identity());
  }

  /** The same, escaped for a platform; {@code max} counts the escapes. {@code escape} works on each character by itself. */
  public static String escaped(String text, int max, UnaryOperator<String> escape) {
    return cut(clean(text), max, escape);
  }

  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        clean.append('\uFFFD');
      } else if (c == 0x2028 || c == 0x2029) {
        clean.append('\n');
      } else if (!turnsAround(c) && (c == '\n' || c == '\t' || !Character.isISOControl(c))) {
        clean.appendCodePoint(c);
      }
    });
    return clean.toString();
  }

  private static boolean turnsAround(int c) {
    return (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200E
        || c == 0x200F
        || c == 0x061C;
  }

  private static String cut(String text, int max, UnaryOperator<String> escape) {
    String whole = escape.apply(text);
    if (whole.length() <= max) {
      return whole;
    }
    BreakIterator visible = BreakIterator.getCharacterInstance(Locale.ROOT);
    visible.setText(text);
    StringBuilder kept = new StringBuilder(max);
    int start = visible.first();
    for (int end = visible.next(); end != BreakIterator.DONE; start = end, end = visible.next()) {
      String drawn = escape.apply(text.substring(start, end));
      if (kept.length() + drawn.length() + ELLIPSIS.length() > max) {
        break;
      }
      kept.append(drawn);
    }
    return kept.append(ELLIPSIS).toString();
  }
}
