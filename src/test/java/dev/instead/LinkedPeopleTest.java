package dev.instead;

import static dev.instead.playground.SampleTenant.DEWI;
import static dev.instead.playground.SampleTenant.MAYA;
import static dev.instead.playground.SampleTenant.SOCIAL;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.config.DatabaseAddress;
import dev.instead.config.MetricsSettings;
import dev.instead.config.Secret;
import dev.instead.config.Settings;
import dev.instead.config.SlackSettings;
import dev.instead.config.TeamsCloud;
import dev.instead.config.TeamsSettings;
import dev.instead.office.LiveOffice;
import dev.instead.playground.LocalSlack;
import dev.instead.playground.LocalTeams;
import dev.instead.playground.SampleCompany;
import dev.instead.playground.SampleTenant;
import dev.instead.playground.SigningSecret;
import dev.instead.playground.SlackSender;
import dev.instead.playground.SlackWorkspace;
import dev.instead.playground.TeamsPost;
import dev.instead.playground.TeamsSender;
import dev.instead.playground.TeamsTenant;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One bot on both platforms, over HTTP: what Slack and Teams themselves say makes one person of two accounts, or doesn't. */
@Timeout(120)
class LinkedPeopleTest {
  private static final String SECRET = "linked-people-signing-secret-0000";
  private static final String POST = "https://social.example/p/1";

  private final SlackWorkspace workspace = SampleCompany.workspace();
  private final LocalSlack slack = LocalSlack.start(workspace);
  private final TeamsTenant tenant = SampleTenant.tenant();
  private final LocalTeams teams = LocalTeams.start(tenant);
  private final SlackSender onSlack =
      new SlackSender(slack, this::address, new SigningSecret(SECRET));
  private final TeamsSender onTeams = new TeamsSender(teams, this::address);

  @TempDir
  private Path folder;

  private @Nullable Bot bot;

  @AfterEach
  void stop() {
    Bot running = bot;
    if (running != null) {
      running.close();
    }
    onSlack.close();
    onTeams.close();
    slack.close();
    teams.close();
  }

  @Test
  void a_report_on_teams_stands_in_the_home_on_slack_and_can_be_taken_back_there()
      throws IOException {
    start(true);
    onSlack.openHome("U0DEWI");
    String number = reportsOnTeams();

    assertTrue(homeShows(number), "the report from Teams is in the home on Slack");
    onSlack.pressInHome("U0DEWI", "report.withdraw");
    assertTrue(
        workspace.await(
            now -> now.homeOf("U0DEWI")
                .filter(home -> !home.toString().contains(number))
                .isPresent(),
            LiveOffice.SOON),
        "it was taken back from Slack");
    Objects.requireNonNull(bot).close();
    bot = null;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertFalse(
            Files.readString(file, StandardCharsets.ISO_8859_1).contains("@meranti.example"),
            "an address in " + file.getFileName());
      }
    }
  }

  @Test
  void without_the_setting_they_are_two_people() {
    start(false);
    onSlack.openHome("U0DEWI");
    String number = reportsOnTeams();

    onSlack.command("U0DEWI", "C0GENERAL", "/report", POST + " the same again");
    assertTrue(
        workspace.await(
            now -> now.messagesIn("C0SOCIAL").stream()
                .anyMatch(card ->
                    card.text().startsWith(number) && card.everything().contains("2 colleagues")),
            LiveOffice.SOON),
        () -> "the card counts two: "
            + workspace.messagesIn("C0SOCIAL").stream()
                .map(card -> card.everything())
                .toList());
  }

  private String reportsOnTeams() {
    onTeams.say(DEWI, "report " + POST + " a customer wants a refund");
    TeamsPost receipt = tenant.awaitPost(
        tenant.person(DEWI).orElseThrow().chat(),
        post -> post.byBot() && LiveOffice.numberIn(post.everything()).isPresent(),
        LiveOffice.SOON);
    return LiveOffice.numberIn(receipt.everything()).orElseThrow();
  }

  private boolean homeShows(String number) {
    return workspace.await(
        now -> now.homeOf("U0DEWI")
            .filter(home -> home.toString().contains(number))
            .isPresent(),
        LiveOffice.SOON);
  }

  private URI address() {
    return Objects.requireNonNull(bot, "the bot is stopped").address();
  }

  private void start(boolean linkPeople) {
    bot = Bot.start(
        new Settings(
            "127.0.0.1",
            0,
            Path.of("config/policy.yaml"),
            DatabaseAddress.of("jdbc:sqlite:" + folder.resolve("instead.db")),
            Optional.of(new SlackSettings(
                List.of(new Secret(SECRET)),
                new Secret(LocalSlack.TOKEN),
                URI.create(slack.apiUrl()),
                300)),
            Optional.of(new TeamsSettings(
                TeamsTenant.APP,
                List.of(new Secret(LocalTeams.SECRET)),
                Optional.empty(),
                TeamsTenant.TENANT,
                TeamsCloud.PUBLIC,
                URI.create(teams.openIdUrl()),
                URI.create(teams.address()),
                Set.of(teams.host()),
                Optional.empty(),
                false)),
            false,
            linkPeople,
            Optional.empty(),
            false,
            Optional.empty(),
            Set.of(),
            MetricsSettings.OFF),
        Clock.systemUTC());
    onTeams.news().addToTeam(MAYA, SOCIAL);
  }
}
