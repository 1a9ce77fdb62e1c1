package dev.instead.teams;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message's HTML says, as plain text. Links keep their address, because it may be what the message is about; everything else that
 * is markup goes. The result is text like any other that people wrote: escaped where it is shown.
 */
final class Html {
  /** Teams' messages end far earlier; what is longer is cut. */
  private static final int LONGEST = 100_000;

  // A mark that isn't closed ends before the next one, so that nothing is looked at again and
  // again.
  private static final Pattern MARK = Pattern.compile(
      "<(/?)([A-Za-z][A-Za-z0-9]{0,30})((?:\"[^\"]*\"|'[^']*'|[^\"'<>])*+)>|<!--(?:[^<-]|-(?!->))*+-->|&(#?[A-Za-z0-9]{1,10});",
      Pattern.DOTALL);

  private static final Pattern HREF = Pattern.compile("\\bhref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern ALT = Pattern.compile("\\balt\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

  private Html() {}

  static String plain(String html) {
    Matcher marks = MARK.matcher(html.substring(0, Math.min(LONGEST, html.length())));
    StringBuilder text = new StringBuilder();
    String link = "";
    int linkFrom = 0;
    while (marks.find()) {
      marks.appendReplacement(text, "");
      if (marks.group(4) != null) {
        text.append(character(marks.group(4), marks.group()));
      } else if (marks.group(2) != null) {
        String tag = marks.group(2).toLowerCase(Locale.ROOT);
        boolean end = !marks.group(1).isEmpty();
        if (tag.equals("a") && !end) {
          link = attribute(HREF, marks.group(3));
          linkFrom = text.length();
        } else if (tag.equals("a")) {
          finish(text, link, linkFrom);
          link = "";
        } else {
          text.append(instead(tag, marks.group(3)));
        }
      }
    }
    marks.appendTail(text);
    return tidy(text.toString());
  }

  /** The label says where the link leads only when it is the address itself. */
  private static void finish(StringBuilder text, String link, int from) {
    String label = text.substring(from).strip();
    if (!link.isEmpty() && !link.equals(label)) {
      text.append(label.isEmpty() ? "" : " ").append(link);
    }
  }

  private static String instead(String tag, String attributes) {
    return switch (tag) {
      case "br",
          "p",
          "div",
          "li",
          "tr",
          "ul",
          "ol",
          "table",
          "blockquote",
          "pre",
          "h1",
          "h2",
          "h3" -> "\n";
      case "td", "th" -> " ";
      case "emoji", "img" -> attribute(ALT, attributes);
      default -> "";
    };
  }

  private static String attribute(Pattern pattern, String attributes) {
    Matcher found = pattern.matcher(attributes);
    if (!found.find()) {
      return "";
    }
    String value = found.group(1) == null ? found.group(2) : found.group(1);
    return entities(value);
  }

  private static String entities(String value) {
    Matcher marks = Pattern.compile("&(#?[A-Za-z0-9]{1,10});").matcher(value);
    return marks.replaceAll(
        mark -> Matcher.quoteReplacement(character(mark.group(1), mark.group())));
  }

  private static String character(String name, String otherwise) {
    if (!name.startsWith("#")) {
      return ENTITIES.getOrDefault(name, otherwise);
    }
    try {
      boolean hex = name.startsWith("#x") || name.startsWith("#X");
      int code =
          hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
      return Character.isValidCodePoint(code) && code > 31 ? Character.toString(code) : " ";
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private static String tidy(String text) {
    return text.replace('\u00a0', ' ')
        .replaceAll("[ \t]+", " ")
        .replaceAll(" ?[\r\n]+[\\s]*", "\n")
        .strip();
  }
}
