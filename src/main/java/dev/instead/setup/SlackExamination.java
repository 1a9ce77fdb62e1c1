package dev.instead.setup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.instead.setup.WebApi.Answer;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Looks at everything of Slack's that the bot depends on. */
final class SlackExamination {
  private static final String SCOPES =
      "Add it under OAuth & Permissions and install the app again.";

  private final WebApi slack;
  private final URI api;
  private final Optional<String> organisation;
  private final SlackManifest manifest;
  private final Clock clock;
  private final boolean mend;
  private final Consumer<Finding> told;

  /** The workspaces of the organisation that the bot may be used in; empty where it is in one workspace. */
  private List<String> workspaces = List.of();

  /** @param organisation as INSTEAD_SLACK_ENTERPRISE says it */
  SlackExamination(
      WebApi slack,
      URI api,
      Optional<String> organisation,
      SlackManifest manifest,
      Clock clock,
      boolean mend,
      Consumer<Finding> told) {
    this.slack = slack;
    this.api = api;
    this.organisation = organisation;
    this.manifest = manifest;
    this.clock = clock;
    this.mend = mend;
    this.told = told;
  }

  /** Whether the token works; if not, nothing else can be asked. */
  boolean token() throws InterruptedException {
    Answer answer = slack.call("auth.test", Map.of());
    if (!answer.ok()) {
      told.accept(refused(answer.error()));
      return false;
    }
    installed(answer);
    scopes(answer);
    told.accept(ClockExamination.of("Slack", answer.header("date").orElse(""), clock.instant()));
    return true;
  }

  /** Whether the bot can post in a channel that the policy names. */
  void channel(String of, String id) throws InterruptedException {
    Answer answer = slack.call("conversations.info", Map.of("channel", id));
    told.accept(isOutside(answer) && mend ? join(of, id) : channel(of, id, answer));
  }

  private static boolean isOutside(Answer channel) {
    JsonNode seen = channel.json().path("channel");
    return channel.ok()
        && !seen.path("is_member").asBoolean()
        && !seen.path("is_archived").asBoolean();
  }

  /** Only public channels can be joined, and only with the scope channels:join, which the manifest doesn't ask for. */
  private Finding join(String of, String id) throws InterruptedException {
    Answer joined = slack.call("conversations.join", Map.of("channel", id));
    String where = "channel " + id + " (" + of + ")";
    return joined.ok()
        ? Finding.ok("The bot has joined the " + where + ".")
        : Finding.problem(
            "The bot isn't in the " + where + " and can't join it (" + joined.error() + ").",
            "Invite it there: /invite @Instead.");
  }

  /** Whether the bot can see who is in a user group that the policy names. */
  void group(String of, String id) throws InterruptedException {
    String[] parts = id.split("/", 2);
    List<String> candidates = parts.length == 2 ? List.of(parts[0]) : workspaces;
    if (candidates.size() > 1) {
      told.accept(Finding.problem(
          "The user group " + id + " (" + of + ") may be of any workspace of the organisation.",
          "Say in the policy of which: " + candidates.get(0) + "/" + id + "."));
      return;
    }
    Map<String, String> arguments = new HashMap<>(Map.of("usergroup", parts[parts.length - 1]));
    candidates.forEach(workspace -> arguments.put("team_id", workspace));
    told.accept(group(of, id, slack.call("usergroups.users.list", arguments)));
  }

  /** Whether the app is installed where the setting says; https://docs.slack.dev/reference/methods/auth.test */
  private void installed(Answer answer) throws InterruptedException {
    Optional<String> theirs = answer.json().path("is_enterprise_install").asBoolean()
        ? Optional.of(text(answer, "enterprise_id"))
        : Optional.empty();
    if (!theirs.equals(organisation)) {
      told.accept(elsewhere(theirs));
      return;
    }
    told.accept(Finding.ok("Slack knows the bot: %s %s (%s), bot user %s."
        .formatted(
            theirs.isPresent() ? "organisation" : "workspace",
            text(answer, "team"),
            theirs.orElse(text(answer, "team_id")),
            text(answer, "user_id"))));
    if (theirs.isPresent()) {
      workspaces();
    }
  }

  private Finding elsewhere(Optional<String> theirs) {
    return theirs
        .map(id -> Finding.problem(
            "The bot's token is for the whole organisation " + id
                + ", and INSTEAD_SLACK_ENTERPRISE says "
                + organisation.map(other -> other + ".").orElse("nothing."),
            "Set INSTEAD_SLACK_ENTERPRISE=" + id
                + ", or take the token of the right installation."))
        .orElseGet(() -> Finding.problem(
            "The bot's token is for one workspace, but INSTEAD_SLACK_ENTERPRISE names an organisation.",
            "Install the app for the organisation and take its token, or leave that setting out."));
  }

  private void workspaces() throws InterruptedException {
    Answer answer = slack.call("auth.teams.list", Map.of("limit", "1000"));
    if (!answer.ok()) {
      told.accept(unclear("The organisation's workspaces", answer.error()));
      return;
    }
    workspaces = StreamSupport.stream(answer.json().path("teams").spliterator(), false)
        .map(team -> team.path("id").asText())
        .toList();
    told.accept(
        workspaces.isEmpty()
            ? Finding.problem(
                "The organisation lets the bot into none of its workspaces.",
                "Add it to them: admin page of the organisation, Integrations, Installed apps.")
            : Finding.ok("The bot may be used in " + String.join(", ", workspaces) + "."));
  }

  private Finding refused(String error) {
    return switch (error) {
      case "no_answer" ->
        Finding.problem(
            "Slack doesn't answer at " + api + ".",
            "Check that this machine may reach it, and INSTEAD_SLACK_API_URL.");
      case "invalid_auth", "not_authed", "token_revoked", "account_inactive", "token_expired" ->
        Finding.problem(
            "Slack refuses the bot's token (" + error + ").",
            "Install the app again and set INSTEAD_SLACK_BOT_TOKEN to its new Bot User OAuth Token.");
      default ->
        Finding.problem(
            "Slack answers \"" + error + "\" when asked who the bot is.", "Try again later.");
    };
  }

  private void scopes(Answer answer) {
    Set<String> granted = Arrays.stream(
            answer.header("x-oauth-scopes").orElse("").split(",", -1))
        .map(String::strip)
        .collect(Collectors.toSet());
    if (answer.header("x-oauth-scopes").isEmpty()) {
      told.accept(Finding.warn(
          "Slack doesn't say which scopes it granted.",
          "Compare OAuth & Permissions with docs/slack.md."));
      return;
    }
    List<String> missing = without(granted, manifest.neededScopes());
    missing.forEach(
        scope -> told.accept(Finding.problem("The scope " + scope + " isn't granted.", SCOPES)));
    without(granted, manifest.optionalScopes())
        .forEach(scope -> told.accept(Finding.warn(
            "The optional scope " + scope + " isn't granted.",
            "docs/slack.md says what is lost without it.")));
    if (missing.isEmpty()) {
      told.accept(Finding.ok("All scopes that the bot needs are granted."));
    }
  }

  private static List<String> without(Set<String> granted, List<String> wanted) {
    return wanted.stream().filter(scope -> !granted.contains(scope)).toList();
  }

  private static Finding channel(String of, String id, Answer answer) {
    String where = "channel " + id + " (" + of + ")";
    if (!answer.ok()) {
      return switch (answer.error()) {
        case "channel_not_found" ->
          Finding.problem(
              "The " + where + " isn't there, or is private and without the bot.",
              "Correct the id in the policy, or invite the bot there: /invite @Instead.");
        case "missing_scope" ->
          Finding.warn(
              "The " + where + " can't be looked at.",
              "Grant channels:read and groups:read, or make sure that the bot is a member.");
        default -> unclear("The " + where, answer.error());
      };
    }
    String name = "#" + answer.json().at("/channel/name").asText() + ", " + where;
    if (answer.json().at("/channel/is_archived").asBoolean()) {
      return Finding.problem(
          name + ", is archived.", "Unarchive it, or name another channel in the policy.");
    }
    return answer.json().at("/channel/is_member").asBoolean()
        ? Finding.ok(name + ": the bot is in.")
        : Finding.problem(name + ": the bot isn't in it.", "Invite it there: /invite @Instead.");
  }

  private static Finding group(String of, String id, Answer answer) {
    String which = "user group " + id + " (" + of + ")";
    if (answer.ok()) {
      int people = answer.json().path("users").size();
      return people > 0
          ? Finding.ok("The " + which + " has " + people + (people == 1 ? " person." : " people."))
          : Finding.warn("The " + which + " is empty.", "Add people, or nobody can act.");
    }
    return switch (answer.error()) {
      case "missing_scope" ->
        Finding.problem("The " + which + " can't be read: usergroups:read isn't granted.", SCOPES);
      case "no_such_subteam", "subteam_not_found" ->
        Finding.problem("The " + which + " isn't there.", "Correct the id in the policy.");
      default -> unclear("The " + which, answer.error());
    };
  }

  private static Finding unclear(String what, String error) {
    return Finding.warn(
        what + " can't be looked at now (" + error + ").", "Ask the doctor again in a minute.");
  }

  private static String text(Answer answer, String field) {
    return answer.json().path(field).asText("?");
  }
}
