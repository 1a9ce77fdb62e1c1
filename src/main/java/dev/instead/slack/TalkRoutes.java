package dev.instead.slack;

import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import dev.instead.desk.Delivery;
import dev.instead.desk.Filing;
import dev.instead.desk.Opening;
import dev.instead.desk.UseCases;
import dev.instead.notice.Bookmark;
import dev.instead.notice.Notice;
import dev.instead.people.Person;
import dev.instead.report.Link;
import dev.instead.report.Links;
import dev.instead.report.Report;
import dev.instead.slack.Installation.Origin;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Slash commands, shortcuts, direct messages, mentions and the home. */
final class TalkRoutes {
  private static final Pattern MENTION_FIRST =
      Pattern.compile("^\\s*<@[A-Z0-9]+(?:\\|[^>]*)?>\\s*");

  private final UseCases desks;
  private final Windows windows;
  private final Whisper whisper;

  TalkRoutes(UseCases desks, Windows windows, Whisper whisper) {
    this.desks = desks;
    this.windows = windows;
    this.whisper = whisper;
  }

  /** {@code /report}: the form, or with text a report at once; the answer to the command is the receipt. */
  Optional<SlashCommandResponse> report(SlashCommandPayload command, Origin origin) {
    Person person = Incoming.person(origin.workspace(), command.getUserId());
    if (origin.outsider()) {
      return said(person, desks.readers().refusal());
    }
    String text = Incoming.typed(command.getText());
    if (text.isEmpty()) {
      return open(command, person, desks.reports().form(person, "", "", Optional.empty()));
    }
    Delivery delivery = Incoming.delivery(
        origin.workspace(),
        "trigger:" + command.getTriggerId(),
        command.getUserId(),
        command.getCommand(),
        command.getText());
    return said(
        person, desks.reports().file(new Filing(person, "", text, Optional.empty()), delivery));
  }

  /** {@code /canipost}: the form, or with text the answer. */
  Optional<SlashCommandResponse> canIPost(SlashCommandPayload command, Origin origin) {
    Person person = Incoming.person(origin.workspace(), command.getUserId());
    if (origin.outsider()) {
      return said(person, desks.readers().refusal());
    }
    String text = Incoming.typed(command.getText());
    return text.isEmpty()
        ? open(command, person, desks.answers().form(person, ""))
        : said(person, desks.answers().ask(person, text));
  }

  void reportAnywhere(GlobalShortcutPayload shortcut, Origin origin) {
    Person person = Incoming.person(origin.workspace(), shortcut.getUser().getId());
    window(
        shortcut.getTriggerId(),
        person,
        origin,
        () -> desks.reports().form(person, "", "", Optional.empty()));
  }

  void browseAnywhere(GlobalShortcutPayload shortcut, Origin origin) {
    Person person = Incoming.person(origin.workspace(), shortcut.getUser().getId());
    window(
        shortcut.getTriggerId(),
        person,
        origin,
        () -> desks.browse().open(person, Bookmark.BEGINNING));
  }

  /** The message's words, and the link in it or else to it, go into the form. */
  void reportMessage(MessageShortcutPayload shortcut, Origin origin) {
    Person person = Incoming.person(origin.workspace(), shortcut.getUser().getId());
    String text = cut(Incoming.typed(words(shortcut)));
    String link = Links.firstIn(text).map(Link::url).orElseGet(() -> permalink(shortcut));
    window(
        shortcut.getTriggerId(),
        person,
        origin,
        () -> desks.reports().form(person, link, text, Optional.empty()));
  }

  /** A message that somebody shows is a draft, whatever it looks like. */
  void askAboutMessage(MessageShortcutPayload shortcut, Origin origin) {
    Person person = Incoming.person(origin.workspace(), shortcut.getUser().getId());
    window(
        shortcut.getTriggerId(),
        person,
        origin,
        () -> new Opening.Say(desks.answers().check(person, Incoming.typed(words(shortcut)))));
  }

  private void window(String trigger, Person person, Origin origin, Supplier<Opening> opening) {
    windows.open(
        trigger,
        origin.outsider() ? new Opening.Say(desks.readers().refusal()) : opening.get(),
        desks.readers().languageOf(person));
  }

  void homeOpened(Origin origin, String eventId, AppHomeOpenedEvent event) {
    if ("home".equals(event.getTab()) && !origin.outsider()) {
      desks
          .homes()
          .opened(
              Incoming.person(origin.workspace(), event.getUser()),
              Incoming.delivery(origin.workspace(), "event:" + eventId, event.getUser()));
    }
  }

  /** What someone writes to the app: a question, a link to report, or a call for help. */
  void directMessage(Origin origin, String eventId, MessageEvent event) {
    boolean fromPerson =
        event.getUser() != null && event.getBotId() == null && event.getSubtype() == null;
    if (!"im".equals(event.getChannelType()) || !fromPerson) {
      return;
    }
    String workspace = origin.workspace();
    Person person = Incoming.person(workspace, event.getUser());
    String text = Incoming.typed(event.getText());
    Optional<Notice> answered = origin.outsider()
        ? Optional.of(desks.readers().refusal())
        : answered(workspace, eventId, event, person, text);
    if (!desks.answers().isNew(Incoming.delivery(workspace, "event:" + eventId, event.getUser()))) {
      return;
    }
    Notice notice = answered.orElseGet(() -> desks.talk().reply(person, text));
    whisper.inDirectMessages(
        event.getChannel(), event.getThreadTs(), notice, desks.readers().languageOf(person));
  }

  /** Words below the team's message go to the team. Stored before the event counts as seen, so that a repeat makes up for a failure. */
  private Optional<Notice> answered(
      String workspace, String eventId, MessageEvent event, Person person, String text) {
    if (event.getThreadTs() == null) {
      return Optional.empty();
    }
    Delivery delivery = Incoming.delivery(workspace, "answer:" + eventId, event.getUser());
    return desks.threads().answered(person, event.getThreadTs(), text, delivery);
  }

  void mention(Origin origin, String eventId, AppMentionEvent event) {
    if (event.getUser() == null || event.getBotId() != null) {
      return;
    }
    String workspace = origin.workspace();
    Person person = Incoming.person(workspace, event.getUser());
    if (!desks.answers().isNew(Incoming.delivery(workspace, "event:" + eventId, event.getUser()))) {
      return;
    }
    String question = MENTION_FIRST.matcher(String.valueOf(event.getText())).replaceFirst("");
    Notice notice = origin.outsider()
        ? desks.readers().refusal()
        : desks.talk().reply(person, Incoming.typed(question));
    whisper.inChannel(
        event.getChannel(),
        person,
        event.getThreadTs(),
        notice,
        desks.readers().languageOf(person));
  }

  private Optional<SlashCommandResponse> open(
      SlashCommandPayload command, Person person, Opening opening) {
    if (opening instanceof Opening.Say say) {
      return said(person, say.notice());
    }
    Locale language = desks.readers().languageOf(person);
    return windows.open(command.getTriggerId(), opening, language)
        ? Optional.empty()
        : said(person, new Notice.OneMoment());
  }

  private Optional<SlashCommandResponse> said(Person person, Notice notice) {
    SlackMessage message = SlackCards.of(notice, desks.readers().languageOf(person));
    return Optional.of(SlashCommandResponse.builder()
        .responseType("ephemeral")
        .text(message.text())
        .blocks(message.blocks())
        .build());
  }

  private static @Nullable String words(MessageShortcutPayload shortcut) {
    return shortcut.getMessage() == null ? null : shortcut.getMessage().getText();
  }

  private static String cut(String text) {
    return text.length() <= Report.MAX_TEXT ? text : text.substring(0, Report.MAX_TEXT - 1) + "…";
  }

  /** Where the message is, as Slack itself links it; made up from the payload, so that no call is needed. Empty where the payload names no workspace. */
  private static String permalink(MessageShortcutPayload shortcut) {
    if (shortcut.getTeam() == null || shortcut.getTeam().getDomain() == null) {
      return "";
    }
    return "https://%s.slack.com/archives/%s/p%s"
        .formatted(
            shortcut.getTeam().getDomain(),
            shortcut.getChannel().getId(),
            shortcut.getMessageTs().replace(".", ""));
  }
}
