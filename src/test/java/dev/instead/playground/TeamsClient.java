package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Calls the local Teams as a bot does, over real HTTP. */
final class TeamsClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final LocalTeams teams;
  private String token = "";

  TeamsClient(LocalTeams teams) {
    this.teams = teams;
  }

  /** Fetches a token and uses it from now on. */
  TeamsClient loggedIn() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        login(TeamsTenant.TENANT, form("client_secret", LocalTeams.SECRET));
    token = json(answer).path("access_token").asText();
    return this;
  }

  HttpResponse<String> login(String tenant, String form) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(teams.address() + "/" + tenant + "/oauth2/v2.0/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** A right login form with one field set differently, or left out when the value is empty. */
  static String form(String field, String value) {
    ObjectNode fields = Json.object()
        .put("grant_type", "client_credentials")
        .put("client_id", TeamsTenant.APP)
        .put("client_secret", LocalTeams.SECRET)
        .put("scope", "https://api.botframework.com/.default")
        .put(field, value);
    StringBuilder form = new StringBuilder("a=b");
    fields.properties().forEach(each -> {
      if (!each.getValue().asText().isEmpty()) {
        form.append('&')
            .append(each.getKey())
            .append('=')
            .append(encode(each.getValue().asText()));
      }
    });
    return form.toString();
  }

  HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return sendTo(teams.serviceUrl() + path, method, body);
  }

  HttpResponse<String> sendTo(String url, String method, String body)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Authorization", "Bearer " + token)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> say(String conversation, String text)
      throws IOException, InterruptedException {
    return send("POST", activities(conversation), Json.write(text(text)));
  }

  HttpResponse<String> show(String conversation, JsonNode card)
      throws IOException, InterruptedException {
    return send("POST", activities(conversation), Json.write(card(card)));
  }

  static String activities(String conversation) {
    return "v3/conversations/" + encode(conversation) + "/activities";
  }

  static ObjectNode text(String text) {
    return Json.object().put("type", "message").put("text", text);
  }

  static ObjectNode card(JsonNode card) {
    ObjectNode activity = Json.object().put("type", "message").put("summary", "A card");
    activity
        .putArray("attachments")
        .addObject()
        .put("contentType", "application/vnd.microsoft.card.adaptive")
        .set("content", card);
    return activity;
  }

  static ObjectNode newThread(String channel, ObjectNode activity) {
    ObjectNode body = Json.object().put("isGroup", true).put("tenantId", TeamsTenant.TENANT);
    body.putObject("bot").put("id", TeamsTenant.BOT);
    body.putObject("channelData").putObject("channel").put("id", channel);
    body.set("activity", activity);
    return body;
  }

  static ObjectNode newChat(String member) {
    ObjectNode body = Json.object().put("isGroup", false).put("tenantId", TeamsTenant.TENANT);
    body.putObject("bot").put("id", TeamsTenant.BOT);
    body.putArray("members").addObject().put("id", member);
    return body;
  }

  HttpResponse<String> create(ObjectNode body) throws IOException, InterruptedException {
    return send("POST", "v3/conversations", Json.write(body));
  }

  static JsonNode json(HttpResponse<String> answer) {
    return Json.read(answer.body()).orElseThrow(() -> new AssertionError("No JSON in the answer"));
  }

  static String code(HttpResponse<String> answer) {
    return answer.statusCode() + " " + json(answer).path("error").path("code").asText();
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
