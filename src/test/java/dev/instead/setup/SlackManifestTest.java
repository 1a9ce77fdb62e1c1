package dev.instead.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlackManifestTest {
  private static final URI HOST = URI.create("https://bot.acme.com");
  private final SlackManifest manifest = SlackManifest.ofThisVersion();

  @Test
  void slacks_own_schema_accepts_it() throws Exception {
    assertEquals(List.of(), complaints(manifest.forHost(HOST)));
  }

  @Test
  void slacks_schema_would_refuse_a_mistake() throws Exception {
    String tooLong =
        manifest.forHost(HOST).replace("Report a conflict", "Report a conflict to everybody");

    assertEquals(1, complaints(tooLong).size());
  }

  @Test
  void linking_people_needs_one_scope_more_and_nothing_else() throws Exception {
    SlackManifest linking = manifest.linkingPeople();

    assertEquals(List.of(), complaints(linking.forHost(HOST)));
    assertTrue(linking.neededScopes().contains("users:read.email"));
    assertFalse(manifest.neededScopes().contains("users:read.email"));
    assertEquals(manifest.neededScopes().size() + 1, linking.neededScopes().size());
    assertTrue(
        Files.readString(Path.of("docs/slack.md")).contains("\n| `users:read.email` | "),
        "explained to administrators");
  }

  @Test
  void an_organisation_gets_the_same_app_and_two_events_more() throws Exception {
    SlackManifest everywhere = manifest.linkingPeople().forOrganisation();

    assertEquals(List.of(), complaints(everywhere.forHost(HOST)));
    assertTrue(json(everywhere.forHost(HOST)).at("/settings/org_deploy_enabled").asBoolean());
    assertFalse(json(manifest.forHost(HOST)).at("/settings/org_deploy_enabled").asBoolean());
    assertEquals(
        Stream.concat(
                manifest.events().stream(), Stream.of("team_access_granted", "team_access_revoked"))
            .toList(),
        everywhere.events());
    assertEquals(manifest.linkingPeople().neededScopes(), everywhere.neededScopes());
    String page = Files.readString(Path.of("docs/slack.md"));
    everywhere
        .events()
        .forEach(event -> assertTrue(page.contains("`" + event + "`"), "explained: " + event));
  }

  @Test
  void every_address_is_at_the_given_host() throws Exception {
    String text = manifest.forHost(HOST);

    List<String> addresses = Stream.concat(
            json(text).findValuesAsText("request_url").stream(),
            json(text).findValuesAsText("url").stream())
        .toList();
    assertEquals(4, addresses.size());
    assertEquals(
        List.of("https://bot.acme.com/slack/events"),
        addresses.stream().distinct().toList());
    assertFalse(text.contains("example.com"), text);
  }

  @Test
  void commands_arrive_with_ids_instead_of_ambiguous_names() throws Exception {
    assertEquals(
        List.of("true", "true"), json(manifest.forHost(HOST)).findValuesAsText("should_escape"));
  }

  @Test
  void every_scope_and_event_is_explained_to_administrators() throws Exception {
    String page = Files.readString(Path.of("docs/slack.md"));

    List<String> asked = Stream.of(
            manifest.neededScopes(), manifest.optionalScopes(), manifest.events())
        .flatMap(List::stream)
        .toList();
    assertEquals(13, asked.size());
    for (String one : asked) {
      assertTrue(page.contains("\n| `" + one + "` | "), one + " has no row in docs/slack.md");
    }
  }

  private static List<String> complaints(String text) throws Exception {
    try (InputStream schema = Objects.requireNonNull(SlackManifestTest.class.getResourceAsStream(
        "/schemas/slack-app-manifest.schema.2.0.0.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(new ObjectMapper().readTree(schema))
          .validate(json(text))
          .stream()
          .map(Object::toString)
          .toList();
    }
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
