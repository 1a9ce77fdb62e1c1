package dev.instead.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.instead.config.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Slack's Web API as the doctor needs it: one call, one answer, with its headers. */
final class WebApi {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http;
  private final URI api;
  private final Secret token;

  WebApi(HttpClient http, URI api, Secret token) {
    this.http = http;
    this.api = api;
    this.token = token;
  }

  Answer call(String method, Map<String, String> arguments) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(api.resolve(method))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token.reveal())
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form(arguments)))
        .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString(UTF_8));
      return answer(response);
    } catch (IOException e) {
      return new Answer("no_answer", MissingNode.getInstance(), Map.of());
    }
  }

  private static Answer answer(HttpResponse<String> response) throws IOException {
    Map<String, String> headers = response.headers().map().entrySet().stream()
        .collect(Collectors.toMap(
            header -> header.getKey().toLowerCase(Locale.ROOT),
            header -> header.getValue().get(0)));
    if (response.statusCode() == 429) {
      return new Answer("ratelimited", MissingNode.getInstance(), headers);
    }
    if (response.statusCode() != 200) {
      return new Answer("http_status_" + response.statusCode(), MissingNode.getInstance(), headers);
    }
    JsonNode json = new ObjectMapper().readTree(response.body());
    String error = json.path("ok").asBoolean() ? "" : json.path("error").asText("no_reason");
    return new Answer(error, json, headers);
  }

  private static String form(Map<String, String> arguments) {
    return arguments.entrySet().stream()
        .map(argument -> argument.getKey() + "=" + URLEncoder.encode(argument.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /**
   * What Slack said.
   *
   * @param error Slack's word for it, or ours when there was no answer; empty when all went well
   * @param headers by lower-case name
   */
  record Answer(String error, JsonNode json, Map<String, String> headers) {
    boolean ok() {
      return error.isEmpty();
    }

    Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }
}
