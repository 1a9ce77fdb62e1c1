package dev.instead.teams;

import java.time.Instant;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marks of a sentence ({@code *bold*}, {@code `code`}) as Teams draws them in a TextBlock: a subset of Markdown with {@code **bold**}
 * and without code (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format).
 */
final class Markup {
  private static final String READ_AS_MARKS = "\\[]*_~`<>#&{}|";
  private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,9})([.)])");
  private static final Pattern BULLET = Pattern.compile("^[-+=]");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern TIME =
      Pattern.compile("\\{\\{DATE\\(([^),]+), SHORT\\)\\}\\} \\{\\{TIME\\([^)]+\\)\\}\\}");

  private Markup() {}

  /** What others wrote, on one line: no emphasis, link, list, entity, tag, date or mention comes of it. */
  static String escape(String text) {
    String line = SPACE.matcher(text).replaceAll(" ").strip();
    StringBuilder escaped = new StringBuilder(line.length() + 8);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      // A round bracket means something only after a square one; alone it stays as people write it.
      if (READ_AS_MARKS.indexOf(c) >= 0 || (c == '(' && i > 0 && line.charAt(i - 1) == ']')) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    String first = NUMBERED.matcher(escaped).replaceFirst("$1\\\\$2");
    return BULLET.matcher(first).replaceFirst("\\\\$0");
  }

  /** A sentence for a TextBlock. */
  static String markdown(String sentence) {
    return unmarked(sentence, true);
  }

  /** A sentence for notifications and screen readers, where nothing is drawn; {@code time} says an instant. */
  static String plain(String sentence, Function<Instant, String> time) {
    Matcher when = TIME.matcher(sentence);
    return unmarked(
        when.replaceAll(
            found -> Matcher.quoteReplacement(escape(time.apply(Instant.parse(found.group(1)))))),
        false);
  }

  /** An instant in the zone of each reader; people can't write one, because {@link #escape} breaks the braces. */
  static String time(Instant at) {
    Instant second = Instant.ofEpochSecond(at.getEpochSecond());
    return "{{DATE(" + second + ", SHORT)}} {{TIME(" + second + ")}}";
  }

  private static String unmarked(String sentence, boolean drawn) {
    StringBuilder out = new StringBuilder(sentence.length() + 8);
    for (int i = 0; i < sentence.length(); i++) {
      char c = sentence.charAt(i);
      if (c == '\\' && i + 1 < sentence.length()) {
        out.append(drawn ? "\\" : "").append(sentence.charAt(++i));
      } else if (c == '*') {
        out.append(drawn ? "**" : "");
      } else if (c != '`') {
        out.append(c);
      }
    }
    return out.toString();
  }
}
