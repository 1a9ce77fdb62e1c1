package dev.instead;

import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.playground.LocalSlack;
import dev.instead.playground.SampleCompany;
import dev.instead.playground.SlackChannel;
import dev.instead.playground.SlackUser;
import dev.instead.playground.SlackWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/**
 * The sample company with many people and many teams: Slack takes about one message a second and channel, so a burst into few channels
 * would take minutes to show.
 */
final class KilledCompany {
  static final int PEOPLE = 60;
  static final int TEAMS = 40;
  static final String MEMBER = "U0ANA";
  static final String SECRET = "killed-signing-secret-0000000000";

  private static final String TEAM = """
        team%1$02d:
          name: Team %1$d
          slack: { channel: C0TEAM%1$02d }
          members: { slack: [U0ANA] }
          language: en
      """;

  private static final String SITUATION = """
        kind%1$02d:
          title: { en: Kind %1$d, id: Jenis %1$d }
          examples: { en: ["%2$s"], id: ["%2$s"] }
          team: team%1$02d
          severity: normal
          do:
            text: { en: Leave it to the team., id: Serahkan kepada tim. }
          why: { en: They know how., id: Mereka tahu caranya. }
      """;

  private KilledCompany() {}

  static SlackWorkspace workspace() {
    SlackWorkspace workspace = SampleCompany.workspace();
    for (int i = 0; i < PEOPLE; i++) {
      workspace.put(SlackUser.employee(reporter(i), "Reporter " + i, "Employee", "en-US"));
    }
    for (int i = 0; i < TEAMS; i++) {
      workspace.put(SlackChannel.open(
          "C0TEAM%02d".formatted(i), "team-" + i, "", MEMBER, SlackWorkspace.BOT_USER));
    }
    return workspace;
  }

  static String reporter(int number) {
    return "U0REPORTER" + number % PEOPLE;
  }

  static Person person(String id) {
    return new Person(Platform.SLACK, SlackWorkspace.TEAM, id);
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

  static String database(Path folder) {
    return "jdbc:sqlite:" + folder.resolve("instead.db");
  }

  static Map<String, String> settings(Path folder, LocalSlack slack) throws IOException {
    Path policy = folder.resolve("policy.yaml");
    Files.writeString(policy, policy());
    return Map.of(
        "INSTEAD_POLICY",
        policy.toString(),
        "INSTEAD_DATABASE_URL",
        database(folder),
        "INSTEAD_SLACK_SIGNING_SECRET",
        SECRET,
        "INSTEAD_SLACK_BOT_TOKEN",
        LocalSlack.TOKEN,
        "INSTEAD_SLACK_API_URL",
        slack.apiUrl(),
        "INSTEAD_SLACK_MESSAGES_PER_MINUTE",
        "6000");
  }

  private static String policy() throws IOException {
    return Files.readString(Path.of("config", "policy.yaml"))
        .replaceFirst("\nteams:\n", "\nteams:\n" + repeated(TEAM))
        .replaceFirst("\nsituations:\n", "\nsituations:\n" + repeated(SITUATION));
  }

  private static String repeated(String entry) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < TEAMS; i++) {
      all.append(entry.formatted(i, words(i)));
    }
    return all.toString();
  }
}
