package dev.instead.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What an operator sets for Slack.
 *
 * @param signingSecrets one, or two while the secret is being changed
 * @param api ends in a slash
 * @param organisation on Enterprise Grid, where the app is installed for all of it ({@code E…})
 * @param messagesPerMinute how many messages the workspace takes a minute, over all channels
 */
public record SlackSettings(
    List<Secret> signingSecrets,
    Secret botToken,
    URI api,
    Optional<String> organisation,
    int messagesPerMinute) {
  public static final Setting<List<Secret>> SIGNING_SECRET = Setting.secret(
      "INSTEAD_SLACK_SIGNING_SECRET",
      "8f742231…",
      "Slack's signing secret, from the app's Basic Information; two, separated by a comma, while it is being changed.",
      SettingText::signingSecrets);

  public static final Setting<Secret> BOT_TOKEN = Setting.secret(
      "INSTEAD_SLACK_BOT_TOKEN",
      "xoxb-…",
      "The bot user's token, from the app's OAuth & Permissions.",
      SettingText::botToken);

  public static final Setting<URI> API = Setting.standard(
      "INSTEAD_SLACK_API_URL",
      "https://slack.com/api/",
      "Slack's Web API; `https://slack-gov.com/api/` for GovSlack.",
      SettingText::api);

  public static final Setting<String> ORGANISATION = Setting.optional(
      "INSTEAD_SLACK_ENTERPRISE",
      "E012AB3CD",
      "The id of the organisation on Enterprise Grid, where the app is installed for all of it and not in one workspace.",
      SettingText::organisation);

  public static final Setting<Integer> MESSAGES_PER_MINUTE = Setting.standard(
      "INSTEAD_SLACK_MESSAGES_PER_MINUTE",
      "300",
      "How many messages the bot posts in the workspace a minute, at most; Slack allows several hundred.",
      SettingText::messagesPerMinute);

  static final List<Setting<?>> ALL =
      List.of(SIGNING_SECRET, BOT_TOKEN, API, ORGANISATION, MESSAGES_PER_MINUTE);

  /** Of one workspace. */
  public SlackSettings(
      List<Secret> signingSecrets, Secret botToken, URI api, int messagesPerMinute) {
    this(signingSecrets, botToken, api, Optional.empty(), messagesPerMinute);
  }

  public SlackSettings {
    signingSecrets = List.copyOf(signingSecrets);
  }

  /** Only of an environment in which all of these can be read. */
  static SlackSettings of(Found found) {
    return new SlackSettings(
        found.value(SIGNING_SECRET),
        found.value(BOT_TOKEN),
        found.value(API),
        found.any(ORGANISATION),
        found.value(MESSAGES_PER_MINUTE));
  }
}
