package dev.instead.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.view.View;
import dev.instead.desk.UseCases;
import dev.instead.people.Platform;
import dev.instead.people.Workspaces;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What comes in from Slack: translated here, decided at the desks. */
final class SlackRoutes {
  private static final Pattern EVERYTHING = Pattern.compile(".*", Pattern.DOTALL);

  private final TalkRoutes talk;
  private final PressRoutes presses;
  private final FormRoutes forms;
  private final Workspaces workspaces;

  SlackRoutes(UseCases desks, Windows windows, Whisper whisper, Workspaces workspaces) {
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
      BlockActionPayload press = request.getPayload();
      presses.pressed(Press.of(press, workspaceOf(press)));
      return context.ack();
    });
    // One handler for all: Bolt keeps its patterns in no order, so a pattern for the rest could win
    // over a form's own.
    app.viewSubmission(EVERYTHING, (request, context) -> {
      ViewSubmissionPayload form = request.getPayload();
      return forms.sent(form, workspaceOf(form)).map(context::ack).orElseGet(context::ack);
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
      GlobalShortcutPayload shortcut = request.getPayload();
      talk.reportAnywhere(
          shortcut, named(shortcut.getTeam() == null ? null : shortcut.getTeam().getId()));
      return context.ack();
    });
    app.globalShortcut("browse_policy", (request, context) -> {
      GlobalShortcutPayload shortcut = request.getPayload();
      talk.browseAnywhere(
          shortcut, named(shortcut.getTeam() == null ? null : shortcut.getTeam().getId()));
      return context.ack();
    });
    app.messageShortcut("report_message", (request, context) -> {
      MessageShortcutPayload shortcut = request.getPayload();
      talk.reportMessage(
          shortcut, named(shortcut.getTeam() == null ? null : shortcut.getTeam().getId()));
      return context.ack();
    });
    app.messageShortcut("ask_message", (request, context) -> {
      MessageShortcutPayload shortcut = request.getPayload();
      talk.askAboutMessage(
          shortcut, named(shortcut.getTeam() == null ? null : shortcut.getTeam().getId()));
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

  private String workspaceOf(BlockActionPayload press) {
    String team = press.getTeam() == null ? null : press.getTeam().getId();
    return press.getView() == null ? named(team) : installedIn(press.getView(), team);
  }

  private String workspaceOf(ViewSubmissionPayload form) {
    String team = form.getTeam() == null ? null : form.getTeam().getId();
    return installedIn(form.getView(), team);
  }

  /** In a shared channel {@code team} may be the other company; the app's own workspace stands in the view. */
  private String installedIn(View view, @Nullable String team) {
    String installed = view.getAppInstalledTeamId();
    return named(installed == null || installed.isEmpty() ? team : installed);
  }

  /**
   * The workspace that a request names. What comes from an app that is installed for a whole organisation may name none: then it is the
   * one that Slack told at the start, and never the person's own, which would make everybody a colleague.
   */
  private String named(@Nullable String team) {
    if (team == null || team.isEmpty()) {
      return workspaces.on(Platform.SLACK).orElse("");
    }
    met(team);
    return team;
  }

  /** A verified request says where the bot is installed, should Slack not have told yet. */
  private void met(String workspace) {
    workspaces.learn(Platform.SLACK, workspace);
  }
}
