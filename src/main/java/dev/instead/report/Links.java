package dev.instead.report;

import java.util.Optional;

/**
 * Links as people type and paste them, read from their text alone: nothing is ever fetched. Every method takes time in proportion to
 * the length of its input, whatever is in it.
 */
public final class Links {
  /** The longest link that is taken, in characters. */
  public static final int MAX_LENGTH = 2_000;

  private Links() {}

  /** What became of something that was typed as a link. */
  public sealed interface Parsed {
    record Good(Link link) implements Parsed {}

    record Bad(Problem problem) implements Parsed {}
  }

  /** Why something is no link to a post. */
  public enum Problem {
    EMPTY,
    /** No address can be made out. */
    MISTYPED,
    /** An address, but not of a web page: {@code mailto:}, {@code javascript:}, {@code file:}. */
    NOT_WEB,
    /** A private or internal address: nobody outside posts there, and opening it may do harm. */
    INTERNAL,
    /** Longer than {@link #MAX_LENGTH}. */
    TOO_LONG,
    /** Has a user name or a password in it, which must not be stored or passed on. */
    CREDENTIALS
  }

  /** Reads one link, with or without its scheme ({@code x.com/a/status/1}), also as Slack writes it ({@code <url|label>}). */
  public static Parsed parse(String typed) {
    String link = trimmed(unwrapped(Visible.of(typed).strip()));
    if (link.isEmpty()) {
      return new Parsed.Bad(Problem.EMPTY);
    }
    if (link.length() > MAX_LENGTH) {
      return new Parsed.Bad(Problem.TOO_LONG);
    }
    if (link.chars().anyMatch(Links::isSpace)) {
      return new Parsed.Bad(Problem.MISTYPED);
    }
    return Address.read(link);
  }

  /**
   * The first good link in a text. Without its scheme one counts only when it has a path or begins with {@code www.}: "refund.she" is
   * a missing space.
   */
  public static Optional<Link> firstIn(String text) {
    return find(text).map(Found::link);
  }

  /** A link and the words around it. */
  public record Split(Link link, String words) {}

  /** The first good link in a text, and the text without it. */
  public static Optional<Split> split(String text) {
    return find(text)
        .map(found -> new Split(
            found.link(), joined(text.substring(0, found.start()), text.substring(found.end()))));
  }

  private record Found(Link link, int start, int end) {}

  private static Optional<Found> find(String text) {
    int close = -1;
    int i = 0;
    while (i < text.length()) {
      if (isSpace(text.charAt(i))) {
        i++;
        continue;
      }
      if (text.startsWith("<http", i)) {
        // Slack's own form; its label may have spaces. The next '>' is looked up once for all '<'
        // before it.
        close = close < i ? closing(text, i) : close;
        Optional<Found> found = inWord(text, i, Math.min(close + 1, text.length()));
        if (found.isPresent()) {
          return found;
        }
      }
      int end = endOfWord(text, i);
      Optional<Found> found = inWord(text, i, end);
      if (found.isPresent()) {
        return found;
      }
      i = end;
    }
    return Optional.empty();
  }

  private static Optional<Found> inWord(String text, int start, int end) {
    if (end - start > 2 * MAX_LENGTH) {
      return Optional.empty();
    }
    String word = text.substring(start, end);
    int from = word.startsWith("<") ? 0 : beginning(word);
    String candidate = word.substring(from);
    if (from == word.length() || !(hasScheme(candidate) || looksLikeAddress(candidate))) {
      return Optional.empty();
    }
    return parse(candidate) instanceof Parsed.Good good
        ? Optional.of(new Found(good.link(), start + from, start + from + shown(candidate)))
        : Optional.empty();
  }

  /** How much of the word belongs to the link: without the full stop or bracket that follows it. */
  private static int shown(String candidate) {
    return candidate.startsWith("<") ? candidate.length() : trimmed(candidate).length();
  }

  /** Where the link begins in a word: at its scheme, else behind opening punctuation. */
  private static int beginning(String word) {
    int colon = word.indexOf("://");
    if (colon > 0) {
      int letters = colon;
      while (letters > 0 && isAsciiLetter(word.charAt(letters - 1))) {
        letters--;
      }
      return letters;
    }
    int i = 0;
    while (i < word.length() && "([{<\"'“‘«*~".indexOf(word.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private static boolean hasScheme(String word) {
    int at = word.startsWith("<") ? 1 : 0;
    return word.regionMatches(true, at, "http://", 0, 7)
        || word.regionMatches(true, at, "https://", 0, 8);
  }

  private static boolean looksLikeAddress(String word) {
    if (word.regionMatches(true, 0, "www.", 0, 4)) {
      return true;
    }
    int slash = word.indexOf('/');
    int dot = slash < 0 ? -1 : word.lastIndexOf('.', slash);
    return dot > 0
        && slash - dot > 2
        && slash < word.length() - 1
        && word.substring(dot + 1, slash).chars().allMatch(Links::isAsciiLetter);
  }

  private static int endOfWord(String text, int start) {
    int end = start;
    while (end < text.length() && !isSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int closing(String text, int from) {
    int close = text.indexOf('>', from);
    return close < 0 ? text.length() : close;
  }

  /** Takes Slack's {@code <url|label>} or a mail program's {@code <url>} apart. */
  private static String unwrapped(String typed) {
    if (!typed.startsWith("<")) {
      return typed;
    }
    int end = 1;
    while (end < typed.length() && typed.charAt(end) != '>' && typed.charAt(end) != '|') {
      end++;
    }
    return typed.substring(1, end).strip();
  }

  /** Without the punctuation that a sentence puts behind a link; a closing bracket stays when the link opened it. */
  private static String trimmed(String link) {
    long open = link.chars().filter(c -> c == '(').count();
    long closed = link.chars().filter(c -> c == ')').count();
    int end = link.length();
    while (end > 0) {
      char last = link.charAt(end - 1);
      boolean surplus = last == ')' && closed > open;
      if (!surplus && ".,;:!?'\"”’»]}>*~…".indexOf(last) < 0) {
        break;
      }
      if (last == ']'
          && link.startsWith("[", link.indexOf("//") < 0 ? 0 : link.indexOf("//") + 2)) {
        break; // an IPv6 address
      }
      closed -= surplus ? 1 : 0;
      end--;
    }
    return link.substring(0, end);
  }

  private static String joined(String before, String after) {
    return (before.strip() + " " + after.strip()).strip();
  }

  private static boolean isAsciiLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
