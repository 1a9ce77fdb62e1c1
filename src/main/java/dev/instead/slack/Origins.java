package dev.instead.slack;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.view.View;
import dev.instead.slack.Installation.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where each kind of request says whose it is: every kind has its own place for it. */
final class Origins {
  private final Installation installation;

  Origins(Installation installation) {
    this.installation = installation;
  }

  Origin of(SlashCommandPayload command) {
    return installation.origin(command.getTeamId(), command.getEnterpriseId(), null);
  }

  /** In a channel shared with another company its people can press our buttons; {@code user.team_id} tells them apart. */
  Origin of(BlockActionPayload press) {
    String team = press.getTeam() == null ? null : press.getTeam().getId();
    String enterprise =
        press.getEnterprise() == null ? null : press.getEnterprise().getId();
    return installation.origin(
        installedIn(press.getView(), team), enterprise, press.getUser().getTeamId());
  }

  Origin of(ViewSubmissionPayload form) {
    String team = form.getTeam() == null ? null : form.getTeam().getId();
    String enterprise =
        form.getEnterprise() == null ? null : form.getEnterprise().getId();
    return installation.origin(
        installedIn(form.getView(), team), enterprise, form.getUser().getTeamId());
  }

  Origin of(GlobalShortcutPayload shortcut) {
    String team = shortcut.getTeam() == null ? null : shortcut.getTeam().getId();
    String enterprise =
        shortcut.getEnterprise() == null ? null : shortcut.getEnterprise().getId();
    return installation.origin(team, enterprise, null);
  }

  Origin of(MessageShortcutPayload shortcut) {
    String team = shortcut.getTeam() == null ? null : shortcut.getTeam().getId();
    String enterprise =
        shortcut.getEnterprise() == null ? null : shortcut.getEnterprise().getId();
    return installation.origin(team, enterprise, null);
  }

  /**
   * Of an event.
   *
   * @param usersTeam whose the person is, where the event says it
   */
  Origin of(EventsApiPayload<?> event, @Nullable String usersTeam) {
    return installation.origin(event.getTeamId(), enterprise(event), usersTeam);
  }

  /** The installation that an event is for stands in its authorization; the envelope of a shared channel's may name the other company. */
  private static @Nullable String enterprise(EventsApiPayload<?> event) {
    List<Authorization> authorizations = event.getAuthorizations();
    return authorizations == null || authorizations.isEmpty()
        ? event.getEnterpriseId()
        : authorizations.get(0).getEnterpriseId();
  }

  /** In a shared channel {@code team} may be the other company; the app's own workspace stands in the view. */
  private static @Nullable String installedIn(@Nullable View view, @Nullable String team) {
    String installed = view == null ? null : view.getAppInstalledTeamId();
    return installed == null || installed.isEmpty() ? team : installed;
  }
}
