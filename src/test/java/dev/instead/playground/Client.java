package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls the local Slack as a bot does, over real HTTP. */
final class Client {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String apiUrl;

  Client(LocalSlack slack) {
    apiUrl = slack.apiUrl();
  }

  /** The JSON answer to a call with the right token; {@code json} is the body. */
  JsonNode call(String method, String json) throws IOException, InterruptedException {
    return body(send(method, json, LocalSlack.TOKEN));
  }

  JsonNode call(String method, ObjectNode json) throws IOException, InterruptedException {
    return call(method, Json.write(json));
  }

  HttpResponse<String> send(String method, String json, String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(apiUrl + method))
        .timeout(Duration.ofSeconds(10))
        .header("Content-Type", "application/json; charset=utf-8")
        .POST(HttpRequest.BodyPublishers.ofString(json));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  JsonNode form(String method, String encoded) throws IOException, InterruptedException {
    return body(HTTP.send(
        HttpRequest.newBuilder(URI.create(apiUrl + method))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Authorization", "Bearer " + LocalSlack.TOKEN)
            .POST(HttpRequest.BodyPublishers.ofString(encoded))
            .build(),
        HttpResponse.BodyHandlers.ofString()));
  }

  static HttpResponse<String> post(String url, String json)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  static HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }

  static JsonNode body(HttpResponse<String> response) {
    return Json.read(response.body())
        .orElseThrow(() -> new AssertionError("No JSON in the answer"));
  }
}
