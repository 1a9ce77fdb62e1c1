package dev.instead.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator sets, read from the environment once at the start. Each platform is there or not; one of them must be.
 *
 * @param host the address to listen on
 * @param policy the policy file
 * @param database where the store is
 * @param verbose whether details and stack traces are logged
 * @param linkPeople whether accounts of both platforms with one e-mail address are one person's
 * @param encoder whether questions are matched by meaning
 * @param cache where the vectors of the policy's texts are kept; empty to keep none
 * @param linkHosts whose pages are looked at to see whether links still work; none when they aren't
 * @param publicUrl where the platforms reach this server; without a path or a final slash
 */
public record Settings(
    String host,
    int port,
    Path policy,
    DatabaseAddress database,
    Optional<SlackSettings> slack,
    Optional<TeamsSettings> teams,
    boolean verbose,
    boolean linkPeople,
    Optional<URI> publicUrl,
    boolean encoder,
    Optional<Path> cache,
    Set<String> linkHosts,
    MetricsSettings metrics) {
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
      "Where reports and messages are kept, as a JDBC URL: a file of SQLite, or `jdbc:postgresql://host/database` for several nodes.",
      SettingText::database);

  public static final Setting<String> DATABASE_USER = Setting.optional(
      "INSTEAD_DATABASE_USER",
      "instead",
      "Whom PostgreSQL knows; it must own the database.",
      SettingText::user);

  public static final Setting<Secret> DATABASE_PASSWORD = Setting.hiddenOptional(
      "INSTEAD_DATABASE_PASSWORD",
      "…",
      "The password of that user; never part of the URL.",
      Secret::new);

  public static final Setting<Boolean> LOG = Setting.standard(
      "INSTEAD_LOG",
      "info",
      "How much is logged: `info`, or `debug` with details and stack traces.",
      SettingText::verbose);

  public static final Setting<Boolean> LOG_FORMAT = Setting.standard(
      "INSTEAD_LOG_FORMAT",
      "text",
      "How the log is written: `text` for people, or `json` with one object a line, by which one report can be followed.",
      SettingText::json);

  public static final Setting<URI> PUBLIC_URL = Setting.optional(
      "INSTEAD_PUBLIC_URL",
      "https://instead.example.com",
      "Where Slack and Teams reach this server; `instead doctor` and `instead manifest` use it.",
      SettingText::publicUrl);

  public static final Setting<Boolean> LINK_PEOPLE = Setting.standard(
      "INSTEAD_LINK_PEOPLE_BY_EMAIL",
      "no",
      "`yes` makes one person of an account on Slack and one on Teams that have the same e-mail address; Slack needs one more scope for it.",
      SettingText::yesOrNo);
  public static final Setting<Boolean> ENCODER = Setting.standard(
      "INSTEAD_ENCODER",
      "on",
      "`on` matches questions by meaning, with a model inside the program; `off` matches by words and letters alone, for small machines.",
      SettingText::onOrOff);

  public static final Setting<Path> CACHE = Setting.derived(
      "INSTEAD_CACHE",
      "the database's folder",
      "The folder where the vectors of the policy's texts are kept, so that the next start is quicker. It can be deleted at any time.",
      SettingText::path);

  public static final Setting<Boolean> LINK_CHECK = Setting.standard(
      "INSTEAD_LINK_CHECK",
      "off",
      "`on` looks once a day whether the pages of the policy's resources are still there, and withholds links that are dead.",
      SettingText::onOrOff);

  public static final Setting<Set<String>> LINK_HOSTS = Setting.optional(
      "INSTEAD_LINK_HOSTS",
      "acme.example,help.acme.example",
      "The hosts whose pages may be looked at, separated by commas; no other is ever contacted. Needed for `INSTEAD_LINK_CHECK=on`.",
      SettingText::hosts);

  private static final String NO_PLATFORM =
      "Neither Slack nor Teams is set up. Set %s and %s for Slack, or %s, %s and %s for Teams."
          .formatted(
              SlackSettings.SIGNING_SECRET.name(),
              SlackSettings.BOT_TOKEN.name(),
              TeamsSettings.APP_ID.name(),
              TeamsSettings.TENANT.name(),
              TeamsSettings.PASSWORD.name());

  private static final List<Setting<?>> COMMON = List.of(
      POLICY,
      DATABASE,
      DATABASE_USER,
      DATABASE_PASSWORD,
      PORT,
      HOST,
      PUBLIC_URL,
      LINK_PEOPLE,
      ENCODER,
      CACHE,
      LINK_CHECK,
      LINK_HOSTS,
      LOG,
      LOG_FORMAT);

  /** The process's environment; nothing else reads it. */
  public static Map<String, String> environment() {
    return System.getenv();
  }

  /** All settings, or all their problems at once. A platform is used as soon as any setting of it is set. */
  public static Settings of(Map<String, String> environment) {
    List<String> problems = new ArrayList<>();
    Found found = new Found(environment, problems);
    boolean slack = found.has(SlackSettings.ALL);
    boolean teams = found.has(TeamsSettings.ALL);
    if (!slack && !teams) {
      problems.add(NO_PLATFORM);
    }
    found.read(slack ? SlackSettings.ALL : List.of());
    found.read(teams ? TeamsSettings.ALL : List.of());
    found.read(teams ? TeamsSettings.RETIRED : List.of());
    found.read(COMMON);
    found.read(MetricsSettings.ALL);
    boolean links = found.any(LINK_CHECK).orElse(false);
    if (links && !found.has(List.of(LINK_HOSTS))) {
      problems.add("%s is missing. Name the hosts that %s=on may contact, such as %s."
          .formatted(LINK_HOSTS.name(), LINK_CHECK.name(), LINK_HOSTS.example()));
    }
    if (!problems.isEmpty()) {
      throw new Problems(problems);
    }
    DatabaseAddress address = new DatabaseAddress(
        found.value(DATABASE), found.any(DATABASE_USER), found.any(DATABASE_PASSWORD));
    return new Settings(
        found.value(HOST),
        found.value(PORT),
        found.value(POLICY),
        address,
        slack ? Optional.of(SlackSettings.of(found)) : Optional.empty(),
        teams ? Optional.of(TeamsSettings.of(found)) : Optional.empty(),
        found.value(LOG),
        found.value(LINK_PEOPLE),
        found.any(PUBLIC_URL),
        found.value(ENCODER),
        found.any(CACHE).or(() -> folder(address.url())),
        links ? found.any(LINK_HOSTS).orElse(Set.of()) : Set.of(),
        MetricsSettings.of(found));
  }

  /** Matching by words and letters alone, keeping nothing, and without linked accounts. */
  public Settings(
      String host,
      int port,
      Path policy,
      String database,
      Optional<SlackSettings> slack,
      Optional<TeamsSettings> teams,
      boolean verbose,
      Optional<URI> publicUrl) {
    this(
        host,
        port,
        policy,
        DatabaseAddress.of(database),
        slack,
        teams,
        verbose,
        false,
        publicUrl,
        false,
        Optional.empty(),
        Set.of(),
        MetricsSettings.OFF);
  }

  /** The same, with another store. */
  public Settings on(DatabaseAddress other) {
    return new Settings(
        host,
        port,
        policy,
        other,
        slack,
        teams,
        verbose,
        linkPeople,
        publicUrl,
        encoder,
        cache,
        linkHosts,
        metrics);
  }

  /** The same, matching by meaning. */
  public Settings withEncoder() {
    return new Settings(
        host,
        port,
        policy,
        database,
        slack,
        teams,
        verbose,
        linkPeople,
        publicUrl,
        true,
        folder(database.url()),
        linkHosts,
        metrics);
  }

  /** The same, with metrics. */
  public Settings with(MetricsSettings measured) {
    return new Settings(
        host,
        port,
        policy,
        database,
        slack,
        teams,
        verbose,
        linkPeople,
        publicUrl,
        encoder,
        cache,
        linkHosts,
        measured);
  }

  /** Where a command keeps the vectors: it makes no folder that nobody named. */
  public static Optional<Path> cache(Map<String, String> environment) {
    return any(CACHE, environment)
        .or(() -> folder(one(DATABASE, environment)).filter(Files::isDirectory));
  }

  /** Where the store is, for a command that needs no more. */
  public static DatabaseAddress database(Map<String, String> environment) {
    return DatabaseAddress.of(one(DATABASE, environment), environment);
  }

  /** The folder that the database's file is in. */
  private static Optional<Path> folder(String database) {
    if (!database.startsWith(SettingText.SQLITE)) {
      return Optional.empty();
    }
    String file = database.substring(SettingText.SQLITE.length());
    boolean plain = !file.startsWith(":") && !file.startsWith("file:") && !file.contains("?");
    return plain
        ? Optional.ofNullable(Path.of(file).toAbsolutePath().getParent())
        : Optional.empty();
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
    SlackSettings.ALL.forEach(setting -> table.append(setting.row("for Slack")));
    TeamsSettings.ALL.forEach(setting -> table.append(setting.row("for Teams")));
    COMMON.forEach(setting -> table.append(setting.row("")));
    MetricsSettings.ALL.forEach(setting -> table.append(setting.row("")));
    return table.toString();
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
