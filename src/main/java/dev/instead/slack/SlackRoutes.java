package dev.instead.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.TeamAccessGrantedEvent;
import com.slack.api.model.event.TeamAccessRevokedEvent;
import dev.instead.desk.UseCases;
import java.util.regex.Pattern;

/** What comes in from Slack: translated here, decided at the desks. */
final class SlackRoutes {
  private static final Pattern EVERYTHING = Pattern.compile(".*", Pattern.DOTALL);

  private final TalkRoutes talk;
  private final PressRoutes presses;
  private final FormRoutes forms;
  private final Origins origins;
  private final Installation installation;

  SlackRoutes(UseCases desks, Windows windows, Whisper whisper, Installation installation) {
    this.talk = new TalkRoutes(desks, windows, whisper);
    this.presses = new PressRoutes(desks, windows, whisper);
    this.forms = new FormRoutes(desks);
    this.installation = installation;
    this.origins = new Origins(installation);
  }

  void addTo(App app) {
    commands(app);
    shortcuts(app);
    events(app);
    app.blockAction(EVERYTHING, (request, context) -> {
      BlockActionPayload press = request.getPayload();
      presses.pressed(Press.of(press, origins.of(press)));
      return context.ack();
    });
    // One handler for all: Bolt keeps its patterns in no order, so a pattern for the rest could win
    // over a form's own.
    app.viewSubmission(EVERYTHING, (request, context) -> {
      ViewSubmissionPayload form = request.getPayload();
      return forms.sent(form, origins.of(form)).map(context::ack).orElseGet(context::ack);
    });
    app.viewClosed(EVERYTHING, (request, context) -> context.ack());
  }

  private void commands(App app) {
    app.command("/report", (request, context) -> {
      SlashCommandPayload command = request.getPayload();
      return talk.report(command, origins.of(command)).map(context::ack).orElseGet(context::ack);
    });
    app.command("/canipost", (request, context) -> {
      SlashCommandPayload command = request.getPayload();
      return talk.canIPost(command, origins.of(command)).map(context::ack).orElseGet(context::ack);
    });
  }

  private void shortcuts(App app) {
    app.globalShortcut("report_conflict", (request, context) -> {
      GlobalShortcutPayload shortcut = request.getPayload();
      talk.reportAnywhere(shortcut, origins.of(shortcut));
      return context.ack();
    });
    app.globalShortcut("browse_policy", (request, context) -> {
      GlobalShortcutPayload shortcut = request.getPayload();
      talk.browseAnywhere(shortcut, origins.of(shortcut));
      return context.ack();
    });
    app.messageShortcut("report_message", (request, context) -> {
      MessageShortcutPayload shortcut = request.getPayload();
      talk.reportMessage(shortcut, origins.of(shortcut));
      return context.ack();
    });
    app.messageShortcut("ask_message", (request, context) -> {
      MessageShortcutPayload shortcut = request.getPayload();
      talk.askAboutMessage(shortcut, origins.of(shortcut));
      return context.ack();
    });
  }

  private void events(App app) {
    app.event(AppHomeOpenedEvent.class, (event, context) -> {
      talk.homeOpened(origins.of(event, null), event.getEventId(), event.getEvent());
      return context.ack();
    });
    app.event(MessageEvent.class, (event, context) -> {
      talk.directMessage(origins.of(event, null), event.getEventId(), event.getEvent());
      return context.ack();
    });
    app.event(AppMentionEvent.class, (event, context) -> {
      AppMentionEvent mention = event.getEvent();
      talk.mention(origins.of(event, mention.getUserTeam()), event.getEventId(), mention);
      return context.ack();
    });
    app.event(TeamAccessGrantedEvent.class, (event, context) -> {
      installation.granted(event.getEnterpriseId(), event.getEvent().getTeamIds());
      return context.ack();
    });
    app.event(TeamAccessRevokedEvent.class, (event, context) -> {
      installation.revoked(event.getEnterpriseId(), event.getEvent().getTeamIds());
      return context.ack();
    });
  }
}
