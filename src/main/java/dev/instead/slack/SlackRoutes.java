package dev.instead.slack;

import com.slack.api.bolt.App;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import dev.instead.people.Platform;
import dev.instead.people.Workspaces;
import java.util.regex.Pattern;

/** What comes in from Slack: translated here, decided at the desks. */
final class SlackRoutes {
  private static final Pattern EVERYTHING = Pattern.compile(".*", Pattern.DOTALL);

  private final TalkRoutes talk;
  private final PressRoutes presses;
  private final FormRoutes forms;
  private final Workspaces workspaces;

  SlackRoutes(Desks desks, Windows windows, Whisper whisper, Workspaces workspaces) {
    this.talk = new TalkRoutes(desks, windows, whisper);
    this.presses = new PressRoutes(desks, windows, whisper);
    this.forms = new FormRoutes(desks);
    this.workspaces = workspaces;
  }

  void addTo(App app) {
    commands(app);
    shortcuts(app);
    events(app);
    app.blockAction(EVERYTHING, (request, context) -> {
      met(request.getPayload().getTeam().getId());
      presses.pressed(Press.of(request.getPayload()));
      return context.ack();
    });
    // One handler for all: Bolt keeps its patterns in no order, so a pattern for the rest could win
    // over a form's own.
    app.viewSubmission(EVERYTHING, (request, context) -> {
      met(FormRoutes.installedIn(request.getPayload()));
      return forms.sent(request.getPayload()).map(context::ack).orElseGet(context::ack);
    });
    app.viewClosed(EVERYTHING, (request, context) -> context.ack());
  }

  private void commands(App app) {
    app.command("/report", (request, context) -> {
      met(request.getPayload().getTeamId());
      return talk.report(request.getPayload()).map(context::ack).orElseGet(context::ack);
    });
    app.command("/canipost", (request, context) -> {
      met(request.getPayload().getTeamId());
      return talk.canIPost(request.getPayload()).map(context::ack).orElseGet(context::ack);
    });
  }

  private void shortcuts(App app) {
    app.globalShortcut("report_conflict", (request, context) -> {
      met(request.getPayload().getTeam().getId());
      talk.reportAnywhere(request.getPayload());
      return context.ack();
    });
    app.messageShortcut("report_message", (request, context) -> {
      met(request.getPayload().getTeam().getId());
      talk.reportMessage(request.getPayload());
      return context.ack();
    });
    app.messageShortcut("ask_message", (request, context) -> {
      met(request.getPayload().getTeam().getId());
      talk.askAboutMessage(request.getPayload());
      return context.ack();
    });
  }

  private void events(App app) {
    app.event(AppHomeOpenedEvent.class, (event, context) -> {
      met(event.getTeamId());
      talk.homeOpened(event.getTeamId(), event.getEventId(), event.getEvent());
      return context.ack();
    });
    app.event(MessageEvent.class, (event, context) -> {
      met(event.getTeamId());
      talk.directMessage(event.getTeamId(), event.getEventId(), event.getEvent());
      return context.ack();
    });
    app.event(AppMentionEvent.class, (event, context) -> {
      met(event.getTeamId());
      talk.mention(event.getTeamId(), event.getEventId(), event.getEvent());
      return context.ack();
    });
  }

  /** A verified request says where the bot is installed, should Slack not have told yet. */
  private void met(String workspace) {
    workspaces.learn(Platform.SLACK, workspace);
  }
}
