package dev.instead.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text as people meant it: Slack's escaping and link markup undone. */
final class IncomingText {
  private static final Pattern MARKED = Pattern.compile("<([^<>]{1,4000})>");
  private static final Pattern ADDRESS = Pattern.compile("(?i)(https?://|mailto:|tel:).*");

  private IncomingText() {}

  /**
   * Undoes {@code <https://url|label>}, {@code <@U…|name>}, {@code <#C…|name>} and {@code <!…>}, then {@code &amp; &lt; &gt;}. A link
   * becomes its address, whatever its label claimed.
   */
  static String of(@Nullable String text) {
    if (text == null) {
      return "";
    }
    Matcher marked = MARKED.matcher(text);
    StringBuilder plain = new StringBuilder();
    while (marked.find()) {
      marked.appendReplacement(
          plain, Matcher.quoteReplacement(meant(marked.group(1), marked.group())));
    }
    marked.appendTail(plain);
    return unescaped(plain.toString()).strip();
  }

  /** The same without the mentions of the bot itself. */
  static String without(@Nullable String text, @Nullable String botUser) {
    String rest = text == null ? "" : text;
    if (botUser != null && botUser.matches("[A-Z0-9]+")) {
      rest = rest.replaceAll("<@" + botUser + "(\\|[^<>]*)?>", " ");
    }
    return of(rest);
  }

  private static String meant(String inside, String whole) {
    int bar = inside.indexOf('|');
    String first = bar < 0 ? inside : inside.substring(0, bar);
    String label = bar < 0 ? "" : inside.substring(bar + 1);
    if (ADDRESS.matcher(first).matches()) {
      return first;
    }
    if (first.startsWith("@") || first.startsWith("#")) {
      return first.charAt(0) + (label.isEmpty() ? first.substring(1) : label);
    }
    // Slack's own escaping leaves no other brackets, but the fixtures show unescaped ones too.
    return first.startsWith("!") ? "@" + (label.isEmpty() ? first.substring(1) : label) : whole;
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
