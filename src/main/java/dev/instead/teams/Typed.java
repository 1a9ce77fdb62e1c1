package dev.instead.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody wrote to the bot.
 *
 * @param text as typed, without the mention of the bot and without the message that was quoted
 * @param quoted the ids of the messages that it answers
 * @param toBot whether the bot was mentioned
 */
record Typed(String text, List<String> quoted, boolean toBot) {
  // <blockquote itemscope itemtype="http://schema.skype.com/Reply"
  // itemid="1756718000000">…</blockquote>
  private static final Pattern QUOTE = Pattern.compile(
      "<blockquote\\b([^>]{0,500}\\bitemtype=\"https?://schema\\.skype\\.com/Reply\"[^>]{0,500})>.{0,20000}?</blockquote>",
      Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final Pattern ITEM = Pattern.compile("\\bitemid=\"(\\d{1,20})\"");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("<quoted\\b[^>]{0,500}>(?:\\s{0,5}</quoted>)?");
  private static final Pattern NAMED = Pattern.compile("</?at(?:\\s[^>]{0,200})?>");

  static Typed in(Incoming incoming) {
    String html = html(incoming);
    Matcher quotes = QUOTE.matcher(html);
    List<String> quoted = new ArrayList<>();
    while (quotes.find()) {
      Matcher item = ITEM.matcher(quotes.group(1));
      if (item.find()) {
        quoted.add(item.group(1));
      }
    }
    // The plain text repeats the quoted words, and nothing tells them from the person's own.
    boolean isQuote = !quoted.isEmpty();
    incoming.repliesTo().ifPresent(quoted::add);
    incoming.entities("quotedReply").forEach(entity -> quotedBy(entity).ifPresent(quoted::add));
    String text = isQuote ? Html.plain(QUOTE.matcher(html).replaceAll("")) : words(incoming);
    return new Typed(text, List.copyOf(quoted), mentions(incoming));
  }

  private static String words(Incoming incoming) {
    String text = Incoming.orEmpty(incoming.activity().getText());
    // Literally, and not by the bot's name: a name may look like a pattern.
    for (Entity mention : incoming.entities("mention")) {
      if (isBot(incoming, mention)) {
        text = text.replace(Incoming.text(mention.getProperties().get("text")).orElse("\0"), " ");
      } else {
        text = named(text, mention);
      }
    }
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(" ")
        .replace("&nbsp;", " ")
        .replace('\u00a0', ' ')
        .replaceAll("[ \t]+", " ")
        .strip();
  }

  /** A colleague who was mentioned stays in the text by name. */
  private static String named(String text, Entity mention) {
    String mark = Incoming.text(mention.getProperties().get("text")).orElse("");
    return mark.isEmpty() ? text : text.replace(mark, NAMED.matcher(mark).replaceAll(""));
  }

  private static boolean mentions(Incoming incoming) {
    return incoming.entities("mention").stream().anyMatch(mention -> isBot(incoming, mention));
  }

  private static boolean isBot(Incoming incoming, Entity mention) {
    JsonNode mentioned = mention.getProperties().get("mentioned");
    return mentioned != null
        && Incoming.text(mentioned.get("id"))
            .filter(incoming.place().bot()::equals)
            .isPresent();
  }

  private static Optional<String> quotedBy(Entity entity) {
    JsonNode reply = entity.getProperties().get("quotedReply");
    return reply == null ? Optional.empty() : Incoming.text(reply.get("messageId"));
  }

  private static String html(Incoming incoming) {
    List<Attachment> attachments = incoming.activity().getAttachments();
    return attachments == null
        ? ""
        : attachments.stream()
            .filter(one -> one != null && "text/html".equals(one.getContentType()))
            .map(one -> one.getContent() instanceof String html ? html : "")
            .findFirst()
            .orElse("");
  }
}
