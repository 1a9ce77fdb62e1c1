package dev.instead.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an operator sets, read from the environment once at the start.
 *
 * @param host the address to listen on
 * @param policy the policy file
 * @param database a JDBC URL
 * @param signingSecrets one, or two while the secret is being changed
 * @param slackApi ends in a slash
 * @param slackMessagesPerMinute how many messages the workspace takes a minute, over all channels
 * @param verbose whether details and stack traces are logged
 * @param publicUrl where the platforms reach this server; without a path or a final slash
 */
public record Settings(
    String host,
    int port,
    Path policy,
    String database,
    List<Secret> signingSecrets,
    Secret botToken,
    URI slackApi,
    int slackMessagesPerMinute,
    boolean verbose,
    Optional<URI> publicUrl) {
  public static final Setting<Integer> PORT = Setting.standard(
      "INSTEAD_PORT", "3000", "The port that the server listens on.", SettingText::port);

  public static final Setting<String> HOST = Setting.standard(
      "INSTEAD_HOST",
      "0.0.0.0",
      "The address that the server listens on; `127.0.0.1` when the proxy runs on the same machine.",
      SettingText::host);

  public static final Setting<Path> POLICY = Setting.standard(
      "INSTEAD_POLICY",
      "config/policy.yaml",
      "The policy file. It is read again when it changes.",
      SettingText::path);

  public static final Setting<String> DATABASE = Setting.hidden(
      "INSTEAD_DATABASE_URL",
      "jdbc:sqlite:data/instead.db",
      "Where reports and messages are kept, as a JDBC URL.",
      SettingText::database);

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

  public static final Setting<URI> SLACK_API = Setting.standard(
      "INSTEAD_SLACK_API_URL",
      "https://slack.com/api/",
      "Slack's Web API; `https://slack-gov.com/api/` for GovSlack.",
      SettingText::api);

  public static final Setting<Integer> MESSAGES_PER_MINUTE = Setting.standard(
      "INSTEAD_SLACK_MESSAGES_PER_MINUTE",
      "300",
      "How many messages the bot posts in the workspace a minute, at most; Slack allows several hundred.",
      SettingText::messagesPerMinute);

  public static final Setting<Boolean> LOG = Setting.standard(
      "INSTEAD_LOG",
      "info",
      "How much is logged: `info`, or `debug` with details and stack traces.",
      SettingText::verbose);

  public static final Setting<URI> PUBLIC_URL = Setting.optional(
      "INSTEAD_PUBLIC_URL",
      "https://instead.example.com",
      "Where Slack reaches this server; `instead doctor` and `instead manifest` use it.",
      SettingText::publicUrl);

  private static final List<Setting<?>> ALL = List.of(
      SIGNING_SECRET,
      BOT_TOKEN,
      POLICY,
      DATABASE,
      PORT,
      HOST,
      PUBLIC_URL,
      SLACK_API,
      MESSAGES_PER_MINUTE,
      LOG);

  public Settings {
    signingSecrets = List.copyOf(signingSecrets);
  }

  /** The process's environment; nothing else reads it. */
  public static Map<String, String> environment() {
    return System.getenv();
  }

  /** All settings, or all their problems at once. */
  public static Settings of(Map<String, String> environment) {
    List<String> problems = new ArrayList<>();
    for (Setting<?> setting : ALL) {
      setting.read(environment, problems);
    }
    if (!problems.isEmpty()) {
      throw new Problems(problems);
    }
    return new Settings(
        one(HOST, environment),
        one(PORT, environment),
        one(POLICY, environment),
        one(DATABASE, environment),
        one(SIGNING_SECRET, environment),
        one(BOT_TOKEN, environment),
        one(SLACK_API, environment),
        one(MESSAGES_PER_MINUTE, environment),
        one(LOG, environment),
        PUBLIC_URL.read(environment, problems));
  }

  /** One setting, for a command that needs no more. */
  public static <T> T one(Setting<T> setting, Map<String, String> environment) {
    List<String> problems = new ArrayList<>();
    return setting.read(environment, problems).orElseThrow(() -> new Problems(problems));
  }

  /** An optional setting. */
  public static <T> Optional<T> any(Setting<T> setting, Map<String, String> environment) {
    List<String> problems = new ArrayList<>();
    Optional<T> value = setting.read(environment, problems);
    if (!problems.isEmpty()) {
      throw new Problems(problems);
    }
    return value;
  }

  /** The table of settings for the README, in Markdown. */
  public static String table() {
    StringBuilder table =
        new StringBuilder("| setting | default | what it does |\n|---|---|---|\n");
    for (Setting<?> setting : ALL) {
      table.append(
          "| `%s` | %s | %s |\n".formatted(setting.name(), presence(setting), setting.meaning()));
    }
    return table.toString();
  }

  private static String presence(Setting<?> setting) {
    return switch (setting.presence()) {
      case REQUIRED -> "**required**, `" + setting.example() + "`";
      case STANDARD -> "`" + setting.standard() + "`";
      case OPTIONAL -> "none, e.g. `" + setting.example() + "`";
    };
  }

  /** Everything that is wrong with the settings, one line each. */
  public static final class Problems extends RuntimeException {
    private final List<String> lines;

    Problems(List<String> lines) {
      super(String.join("\n", lines));
      this.lines = List.copyOf(lines);
    }

    public List<String> lines() {
      return lines;
    }
  }
}
