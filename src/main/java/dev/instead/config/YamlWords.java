package dev.instead.config;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How a text of a person is written into a policy file, so that it is read back as it was typed. */
final class YamlWords {
  /** The longest line that a policy file is folded to. */
  static final int WIDTH = 110;

  private static final Pattern PLAIN =
      Pattern.compile("\\p{L}(?:[\\p{L}\\p{M}\\p{N} '’.?!()/–-]*[\\p{L}\\p{M}\\p{N}'’.?!()])?");
  private static final Set<String> NOT_TEXT = Set.of("null", "true", "false");

  /**
   * A value below or behind a key in a block.
   *
   * @param indent of the lines below, when there are any
   * @param before how many characters stand before it on its line
   */
  static String block(String text, int indent, int before, String newline) {
    if (fits(text, before) && PLAIN.matcher(text).matches() && !isNothing(text)) {
      return text;
    }
    if (!fits(text, before) && isFoldable(text)) {
      return folded(text, " ".repeat(indent), newline);
    }
    if (isLiteral(text)) {
      return literal(text, " ".repeat(indent), newline);
    }
    return quoted(text);
  }

  /** A value inside braces or brackets, on one line. */
  static String flow(String text) {
    return PLAIN.matcher(text).matches() && !isNothing(text) ? text : quoted(text);
  }

  private static boolean fits(String text, int before) {
    return before + text.length() <= WIDTH;
  }

  private static boolean isNothing(String text) {
    return NOT_TEXT.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Words with one space between them: what a line break stands for when it is read back. */
  private static boolean isFoldable(String text) {
    return !text.contains("  ") && !text.contains("\n") && isOpen(text);
  }

  /** Lines that neither begin nor end with space, and nothing that doesn't show. */
  private static boolean isLiteral(String text) {
    return text.contains("\n")
        && text.lines().allMatch(line -> line.equals(line.strip()))
        && isOpen(text);
  }

  private static boolean isOpen(String text) {
    return text.equals(text.strip()) && text.codePoints().allMatch(c -> c == '\n' || isShown(c));
  }

  private static String folded(String text, String indent, String newline) {
    StringBuilder written = new StringBuilder(">-");
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && indent.length() + line.length() + 1 + word.length() > WIDTH) {
        written.append(newline).append(indent).append(line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    return written.append(newline).append(indent).append(line).toString();
  }

  private static String literal(String text, String indent, String newline) {
    StringBuilder written = new StringBuilder("|-");
    for (String line : text.split("\n", -1)) {
      written.append(newline).append(line.isEmpty() ? "" : indent).append(line);
    }
    return written.toString();
  }

  /** Double quotes take anything. */
  private static String quoted(String text) {
    StringBuilder written = new StringBuilder("\"");
    text.codePoints().forEach(c -> {
      switch (c) {
        case '"' -> written.append("\\\"");
        case '\\' -> written.append("\\\\");
        case '\n' -> written.append("\\n");
        case '\t' -> written.append("\\t");
        default -> {
          if (Character.getType(c) == Character.SURROGATE) {
            written.append('\uFFFD'); // half a character; it isn't read back as it was typed
          } else if (isShown(c)) {
            written.appendCodePoint(c);
          } else {
            written.append(String.format(c > 0xFFFF ? "\\U%08X" : "\\u%04X", c));
          }
        }
      }
    });
    return written.append('"').toString();
  }

  /** Others could hide in the file, or turn its lines around. */
  private static boolean isShown(int c) {
    int type = Character.getType(c);
    return c == ' '
        || !(Character.isISOControl(c)
            || type == Character.FORMAT
            || type == Character.SURROGATE
            || type == Character.PRIVATE_USE
            || type == Character.UNASSIGNED
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR);
  }

  private YamlWords() {}
}
