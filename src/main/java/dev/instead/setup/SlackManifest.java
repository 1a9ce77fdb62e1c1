package dev.instead.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;

/** The Slack app as {@code manifests/slack.json} describes it. */
public final class SlackManifest {
  private static final String PLACE = "/manifests/slack.json";
  private static final String EXAMPLE_HOST = "https://instead.example.com";

  /** What finding a colleague's account on the other platform needs. */
  private static final String EMAIL_SCOPE = "users:read.email";

  private static final String PEOPLE_SCOPE = "\"users:read\"";

  private static final String ONE_WORKSPACE = "\"org_deploy_enabled\": false";
  private static final String LAST_EVENT = "\"message.im\"";

  private final String text;
  private final JsonNode json;

  private SlackManifest(String text, JsonNode json) {
    this.text = text;
    this.json = json;
  }

  /** The manifest that this program was built with. */
  public static SlackManifest ofThisVersion() {
    try (InputStream file = SlackManifest.class.getResourceAsStream(PLACE)) {
      if (file == null) {
        throw new IllegalStateException("The program was built without " + PLACE);
      }
      return of(new String(file.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Can't read " + PLACE, e);
    }
  }

  /** The same with the scope that linking people's accounts needs. */
  public SlackManifest linkingPeople() {
    String more = PEOPLE_SCOPE + ",\n        \"" + EMAIL_SCOPE + "\"";
    try {
      return of(text.replace(PEOPLE_SCOPE, more));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(PLACE + " can't take one more scope", impossible);
    }
  }

  /** The same for an organisation on Enterprise Grid, which says in which of its workspaces the bot may be used. */
  public SlackManifest forOrganisation() {
    try {
      return of(text.replace(ONE_WORKSPACE, ONE_WORKSPACE.replace("false", "true"))
          .replace(
              LAST_EVENT,
              LAST_EVENT + ",\n        \"team_access_granted\",\n        \"team_access_revoked\""));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(PLACE + " can't take two more events", impossible);
    }
  }

  private static SlackManifest of(String text) throws JsonProcessingException {
    return new SlackManifest(text, new ObjectMapper().readTree(text));
  }

  /** The text to paste into Slack for a bot at {@code host}, which has no path. */
  public String forHost(URI host) {
    return text.replace(EXAMPLE_HOST, host.toString());
  }

  /** The scopes that the bot can't work without. */
  public List<String> neededScopes() {
    return texts(json.at("/oauth_config/scopes/bot"));
  }

  /** The scopes that make it work better. */
  public List<String> optionalScopes() {
    return texts(json.at("/oauth_config/scopes/bot_optional"));
  }

  public List<String> events() {
    return texts(json.at("/settings/event_subscriptions/bot_events"));
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }
}
