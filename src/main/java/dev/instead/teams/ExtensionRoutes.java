package dev.instead.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.builder.InvokeResponse;
import dev.instead.desk.UseCases;
import dev.instead.notice.Bookmark;
import dev.instead.notice.Notice;
import dev.instead.notice.Words;
import dev.instead.people.Person;
import dev.instead.report.Link;
import dev.instead.report.Links;
import dev.instead.report.Report;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * The message extension: its commands in the compose box, in the command box and in a message's menu. Their dialogs come back at once, so
 * nothing needs the bot to be a member of the chat.
 *
 * <p>https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module
 */
final class ExtensionRoutes {
  private final UseCases desks;
  private final DialogRoutes dialogs;

  ExtensionRoutes(UseCases desks, DialogRoutes dialogs) {
    this.desks = desks;
    this.dialogs = dialogs;
  }

  InvokeResponse opened(Incoming incoming, Person person) {
    return dialogs.shown(opening(incoming.value(), person), person);
  }

  InvokeResponse sent(Incoming incoming, Person person) {
    JsonNode value = incoming.value();
    if (value.path("data").path("msteams").path("justInTimeInstall").asBoolean(false)) {
      return opened(incoming, person); // The app was just added to the chat; the command goes on.
    }
    return value.hasNonNull("botMessagePreviewAction")
        ? Replies.close() // We show no previews, so this can't be one of ours.
        : dialogs.pressed(incoming, person);
  }

  private Reaction opening(JsonNode value, Person person) {
    JsonNode message = value.path("messagePayload");
    return switch (value.path("commandId").asText()) {
      case Verbs.REPORT_COMMAND -> report(message, person);
      case Verbs.ASK_COMMAND -> ask(message, person);
      case Verbs.BROWSE_COMMAND ->
        PressRoutes.opened(desks.browse().open(person, Bookmark.BEGINNING));
      default -> new Reaction.Tell(new Notice.NotFound());
    };
  }

  /** The message's author and words, and the link in it or else to it, go into the form. */
  private Reaction report(JsonNode message, Person person) {
    String words = words(message);
    String link = Links.firstIn(words).map(Link::url).orElseGet(() -> permalink(message));
    return PressRoutes.opened(desks
        .reports()
        .form(person, link, cut(attributed(message, words, person)), Optional.empty()));
  }

  /** A message that somebody shows is a draft, whatever it looks like. */
  private Reaction ask(JsonNode message, Person person) {
    String words = words(message);
    return words.isEmpty()
        ? PressRoutes.opened(desks.answers().form(person, ""))
        : new Reaction.Tell(desks.answers().check(person, words));
  }

  private String attributed(JsonNode message, String words, Person person) {
    JsonNode from = message.path("from");
    String author = Incoming.text(from.path("user").get("displayName"))
        .or(() -> Incoming.text(from.path("application").get("displayName")))
        .orElse("")
        .strip();
    return author.isEmpty() || words.isEmpty()
        ? words
        : Words.in(desks.readers().languageOf(person)).say("card.wrote", "who", author)
            + "\n"
            + words;
  }

  private static String words(JsonNode message) {
    JsonNode body = message.path("body");
    String content = Incoming.text(body.get("content")).orElse("");
    return "html".equalsIgnoreCase(body.path("contentType").asText())
        ? Html.plain(content)
        : content.strip();
  }

  /** Where the message is, as Teams links it; a client could send anything, so only a web address counts. */
  private static String permalink(JsonNode message) {
    String link = Incoming.text(message.get("linkToMessage")).orElse("");
    try {
      return "https".equalsIgnoreCase(new URI(link).getScheme()) ? link : "";
    } catch (URISyntaxException e) {
      return "";
    }
  }

  private static String cut(String text) {
    return text.length() <= Report.MAX_TEXT ? text : text.substring(0, Report.MAX_TEXT - 1) + "…";
  }
}
