package dev.instead.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.instead.config.TeamsCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded or composed activity, with a token that fits it: taken, unless it is hostile or a stranger's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FixturesTest {
  private static final Path FOLDER = Path.of("src/test/resources/teams");

  /** The token is always right, and names the serviceUrl that the activity has. */
  private static final Map<String, Integer> REFUSED = Map.of(
      // of another host
      "composed/inbound/adversarial.foreignServiceUrl.json", 403,
      // of another tenant
      "composed/inbound/adversarial.foreignTenant.json", 403,
      // of two tenants at once
      "composed/inbound/adversarial.tenantMismatch.json", 403,
      // leaves out what would be compared
      "composed/inbound/adversarial.noServiceUrlNoChannelId.json", 401,
      // hand-written upstream: no channel, no tenant
      "captured/signin_failure_invoke_activity.json", 401,
      // hand-written upstream: somebody's own connector, over http
      "captured/message.personal.synthetic.json", 403,
      // a developer's own tenant, which is none of ours
      "captured/invoke.adaptiveCard.action.personal.json", 403);

  private final TeamsEndpoint teams = new TeamsEndpoint(TeamsCloud.PUBLIC);

  @AfterAll
  void stop() {
    teams.close();
  }

  @ParameterizedTest
  @MethodSource("inbound")
  void a_fixture_is_taken_or_refused_as_it_should_be(String name) {
    ObjectNode activity = TeamsEndpoint.fixture(name);
    teams.bot.answers(200, Map.of());

    int status = teams.send(fitting(activity), activity).statusCode();

    boolean invoke = activity.path("type").asText().equals("invoke");
    assertEquals(REFUSED.getOrDefault(name, invoke ? 200 : 202), status, name);
  }

  @Test
  void the_recorded_activity_is_taken_where_its_tenant_is_allowed() {
    ObjectNode activity =
        TeamsEndpoint.fixture("captured/invoke.adaptiveCard.action.personal.json");
    TeamsEndpoint.tenant(TeamsEndpoint.TENANT).accept(activity);
    teams.bot.answers(200, Map.of());

    assertEquals(200, teams.send(fitting(activity), activity).statusCode());
  }

  @Test
  void every_exception_is_a_fixture() throws IOException {
    List<String> all = inbound().toList();

    assertTrue(all.containsAll(REFUSED.keySet()), all.toString());
    assertEquals(43, all.size());
  }

  private String fitting(ObjectNode activity) {
    return teams.token(
        claims -> claims.put("serviceurl", activity.path("serviceUrl").asText()));
  }

  static Stream<String> inbound() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.startsWith("composed/inbound/")
              || (name.startsWith("captured/") && !name.contains("/outbound.")))
          .filter(name -> name.endsWith(".json"))
          .sorted()
          .toList()
          .stream();
    }
  }
}
