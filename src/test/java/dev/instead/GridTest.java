package dev.instead;

import static dev.instead.office.RecordedSlack.FORM;
import static dev.instead.office.RecordedSlack.form;
import static dev.instead.office.RecordedSlack.read;
import static dev.instead.office.RecordedSlack.request;
import static dev.instead.office.RecordedSlack.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.instead.office.LiveOffice;
import dev.instead.playground.Answer;
import dev.instead.playground.SlackGrid;
import dev.instead.playground.SlackMessage;
import dev.instead.playground.SlackWorkspace;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** An organisation on Enterprise Grid for which the app is installed: who is a colleague, and from where. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(90)
class GridTest {
  private static final String MEDAN = "T0MEDAN";
  private static final String BALI = "T0BALI";
  private static final String CONTACT = "https://meranti.example/contact";

  private final SlackGrid grid = SlackGrid.of(SlackWorkspace.TEAM, MEDAN, BALI);
  private final LiveOffice office = new LiveOffice(workspace -> {
    grid.revoke(BALI);
    workspace.joins(grid);
  });

  @AfterEach
  void everybodyGoesHome() {
    office.workspace.people().forEach(person -> grid.moves(person.id(), SlackWorkspace.TEAM));
    office.people.grants(MEDAN);
  }

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void who_reports_a_post_from_two_workspaces_is_one_reporter() {
    String post = "https://x.com/a/status/1790000000000000901 refund";
    String number = office.reports("U0DEWI", post);
    grid.moves("U0DEWI", MEDAN);
    String again = office.reports("U0DEWI", post);

    assertEquals(number, again);
    grid.moves("U0BUDI", MEDAN);
    office.reports("U0BUDI", post);
    office.card("C0SOCIAL", number, "2 colleagues reported this");
  }

  @Test
  void what_was_reported_in_one_workspace_stands_in_the_home_of_the_other() {
    String number = office.reports("U0DEWI", "https://x.com/a/status/1790000000000000902 refund");
    grid.moves("U0DEWI", MEDAN);

    assertTrue(office.people.openHome("U0DEWI").ok());

    office.home("U0DEWI", number);
  }

  @Test
  void a_case_of_one_workspace_is_taken_in_the_other() {
    String number = office.reports("U0DEWI", "https://x.com/a/status/1790000000000000903 refund");
    grid.moves("U0BEN", MEDAN);

    office.people.press("U0BEN", office.card("C0SOCIAL", number), "case.take");

    office.card("C0SOCIAL", number, "has been on it");
    office.told("U0DEWI", "is on it (" + number + ")");
  }

  @Test
  void a_form_opens_and_is_sent_in_the_other_workspace() {
    grid.moves("U0DEWI", MEDAN);
    office.people.shortcut("U0DEWI", "report_conflict");
    office.window("U0DEWI", "report.file");

    Answer answer = office.people.submit(
        "U0DEWI",
        Map.of("link_field", "https://x.com/a/status/1790000000000000904", "text_field", "refund"));

    assertTrue(answer.ok());
    office.card("C0SOCIAL", LiveOffice.numberIn(answer.body()).orElseThrow());
    office.people.closeModal("U0DEWI", true);
  }

  @Test
  void a_workspace_that_lost_its_access_is_refused_whatever_its_people_do() {
    String number = office.reports("U0DEWI", "https://x.com/a/status/1790000000000000905 refund");
    SlackMessage card = office.card("C0SOCIAL", number);
    assertTrue(office.people.revokes(MEDAN).ok());
    grid.moves("U0BEN", MEDAN);

    assertTrue(office
        .types("U0BEN", "/report", "https://x.com/a/status/9 refund")
        .body()
        .contains(CONTACT));
    assertTrue(office.types("U0BEN", "/canipost", "the new store").body().contains(CONTACT));
    office.people.press("U0BEN", card, "case.take");
    office.whispered("U0BEN", CONTACT);
    office.people.say("U0BEN", "D0BEN", "https://x.com/a/status/10 refund", null);
    office.told("U0BEN", CONTACT);
    office.people.shortcut("U0BEN", "report_conflict");
    office.window("U0BEN", CONTACT);
    office.people.closeModal("U0BEN", true);
    office.card("C0SOCIAL", number, "Nobody has it yet");
  }

  @Test
  void a_workspace_that_gets_its_access_back_is_taken_again() {
    office.people.revokes(MEDAN);
    grid.moves("U0BUDI", MEDAN);
    assertTrue(office
        .types("U0BUDI", "/report", "https://x.com/a/status/11 refund")
        .body()
        .contains(CONTACT));

    office.people.grants(MEDAN);

    office.reports("U0BUDI", "https://x.com/a/status/1790000000000000906 refund");
  }

  @Test
  void a_new_workspace_of_which_another_node_was_told_is_looked_up_by_the_first_who_writes() {
    grid.grant(BALI);
    grid.moves("U0CITRA", BALI);

    office.reports("U0CITRA", "https://x.com/a/status/1790000000000000907 refund");
  }

  @Test
  void the_recorded_command_of_an_organisation_is_taken() {
    ObjectNode fields =
        (ObjectNode) read("composed/slash_command.org_install.json").get("_fields");
    fields.put("command", "/report").put("team_id", MEDAN).put("user_id", "U0DEWI");
    fields.put("enterprise_id", SlackGrid.ENTERPRISE).put("trigger_id", "1.2.grid");

    Answer answer = office.people.send(signed(FORM, form(fields)));

    office.card("C0SOCIAL", LiveOffice.numberIn(answer.body()).orElseThrow());
  }

  @Test
  void the_recorded_command_of_another_organisation_is_refused() {
    ObjectNode fields =
        (ObjectNode) read("composed/slash_command.org_install.json").get("_fields");
    fields.put("command", "/report").put("user_id", "U0DEWI");

    Answer answer = office.people.send(signed(FORM, form(fields)));

    assertTrue(answer.body().contains(CONTACT), answer.body());
  }

  @Test
  void the_recorded_home_of_an_organisation_is_drawn() {
    ObjectNode event = read("realistic/event.app_home_opened.org_install.json");
    event
        .put("team_id", MEDAN)
        .put("enterprise_id", SlackGrid.ENTERPRISE)
        .put("event_id", "Ev0HOME");
    ((ObjectNode) event.at("/authorizations/0")).put("enterprise_id", SlackGrid.ENTERPRISE);
    ((ObjectNode) event.get("event")).put("user", "U0LARAS").put("tab", "home");

    assertEquals(200, office.people.send(request(event)).status());

    office.home("U0LARAS", "open.report");
  }

  @Test
  void what_another_organisation_grants_or_revokes_changes_nothing() {
    ObjectNode event = read("realistic/event.team_access_revoked.org_install.json");
    ((ObjectNode) event.get("event")).putArray("team_ids").add(MEDAN);
    assertEquals(200, office.people.send(request(event)).status());
    grid.moves("U0BUDI", MEDAN);

    office.reports("U0BUDI", "https://x.com/a/status/1790000000000000908 refund");
  }
}
