package dev.instead.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.instead.config.DatabaseAddress;
import dev.instead.config.Secret;
import dev.instead.config.Setting;
import dev.instead.config.Settings;
import dev.instead.config.SlackSettings;
import dev.instead.config.TeamsSettings;
import dev.instead.desk.StoreException;
import dev.instead.people.AddressBook.Spot;
import dev.instead.people.Platform;
import dev.instead.policy.Members;
import dev.instead.policy.Policy;
import dev.instead.policy.Team;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks at everything that can be looked at, and says what to do; it changes nothing unless it was told to mend. One bad part doesn't hide the others. */
public final class Doctor {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final PolicyCheck policies;
  private final StoreCheck stores;
  private final CardCheck cards;
  private final Clock clock;
  private final boolean mend;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /** One that only looks. */
  public Doctor(PolicyCheck policies, StoreCheck stores, CardCheck cards, Clock clock) {
    this(policies, stores, cards, clock, false);
  }

  private Doctor(
      PolicyCheck policies, StoreCheck stores, CardCheck cards, Clock clock, boolean mend) {
    this.policies = policies;
    this.stores = stores;
    this.cards = cards;
    this.clock = clock;
    this.mend = mend;
  }

  /** One that also mends in chat what it can: joins public channels, and sees to cards that the store doesn't mean. */
  public Doctor mending() {
    return new Doctor(policies, stores, cards, clock, true);
  }

  /**
   * Examines everything in turn.
   *
   * @param told hears each finding at once: some take seconds
   * @return whether all is well, warnings aside
   */
  public boolean examine(Map<String, String> environment, Consumer<Finding> told)
      throws InterruptedException {
    List<Finding> problems = new ArrayList<>();
    Consumer<Finding> noted = finding -> {
      told.accept(finding);
      if (finding.level() == Finding.Level.PROBLEM) {
        problems.add(finding);
      }
    };
    settings(environment, noted);
    Optional<Policy> policy = policy(environment, noted);
    List<Spot> spots = store(environment, noted);
    slack(environment, policy, noted);
    teams(environment, policy, spots, noted);
    publicUrl(environment, noted);
    return problems.isEmpty();
  }

  private static void settings(Map<String, String> environment, Consumer<Finding> told) {
    try {
      Settings.of(environment);
      told.accept(Finding.ok("All settings can be read."));
    } catch (Settings.Problems e) {
      e.lines().forEach(line -> told.accept(Finding.problem(line, "")));
    }
  }

  private Optional<Policy> policy(Map<String, String> environment, Consumer<Finding> told) {
    return value(Settings.POLICY, environment).flatMap(file -> {
      PolicyCheck.Checked checked = policies.check(file);
      checked.problems().forEach(line -> told.accept(Finding.problem(line, "")));
      checked.warnings().forEach(line -> told.accept(Finding.warn(line, "")));
      checked
          .policy()
          .ifPresent(policy ->
              told.accept(Finding.ok("The policy %s of %s is valid: %d situations, %d answers."
                  .formatted(
                      policy.version(),
                      policy.company(),
                      policy.situations().size(),
                      policy.answers().size()))));
      return checked.policy();
    });
  }

  /** The channels of Teams that the store knows. */
  private List<Spot> store(Map<String, String> environment, Consumer<Finding> told) {
    Optional<String> url = value(Settings.DATABASE, environment);
    if (url.isPresent()) {
      try {
        StoreCheck.Looked looked = stores.look(Settings.database(environment));
        told.accept(Finding.ok("The store " + looked.place()
            + (looked.isNew() ? " can be created." : " can be used.")));
        if (looked.givenUp() > 0) {
          told.accept(Finding.warn(
              looked.givenUp() + " messages could not be delivered.",
              "Put right what hinders them, then run \"instead doctor --retry\". The newest: "
                  + String.join("; ", looked.stuck()) + "."));
        }
        return looked.spots();
      } catch (StoreException e) {
        told.accept(Finding.problem(String.valueOf(e.getMessage()), ""));
      }
    }
    return List.of();
  }

  private void teams(
      Map<String, String> environment,
      Optional<Policy> policy,
      List<Spot> spots,
      Consumer<Finding> told)
      throws InterruptedException {
    Optional<TeamsSettings> settings = TeamsSettings.alone(environment);
    if (settings.isEmpty()) {
      return;
    }
    TeamsExamination teams = new TeamsExamination(settings.get(), spots, http, clock, told);
    teams.signingKeys();
    teams.expiry();
    if (teams.token() && policy.isPresent()) {
      Map<String, String> conversations = channels(policy.get(), Platform.TEAMS);
      groups(policy.get(), Platform.TEAMS)
          .forEach((id, of) -> conversations.merge(id, of, Doctor::both));
      conversations.forEach((id, of) -> teams.conversation(of, id));
    }
  }

  private void slack(
      Map<String, String> environment, Optional<Policy> policy, Consumer<Finding> told)
      throws InterruptedException {
    Optional<URI> api = value(SlackSettings.API, environment);
    Optional<Secret> token = value(SlackSettings.BOT_TOKEN, environment);
    if (api.isEmpty() || token.isEmpty()) {
      return;
    }
    WebApi calls = new WebApi(http, api.get(), token.get());
    SlackExamination slack = new SlackExamination(
        calls,
        api.get(),
        value(SlackSettings.ORGANISATION, environment),
        value(Settings.LINK_PEOPLE, environment).orElse(false)
            ? SlackManifest.ofThisVersion().linkingPeople()
            : SlackManifest.ofThisVersion(),
        clock,
        mend,
        told);
    if (slack.token() && policy.isPresent()) {
      for (Map.Entry<String, String> channel :
          channels(policy.get(), Platform.SLACK).entrySet()) {
        slack.channel(channel.getValue(), channel.getKey());
        cards(environment, calls, channel, told);
      }
      for (Map.Entry<String, String> group :
          groups(policy.get(), Platform.SLACK).entrySet()) {
        slack.group(group.getValue(), group.getKey());
      }
    }
  }

  private void cards(
      Map<String, String> environment,
      WebApi calls,
      Map.Entry<String, String> channel,
      Consumer<Finding> told)
      throws InterruptedException {
    if (value(Settings.DATABASE, environment).isEmpty()) {
      return;
    }
    DatabaseAddress store = Settings.database(environment);
    try {
      new SlackCardExamination(calls, ids -> cards.known(store, ids), mend, told)
          .channel(channel.getValue(), channel.getKey());
    } catch (StoreException e) {
      told.accept(Finding.problem(String.valueOf(e.getMessage()), ""));
    }
  }

  /** Channel ids, each with whose it is; a channel that several teams share is looked at once. */
  private static Map<String, String> channels(Policy policy, Platform platform) {
    Map<String, String> channels = new LinkedHashMap<>();
    for (Team team : policy.teams().values()) {
      Optional.ofNullable(team.channels().get(platform))
          .ifPresent(id -> channels.merge(id, "team " + team.id().value(), Doctor::both));
    }
    Optional.ofNullable(policy.fallback().get(platform))
        .ifPresent(id -> channels.merge(id, "fallback", Doctor::both));
    return channels;
  }

  private static Map<String, String> groups(Policy policy, Platform platform) {
    Map<String, String> groups = new LinkedHashMap<>();
    for (Team team : policy.teams().values()) {
      addGroups(groups, platform, team.members(), "team " + team.id().value());
      addGroups(groups, platform, team.lead(), "leads of team " + team.id().value());
    }
    addGroups(groups, platform, policy.trained().members(), "trained speakers");
    return groups;
  }

  private static void addGroups(
      Map<String, String> groups, Platform platform, Members members, String of) {
    members.on(platform).stream()
        .filter(id -> Members.isGroup(platform, id))
        .forEach(id -> groups.merge(id, of, Doctor::both));
  }

  private static String both(String one, String other) {
    return one.equals(other) ? one : one + ", " + other;
  }

  private void publicUrl(Map<String, String> environment, Consumer<Finding> told)
      throws InterruptedException {
    Optional<URI> url = value(Settings.PUBLIC_URL, environment);
    if (url.isPresent()) {
      told.accept(reached(url.get()));
    }
  }

  Finding reached(URI url) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/health/live"))
        .timeout(PATIENCE)
        .build();
    String remedy = "Check the proxy, its certificate and DNS, and that the bot is running.";
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString(UTF_8));
      return answer.statusCode() == 200 && answer.body().strip().equals("alive")
          ? Finding.ok(url + " leads to the bot.")
          : Finding.problem(
              url + "/health/live isn't the bot (status " + answer.statusCode() + ").", remedy);
    } catch (IOException e) {
      return Finding.problem(url + " can't be reached from here.", remedy);
    }
  }

  // Problems were already told with all the settings.
  private static <T> Optional<T> value(Setting<T> setting, Map<String, String> environment) {
    return setting.read(environment, new ArrayList<>());
  }
}
