package dev.instead.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import dev.instead.calls.Sending;
import dev.instead.outbox.ChatGateway.Sent;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import okhttp3.Response;

/** What Slack's errors mean for a message, and what operators can do about them. */
final class SlackErrors {
  private static final Duration UNSAID = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final String INSTALL =
      "Install the app in the workspace again and put its bot token into INSTEAD_SLACK_BOT_TOKEN.";
  private static final String SCOPES =
      "Compare the app's scopes with manifests/slack.json and install it again.";
  private static final String CHANNEL =
      "Check the channel's id in the policy file, and that the bot may see the channel.";
  private static final String PERSON =
      "The account is gone or takes no messages from apps; nothing needs to be done.";
  private static final String DEFECT =
      "This is a defect of the program. Please report it with the message's id.";

  /** Where a message goes can't be reached; the message itself is well. */
  private static final Map<String, String> UNREACHABLE = Map.ofEntries(
      Map.entry("channel_not_found", CHANNEL),
      Map.entry("is_archived", "Unarchive the channel, or name another one in the policy file."),
      Map.entry("not_in_channel", "Invite the bot: write /invite @Instead in the channel."),
      Map.entry("channel_is_limited_access", CHANNEL),
      Map.entry("no_permission", "Invite the bot: write /invite @Instead in the channel."),
      Map.entry("restricted_action", "Allow the bot to post in the channel's settings."),
      Map.entry(
          "restricted_action_read_only_channel",
          "Allow the bot to post in the channel's settings."),
      Map.entry(
          "restricted_action_thread_only_channel",
          "Allow the bot to post in the channel's settings."),
      Map.entry("user_not_found", PERSON),
      Map.entry("users_not_found", PERSON),
      Map.entry("user_disabled", PERSON),
      Map.entry("user_is_bot", PERSON),
      Map.entry("user_is_restricted", PERSON),
      Map.entry("cannot_dm_bot", PERSON),
      Map.entry(
          "messages_tab_disabled", "Switch on the app's Messages tab, see manifests/slack.json."),
      Map.entry("not_enabled", "Switch on the app's Home tab, see manifests/slack.json."));

  /** The bot itself is refused; whatever it sends, the answer is the same until somebody mends its installation. */
  private static final Map<String, String> BARRED = Map.ofEntries(
      Map.entry("invalid_auth", INSTALL),
      Map.entry("not_authed", INSTALL),
      Map.entry("account_inactive", INSTALL),
      Map.entry("token_revoked", INSTALL),
      Map.entry("token_expired", INSTALL),
      Map.entry("team_access_not_granted", INSTALL),
      Map.entry("org_login_required", "The workspace is being moved; wait until that is done."),
      Map.entry("ekm_access_denied", "An administrator of Slack must allow the bot to write."),
      Map.entry("missing_scope", SCOPES),
      Map.entry("not_allowed_token_type", "INSTEAD_SLACK_BOT_TOKEN must be a bot token, xoxb-…"));

  /** HTTP statuses that a wrong address or a proxy gives to everything. */
  private static final Set<Integer> BARRED_STATUS = Set.of(401, 403, 404, 407);

  private static final Map<String, String> REFUSED = Map.ofEntries(
      Map.entry("invalid_blocks", DEFECT),
      Map.entry("invalid_blocks_format", DEFECT),
      Map.entry("invalid_arguments", DEFECT),
      Map.entry("msg_too_long", DEFECT),
      Map.entry("msg_blocks_too_long", DEFECT),
      Map.entry("metadata_too_large", DEFECT),
      Map.entry("no_text", DEFECT),
      Map.entry("view_too_large", DEFECT),
      Map.entry("hash_conflict", DEFECT),
      Map.entry("cant_update_message", "The recorded message is not the bot's own. " + INSTALL),
      Map.entry(
          "edit_window_closed",
          "The workspace does not allow late edits. Change this in its message settings."));

  private static final Set<String> GONE = Set.of("message_not_found");

  private static final Set<String> WAIT =
      Set.of("ratelimited", "rate_limited", "message_limit_exceeded");

  /** Slack says itself that part of the work may have been done. */
  private static final Set<String> UNKNOWN = Set.of(
      "internal_error",
      "fatal_error",
      "service_unavailable",
      "request_timeout",
      "team_added_to_org");

  private SlackErrors() {}

  static Sent of(SlackApiTextResponse response) {
    String error = response.getError() == null ? "no error named" : response.getError();
    String unreachable = UNREACHABLE.get(error);
    if (unreachable != null) {
      return new Sent.Unreachable(said(error), unreachable);
    }
    if (GONE.contains(error)) {
      return new Sent.Gone();
    }
    if (WAIT.contains(error)) {
      return new Sent.Wait(UNSAID, true);
    }
    if (UNKNOWN.contains(error)) {
      return new Sent.Unknown(said(error));
    }
    if (REFUSED.containsKey(error)) {
      return new Sent.Refused(said(error), REFUSED.get(error));
    }
    if (!BARRED.containsKey(error)) {
      // A word that nobody knows here says nothing about the message, so another try may help.
      return new Sent.Failed(said(error) + ", see docs.slack.dev");
    }
    String missing = response.getNeeded() == null ? "" : " (needed: " + response.getNeeded() + ")";
    return new Sent.Barred(said(error) + missing, BARRED.get(error));
  }

  /** Not a JSON answer at all, but an HTTP status. */
  static Sent of(SlackApiException e) {
    int status = e.getResponse().code();
    if (status == 429) {
      // Slack counts by method and workspace.
      return new Sent.Wait(retryAfter(e.getResponse()), true);
    }
    String said = "Slack answered HTTP " + status;
    if (BARRED_STATUS.contains(status)) {
      return new Sent.Barred(
          said, "Check INSTEAD_SLACK_API_URL and any proxy between here and Slack.");
    }
    return status >= 500 ? new Sent.Unknown(said) : new Sent.Failed(said);
  }

  /** Whether the same question may well be answered a little later: Slack is in trouble, or wants to be left alone. */
  static boolean passes(String error) {
    return WAIT.contains(error) || UNKNOWN.contains(error);
  }

  /** Whether the bot's token is refused, or its workspace closed; a right that is merely missing is another matter. */
  static boolean bars(String error) {
    return BARRED.containsKey(error)
        && !"missing_scope".equals(error)
        && !"not_allowed_token_type".equals(error);
  }

  static Sent of(IOException e) {
    String what = e.getClass().getSimpleName();
    return Sending.begun()
        ? new Sent.Unknown("The connection to Slack broke before the answer (" + what + ")")
        : new Sent.Failed("Slack could not be reached (" + what + ")");
  }

  static Duration retryAfter(Response response) {
    String seconds = response.header("Retry-After");
    if (seconds == null || !seconds.strip().matches("[0-9]{1,6}")) {
      return UNSAID;
    }
    Duration wait = Duration.ofSeconds(Math.max(1, Long.parseLong(seconds.strip())));
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }

  private static String said(String error) {
    return "Slack answered \"" + error + "\"";
  }
}
