package dev.instead.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.instead.people.Platform;
import dev.instead.people.Workspaces;
import dev.instead.slack.Installation.Origin;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstallationTest {
  private static final String ORG = "E0ORG";

  private final Workspaces workspaces = new Workspaces();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
  private FakeSlackApi api;
  private Installation everywhere;
  private Installation alone;

  @BeforeEach
  void open() throws IOException {
    api = new FakeSlackApi();
    lists("T0MEDAN", "T0JAKARTA");
    everywhere = installation(Optional.of(ORG), workspaces);
    everywhere.look();
    alone = installation(Optional.empty(), new Workspaces());
    alone.confirm(workspace("T0HERE"));
  }

  @AfterEach
  void close() {
    api.close();
  }

  @ParameterizedTest
  @CsvSource({
    "T0MEDAN, E0ORG, T0MEDAN, false",
    "T0MEDAN, , , false",
    "T0JAKARTA, E0ORG, T0MEDAN, false",
    ", E0ORG, , false",
    ", E0ORG, T0MEDAN, false",
    "E0ORG, E0ORG, T0MEDAN, false",
    "T0ELSE, E0ORG, , true",
    "T0MEDAN, E0OTHER, T0MEDAN, true",
    "T0MEDAN, E0ORG, T0ELSE, true",
    ", E0OTHER, , true",
  })
  void everybody_of_an_organisation_is_kept_by_it_and_others_are_told_apart(
      String team, String enterprise, String own, boolean outsider) {
    assertEquals(new Origin(ORG, outsider), everywhere.origin(team, enterprise, own));
  }

  @ParameterizedTest
  @CsvSource({
    "T0HERE, , T0HERE, false",
    "T0HERE, E0ORG, , false",
    ", , , false",
    "T0ELSE, , , true",
    "T0HERE, , T0ELSE, true",
    ", , T0ELSE, true",
  })
  void one_workspace_takes_only_its_own(
      String team, String enterprise, String own, boolean outsider) {
    assertEquals(new Origin("T0HERE", outsider), alone.origin(team, enterprise, own));
  }

  @Test
  void until_slack_has_told_a_request_says_where_the_bot_is() {
    Workspaces unknown = new Workspaces();
    Installation young = installation(Optional.empty(), unknown);

    assertEquals(new Origin("T0FIRST", false), young.origin("T0FIRST", null, null));
    assertEquals(Optional.of("T0FIRST"), unknown.on(Platform.SLACK));
  }

  @Test
  void the_organisation_is_known_before_slack_is_asked() {
    assertEquals(Optional.of(ORG), workspaces.on(Platform.SLACK));
  }

  @Test
  void while_slack_cant_list_its_workspaces_an_organisations_requests_are_taken() {
    api.answers("auth.teams.list", FakeSlackApi.Answer.error("internal_error"));
    Installation young = installation(Optional.of(ORG), new Workspaces());
    young.look();

    assertFalse(young.origin("T0MEDAN", ORG, null).outsider());
    assertTrue(young.origin("T0MEDAN", "E0OTHER", null).outsider());
  }

  @Test
  void what_was_listed_once_stands_when_slack_doesnt_answer_later() {
    api.answers("auth.teams.list", FakeSlackApi.Answer.error("internal_error"));
    everywhere.look();

    assertFalse(everywhere.origin("T0MEDAN", ORG, null).outsider());
    assertTrue(everywhere.origin("T0ELSE", ORG, null).outsider());
  }

  @Test
  void a_revoked_workspace_is_refused_at_once_and_a_granted_one_taken() {
    everywhere.revoked(ORG, List.of("T0MEDAN"));
    assertTrue(everywhere.origin("T0MEDAN", ORG, null).outsider());
    assertFalse(everywhere.origin("T0JAKARTA", ORG, null).outsider());

    everywhere.granted(ORG, List.of("T0MEDAN"));
    assertFalse(everywhere.origin("T0MEDAN", ORG, null).outsider());
    assertEquals(1, api.asked("auth.teams.list").size());
  }

  @Test
  void another_organisations_changes_are_none_of_ours() {
    everywhere.revoked("E0OTHER", List.of("T0MEDAN"));
    everywhere.granted("E0OTHER", List.of("T0ELSE"));

    assertFalse(everywhere.origin("T0MEDAN", ORG, null).outsider());
    assertTrue(everywhere.origin("T0ELSE", ORG, null).outsider());
  }

  @Test
  void what_another_node_was_told_is_read_with_the_next_list() {
    lists("T0JAKARTA");
    everywhere.look();

    assertTrue(everywhere.origin("T0MEDAN", ORG, null).outsider());
  }

  @Test
  void slack_is_asked_once_about_a_workspace_that_isnt_listed() {
    for (int i = 0; i < 5; i++) {
      assertTrue(everywhere.origin("T0ELSE", ORG, null).outsider());
    }
    assertEquals(2, api.asked("auth.teams.list").size());

    lists("T0MEDAN", "T0ELSE");
    everywhere.look();
    assertFalse(everywhere.origin("T0ELSE", ORG, null).outsider());
  }

  @Test
  void however_many_other_companies_share_channels_requests_ask_slack_seldom() {
    for (int second = 0; second < 20; second++) {
      assertTrue(everywhere.origin("T0MEDAN", ORG, "T0ELSE" + second).outsider());
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    }
    assertEquals(3, api.asked("auth.teams.list").size());

    everywhere.look();
    assertTrue(everywhere.origin("T0MEDAN", ORG, "T0ELSE0").outsider());
    assertTrue(everywhere.origin("T0MEDAN", ORG, "T0ELSE0").outsider());
    assertEquals(5, api.asked("auth.teams.list").size());
  }

  @Test
  void what_another_node_was_told_a_request_takes_at_once() {
    lists("T0MEDAN", "T0NEW");

    assertFalse(everywhere.origin("T0NEW", ORG, null).outsider());
  }

  @Test
  void somebody_who_waits_waits_for_one_page() {
    api.answers(
        "auth.teams.list",
        FakeSlackApi.Answer.ok(
            "{\"ok\":true,\"teams\":[{\"id\":\"T0FIRST\"}],\"response_metadata\":{\"next_cursor\":\"more\"}}"));

    assertTrue(everywhere.origin("T0LAST", ORG, null).outsider());
    assertEquals(2, api.asked("auth.teams.list").size());
  }

  @Test
  void what_slack_tells_while_it_lists_is_newer_than_its_list() {
    api.answers("auth.teams.list", asked -> {
      everywhere.revoked(ORG, List.of("T0MEDAN"));
      return SlackDirectoryTest.teams("T0MEDAN", "T0JAKARTA");
    });
    everywhere.look();
    assertTrue(everywhere.origin("T0MEDAN", ORG, null).outsider());

    api.answers("auth.teams.list", asked -> {
      everywhere.revoked(ORG, List.of("T0NEW"));
      return SlackDirectoryTest.teams("T0NEW");
    });
    assertTrue(everywhere.origin("T0NEW", ORG, null).outsider());
  }

  @Test
  void all_pages_of_a_large_organisation_are_read() {
    api.answers(
        "auth.teams.list",
        asked -> FakeSlackApi.Answer.ok(
            asked.fields().containsKey("cursor")
                ? "{\"ok\":true,\"teams\":[{\"id\":\"T0LAST\"}],\"response_metadata\":{\"next_cursor\":\"\"}}"
                : "{\"ok\":true,\"teams\":[{\"id\":\"T0FIRST\"}],\"response_metadata\":{\"next_cursor\":\"more\"}}"));
    everywhere.look();

    assertFalse(everywhere.origin("T0FIRST", ORG, null).outsider());
    assertFalse(everywhere.origin("T0LAST", ORG, null).outsider());
    assertTrue(everywhere.origin("T0MEDAN", ORG, null).outsider());
  }

  @Test
  void a_token_that_isnt_for_what_the_setting_says_is_not_believed() {
    everywhere.confirm(workspace("T0MEDAN"));
    assertFalse(everywhere.isConfirmed());

    everywhere.confirm(organisation("E0OTHER"));
    assertFalse(everywhere.isConfirmed());

    everywhere.confirm(organisation(ORG));
    assertTrue(everywhere.isConfirmed());
  }

  @Test
  void a_token_for_an_organisation_needs_the_setting() {
    Installation young = installation(Optional.empty(), new Workspaces());

    young.confirm(organisation(ORG));

    assertFalse(young.isConfirmed());
  }

  private void lists(String... teams) {
    api.answers("auth.teams.list", SlackDirectoryTest.teams(teams));
  }

  private Installation installation(Optional<String> organisation, Workspaces known) {
    Grants grants = new Grants(
        SlackApi.at(api.url(), Duration.ofSeconds(2)).methods("xoxb-1234567890123456"), nanos::get);
    return new Installation(organisation, grants, known);
  }

  private static AuthTestResponse workspace(String id) {
    AuthTestResponse self = new AuthTestResponse();
    self.setOk(true);
    self.setTeamId(id);
    return self;
  }

  private static AuthTestResponse organisation(String id) {
    AuthTestResponse self = workspace(id);
    self.setEnterpriseId(id);
    self.setEnterpriseInstall(true);
    return self;
  }
}
