package dev.instead.parity;

import static dev.instead.parity.Colleague.ANA;
import static dev.instead.parity.Colleague.DEWI;
import static dev.instead.parity.Colleague.LARAS;
import static dev.instead.parity.Room.LEGAL;
import static dev.instead.parity.Room.SOCIAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.office.LiveOffice;
import dev.instead.people.Platform;
import dev.instead.playground.SampleTenant;
import dev.instead.playground.TeamsPost;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One bot on both platforms: a case goes from one to the other, and nobody has to know. */
@Timeout(120)
class CrossingTest {
  private static final String POST = "https://x.com/rudi_drives/status/1790000000000000777";

  private final LiveOffice office =
      new LiveOffice(workspace -> {}, Set.of(Platform.SLACK, Platform.TEAMS));
  private final Client slack = new SlackClient(office);
  private final Client teams = new TeamsClient(office);

  @BeforeEach
  void begin() {
    slack.begins();
    teams.begins();
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void reported_on_teams_claimed_on_slack_handed_over_and_resolved_on_teams_and_heard_there() {
    String number = teams.files(DEWI, POST + " customer is angry about a refund");
    Seen open = slack.card(SOCIAL, number, "Nobody has it yet");
    assertTrue(open.says("Dewi Lestari"), open.text());
    assertTrue(teams.cards(SOCIAL, number).isEmpty(), "a team has its cards in one place");

    slack.presses(ANA, open, "case.take");
    Seen taken = slack.card(SOCIAL, number, "Ana Wijaya has been on it");
    teams.hears(DEWI, "Ana Wijaya from Social Care is on it (" + number + ")");

    slack.presses(ANA, taken, "case.ask");
    slack.sends(ANA, Map.of("text_field", "Which workshop was it?"));
    slack.isDone(ANA);
    Seen question = teams.hears(DEWI, "Which workshop was it?");
    teams.presses(DEWI, question, "report.answer");
    teams.sends(DEWI, Map.of("text_field", "The one in Surabaya"));
    assertTrue(slack.reads(SOCIAL, "The one in Surabaya").isBelow(taken));

    slack.presses(ANA, taken, "case.hand_over");
    slack.sends(ANA, Map.of("choice_field", "legal-disputes"));
    slack.isDone(ANA);
    slack.card(SOCIAL, number, number + " is with Legal, disputes now");
    TeamsPost atLegal = disputes(number, "Nobody has it yet");
    office.teams().people.press(LARAS.teams, atLegal, "case.take");
    TeamsPost theirs = disputes(number, "Laras Putri has been on it");
    teams.hears(DEWI, "Laras Putri from Legal, disputes is on it (" + number + ")");

    office.teams().people.press(LARAS.teams, theirs, "case.resolve");
    teams.sends(
        LARAS, Map.of("choice_field", "solved_offline", "text_field", "The contract is settled."));
    teams.isDone(LARAS);
    Seen outcome = teams.hears(DEWI, "The contract is settled.");
    assertTrue(outcome.says("Legal, disputes has finished with " + number), outcome.text());
    disputes(number, "Solved offline.");
    assertEquals(1, slack.cards(SOCIAL, number).size());
  }

  @Test
  void reported_on_slack_joined_from_teams_and_both_hear_the_outcome() {
    String number = slack.files(DEWI, POST + " customer is angry about a refund");
    teams.reports(LARAS, POST + "?utm_source=share");
    Seen receipt = teams.hears(LARAS, number);
    assertTrue(receipt.says("one colleague told us already"), receipt.text());
    Seen card = slack.card(SOCIAL, number, "2 colleagues reported this");
    slack.presses(ANA, card, "case.dismiss");
    slack.hears(DEWI, "Social Care has finished with " + number);
    teams.hears(LARAS, "Social Care has finished with " + number);
  }

  @Test
  void a_member_on_teams_may_not_act_for_a_team_that_they_are_not_in() {
    String number = slack.files(DEWI, POST + " customer is angry about a refund");
    Seen card = slack.card(SOCIAL, number, "Nobody has it yet");
    slack.presses(ANA, card, "case.take");
    slack.presses(ANA, slack.card(SOCIAL, number, "has been on it"), "case.hand_over");
    slack.sends(ANA, Map.of("choice_field", "legal-disputes"));
    TeamsPost atLegal = disputes(number, "Nobody has it yet");
    // The first press may have to ask for the team's members, and says so.
    office.teams().people.press(ANA.teams, atLegal, "case.take");
    office.teams().people.press(ANA.teams, atLegal, "case.take");
    teams.hears(ANA, "Legal, disputes works on this one");
    assertTrue(teams.cards(LEGAL, number).isEmpty());
    disputes(number, "Nobody has it yet");
  }

  /** The card in the channel of the team that is on Teams alone. */
  private TeamsPost disputes(String number, String words) {
    return office
        .teams()
        .tenant
        .awaitPost(
            SampleTenant.DISPUTES,
            post -> post.summary().startsWith(number)
                && post.everything().replace("**", "").contains(words),
            LiveOffice.SOON);
  }
}
