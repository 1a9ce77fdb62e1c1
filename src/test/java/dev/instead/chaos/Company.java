package dev.instead.chaos;

import dev.instead.playground.LocalSlack;
import dev.instead.playground.LocalTeams;
import dev.instead.playground.SampleCompany;
import dev.instead.playground.SampleTenant;
import dev.instead.playground.SigningSecret;
import dev.instead.playground.SlackChannel;
import dev.instead.playground.SlackSender;
import dev.instead.playground.SlackUser;
import dev.instead.playground.SlackWorkspace;
import dev.instead.playground.SteppedClock;
import dev.instead.playground.TeamsChannel;
import dev.instead.playground.TeamsPerson;
import dev.instead.playground.TeamsSender;
import dev.instead.playground.TeamsTenant;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** The sample company with many people and many teams, half of them on Slack and half on Teams, each platform behind a bad road. */
final class Company implements AutoCloseable {
  static final int PEOPLE = 40;
  static final int TEAMS = 12;
  static final String SLACK_MEMBER = "U0ANA";
  static final String SLACK_OWNER = "U0CITRA";

  private static final String SECRET = "laboratory-signing-secret-0000000";
  private static final int MOVES = 20;
  private static final int REVIEW_DAYS = 20;

  private static final String TEAM = """
        lab%1$02d:
          name: Laboratory %1$d
          %2$s
          members: { slack: [U0ANA], teams: ["%3$s"] }
          language: en
      """;

  private static final String SITUATION = """
        kind%1$02d:
          title: { en: Kind %1$d, id: Jenis %1$d }
          examples: { en: ["%2$s"], id: ["%2$s"] }
          team: lab%1$02d
          severity: normal
          do:
            text: { en: Leave it to the team., id: Serahkan kepada tim. }
          why: { en: They know how., id: Mereka tahu caranya. }
      """;

  final SteppedClock clock = new SteppedClock(Clock.systemUTC());
  final SlackWorkspace workspace = SampleCompany.workspace(clock);
  final TeamsTenant tenant = SampleTenant.tenant(clock);
  final Road road;
  final LocalSlack slack;
  final LocalTeams teams;

  Company(long seed) {
    road = new Road(seed);
    for (int i = 0; i < PEOPLE; i++) {
      workspace.put(SlackUser.employee(onSlack(i), "Reporter " + i, "Employee", "en-US"));
      tenant.put(TeamsPerson.employee(onTeams(i), "Reporter " + i, "Employee", "en-US"));
      tenant.joinTeam(onTeams(i));
    }
    for (int i = 0; i < TEAMS; i++) {
      if (isOnSlack(i)) {
        workspace.put(
            SlackChannel.open(channel(i), "lab-" + i, "", SLACK_MEMBER, SlackWorkspace.BOT_USER));
      } else {
        tenant.put(TeamsChannel.open(channel(i), "Lab " + i, ""));
      }
    }
    slack = LocalSlack.start(workspace, clock, road);
    teams = LocalTeams.start(tenant, Clock.systemUTC(), road);
  }

  /** What an administrator of Teams does once: the app comes into the team and to everybody. Again, where the bot was too busy. */
  void moveIn(URI bot, Stored stored) throws SQLException {
    for (int tries = 0; tries < MOVES; tries++) {
      moveIn(bot);
      if (stored.knows(tenant.channels().size(), PEOPLE + 1)) {
        return;
      }
    }
    throw new AssertionError("The bot doesn't get to know the people and channels of Teams");
  }

  private void moveIn(URI bot) {
    try (TeamsSender people = onTeams(() -> bot)) {
      tenant
          .channels()
          .forEach(channel -> people.news().addToTeam(SampleTenant.MAYA, channel.id()));
      tenant.people().stream()
          .filter(person -> person.traits().isEmpty())
          .forEach(person -> people.news().install(person.aad()));
    }
  }

  SlackSender onSlack(Supplier<URI> bot) {
    return new SlackSender(slack, bot, new SigningSecret(SECRET));
  }

  TeamsSender onTeams(Supplier<URI> bot) {
    return new TeamsSender(teams, bot);
  }

  static String onSlack(int reporter) {
    return "U0REPORTER" + reporter % PEOPLE;
  }

  static String onTeams(int reporter) {
    return "c4a05000-0000-4000-8000-%012d".formatted(reporter % PEOPLE);
  }

  static boolean isOnSlack(int team) {
    return team % 2 == 0;
  }

  static String channel(int team) {
    return isOnSlack(team)
        ? "C0LAB%02d".formatted(team)
        : "19:laboratory-%02d@thread.tacv2".formatted(team);
  }

  /** Words of no language, by which a report comes to this team. */
  static String words(int team) {
    Random letters = new Random(team % TEAMS);
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 18; i++) {
      words.append(i == 8 ? ' ' : (char) ('a' + letters.nextInt(26)));
    }
    return words.toString();
  }

  /** A node's environment, without its database. {@code host} is how it writes this machine's name. */
  Map<String, String> settings(Path policy, String host) {
    return Map.ofEntries(
        Map.entry("INSTEAD_POLICY", policy.toString()),
        Map.entry("INSTEAD_SLACK_SIGNING_SECRET", SECRET),
        Map.entry("INSTEAD_SLACK_BOT_TOKEN", LocalSlack.TOKEN),
        Map.entry("INSTEAD_SLACK_API_URL", slack.apiUrl().replace("127.0.0.1", host)),
        Map.entry("INSTEAD_SLACK_MESSAGES_PER_MINUTE", "6000"),
        Map.entry("INSTEAD_TEAMS_APP_ID", TeamsTenant.APP),
        Map.entry("INSTEAD_TEAMS_APP_PASSWORD", LocalTeams.SECRET),
        Map.entry("INSTEAD_TEAMS_TENANT_ID", TeamsTenant.TENANT),
        Map.entry("INSTEAD_TEAMS_OPENID_URL", teams.openIdUrl()),
        Map.entry("INSTEAD_TEAMS_LOGIN_URL", teams.address()),
        Map.entry("INSTEAD_TEAMS_SERVICE_HOSTS", teams.host()));
  }

  /** The example policy, with the laboratory's teams, and one link that has to be read again from the first Monday on. */
  static Path policy(Path folder) throws IOException {
    String text = Files.readString(Path.of("config", "policy.yaml"))
        .replaceFirst("\nteams:\n", "\nteams:\n" + teamEntries())
        .replaceFirst("\nsituations:\n", "\nsituations:\n" + situationEntries())
        .replaceFirst(
            "review_by: 2027-03-31",
            "review_by: " + LocalDate.now(ZoneId.of("Asia/Jakarta")).plusDays(REVIEW_DAYS));
    return Files.writeString(folder.resolve("policy.yaml"), text);
  }

  private static String teamEntries() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < TEAMS; i++) {
      String where = isOnSlack(i)
          ? "slack: { channel: " + channel(i) + " }"
          : "teams: { conversation: \"" + channel(i) + "\" }";
      all.append(TEAM.formatted(i, where, SampleTenant.ANA));
    }
    return all.toString();
  }

  private static String situationEntries() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < TEAMS; i++) {
      all.append(SITUATION.formatted(i, words(i)));
    }
    return all.toString();
  }

  @Override
  public void close() {
    slack.close();
    teams.close();
  }
}
