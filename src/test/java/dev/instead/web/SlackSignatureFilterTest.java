package dev.instead.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.instead.config.Secret;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSignatureFilterTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";
  private static final Secret SECRET = new Secret("8f742231b10e8888abcd99yyyzzz85a5");
  private static final Secret OLD_SECRET = new Secret("an older secret, still allowed");
  private static final Instant NOW = Instant.ofEpochSecond(1531420618);
  private static final String TIMESTAMP = "1531420618";
  private static final int MEGABYTE = 1024 * 1024;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Behind behind = new Behind();
  private final WebServer server = new WebServer(
      "127.0.0.1",
      0,
      List.of(
          new Endpoint("/slack/events", filter(Duration.ofSeconds(10)), behind),
          new Endpoint("/impatient", filter(Duration.ZERO), behind)),
      Optional::empty);

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void slacks_own_example_is_accepted() throws Exception {
    JsonNode vector = fixture("composed/signature_vector.json");
    assertEquals(SECRET.reveal(), vector.get("signing_secret").asText());
    String body = vector.get("raw_body").asText();

    HttpResponse<String> answer = send(request(FORM, body)
        .header(
            "X-Slack-Request-Timestamp", vector.get("x_slack_request_timestamp").asText())
        .header("X-Slack-Signature", vector.get("x_slack_signature").asText()));

    assertEquals(200, answer.statusCode());
    assertEquals(body, behind.bodyAsText());
  }

  @Test
  void the_check_of_the_address_and_of_the_certificate_pass_signed_as_everything_else()
      throws Exception {
    String check = fixture("composed/ssl_check.json").get("_raw_body").asText();
    String address = fixture("realistic/url_verification.json").toString();

    assertEquals(200, send(signed(FORM, check)).statusCode());
    assertEquals(200, send(signed(JSON, address)).statusCode());
    behind.body = null;

    assertRefused(401, send(request(FORM, check)));
    assertRefused(401, send(request(JSON, address)));
  }

  @Test
  void an_unsigned_request_is_refused() throws Exception {
    assertRefused(401, send(request(FORM, "a=b")));
    assertRefused(401, send(request(FORM, "a=b").header("X-Slack-Request-Timestamp", TIMESTAMP)));
    assertRefused(
        401, send(request(FORM, "a=b").header("X-Slack-Signature", signature("a=b", TIMESTAMP))));
  }

  @Test
  void a_wrong_signature_is_refused_and_the_answer_tells_nothing() throws Exception {
    HttpResponse<String> answer = send(request(FORM, "a=b")
        .header("X-Slack-Request-Timestamp", TIMESTAMP)
        .header("X-Slack-Signature", signature("a=c", TIMESTAMP)));

    assertRefused(401, answer);
    assertEquals("Not accepted.\n", answer.body());
    assertNull(answer.headers().firstValue("Server").orElse(null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v0", "v0=", "v1=abc", "v0=ä", "v0=0000"})
  void a_malformed_signature_is_refused(String signature) throws Exception {
    assertRefused(
        401,
        send(request(FORM, "a=b")
            .header("X-Slack-Request-Timestamp", TIMESTAMP)
            .header("X-Slack-Signature", signature)));
  }

  @Test
  void a_signature_of_another_time_is_refused() throws Exception {
    assertRefused(
        401,
        send(request(FORM, "a=b")
            .header("X-Slack-Request-Timestamp", "1531420619")
            .header("X-Slack-Signature", signature("a=b", TIMESTAMP))));
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, 300})
  void five_minutes_off_is_accepted(long seconds) throws Exception {
    assertEquals(200, send(signedAt(NOW.plusSeconds(seconds))).statusCode());
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, -86_400, 301, 86_400})
  void stale_and_future_requests_are_refused(long seconds) throws Exception {
    assertRefused(401, send(signedAt(NOW.plusSeconds(seconds))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "-1531420618", "1531420618.0", "99999999999999999999", " "})
  void a_timestamp_that_is_no_number_is_refused(String timestamp) throws Exception {
    assertRefused(
        401,
        send(request(FORM, "a=b")
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", signature("a=b", timestamp))));
  }

  @Test
  void a_second_secret_is_accepted_while_the_first_is_being_replaced() throws Exception {
    HttpRequest.Builder request = request(FORM, "a=b")
        .header("X-Slack-Request-Timestamp", TIMESTAMP)
        .header(
            "X-Slack-Signature",
            new SlackSignature(OLD_SECRET).sign(TIMESTAMP, "a=b".getBytes(UTF_8)));

    assertEquals(200, send(request).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"text\":\"kafé 🔥 مرحبا\"}", "{\"a\":1}\n", "{\"a\":1}\r\n\r\n", ""})
  void the_bytes_are_handed_on_as_they_came(String body) throws Exception {
    assertEquals(200, send(signed(JSON, body)).statusCode());

    assertArrayEquals(body.getBytes(UTF_8), behind.body);
  }

  @Test
  void text_is_read_as_utf_8_whatever_charset_is_declared() throws Exception {
    String body = "{\"text\":\"kafé 🔥\"}";

    assertEquals(200, send(signed(JSON + "; charset=ISO-8859-1", body)).statusCode());

    assertEquals(body, behind.text);
  }

  /** Ten thousand spaces are a few bytes when packed; they stay the few bytes that were signed. */
  @Test
  void a_compressed_body_is_never_unpacked() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(" ".repeat(10_000).getBytes(UTF_8));
    }
    byte[] bytes = packed.toByteArray();
    HttpRequest.Builder request = request(FORM, "")
        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
        .header("Content-Encoding", "gzip")
        .header("X-Slack-Request-Timestamp", TIMESTAMP)
        .header("X-Slack-Signature", new SlackSignature(SECRET).sign(TIMESTAMP, bytes));

    assertEquals(200, send(request).statusCode());

    assertArrayEquals(bytes, behind.body);
  }

  @Test
  void asking_for_parameters_does_not_read_the_body_away() throws Exception {
    assertEquals(200, send(signed(FORM, "command=%2Freport&text=hello")).statusCode());

    assertEquals(0, behind.parameters);
    assertEquals("command=%2Freport&text=hello", behind.bodyAsText());
  }

  @Test
  void the_largest_body_is_accepted() throws Exception {
    assertEquals(200, send(signed(FORM, "a".repeat(MEGABYTE))).statusCode());
  }

  @Test
  void a_declared_length_over_a_megabyte_is_refused_before_it_is_read() throws Exception {
    try (RawHttp raw = new RawHttp(server.port())) {
      raw.send(head("/slack/events", "Content-Length: " + (MEGABYTE + 1)));

      assertTrue(raw.answer().startsWith("HTTP/1.1 413 "));
      assertNull(behind.body);
    }
  }

  @Test
  void a_body_of_unknown_length_is_refused_once_it_is_over_a_megabyte() throws Exception {
    try (RawHttp raw = new RawHttp(server.port())) {
      raw.send(head("/slack/events", "Transfer-Encoding: chunked"));
      raw.send(Integer.toHexString(MEGABYTE + 1) + "\r\n");
      raw.send("a".repeat(MEGABYTE + 1));

      assertTrue(raw.answer().startsWith("HTTP/1.1 413 "));
      assertNull(behind.body);
    }
  }

  @Test
  void a_body_that_ends_early_is_refused() throws Exception {
    try (RawHttp raw = new RawHttp(server.port())) {
      raw.send(head("/slack/events", "Content-Length: 100")).send("a=b").endSending();

      assertTrue(raw.answer().startsWith("HTTP/1.1 400 "));
      assertNull(behind.body);
    }
  }

  @Test
  void a_body_that_takes_too_long_is_refused() throws Exception {
    try (RawHttp raw = new RawHttp(server.port())) {
      raw.send(head("/impatient", "Content-Length: 100")).send("a=b");

      assertTrue(raw.answer().startsWith("HTTP/1.1 408 "));
      assertNull(behind.body);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=x", "application/jsonp", ""})
  void other_content_types_are_refused(String type) throws Exception {
    assertRefused(415, send(signed(type, "a=b")));
  }

  @Test
  void a_content_type_may_be_written_otherwise() throws Exception {
    assertEquals(200, send(signed("Application/JSON;charset=utf-8", "{}")).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "PATCH"})
  void only_post_is_served(String method) throws Exception {
    HttpRequest.Builder request = signed(FORM, "a=b").method(method, BodyPublishers.noBody());

    HttpResponse<String> answer = send(request);

    assertRefused(405, answer);
    assertEquals("POST", answer.headers().firstValue("Allow").orElse(""));
  }

  @Test
  void json_nested_as_deep_as_slack_never_does_is_refused() throws Exception {
    assertEquals(200, send(signed(JSON, nested(64))).statusCode());
    behind.body = null;

    assertRefused(400, send(signed(JSON, nested(65))));
    assertRefused(400, send(signed(JSON, nested(100_000))));
    assertRefused(400, send(signed(FORM, " " + nested(65))));
  }

  @Test
  void so_is_the_json_of_a_forms_payload() throws Exception {
    assertEquals(200, send(signed(FORM, "payload=" + encoded(nested(64)))).statusCode());
    behind.body = null;

    assertRefused(400, send(signed(FORM, "payload=" + encoded(nested(65)))));
    assertRefused(400, send(signed(FORM, "a=b&payload=" + nested(65))));
    assertRefused(400, send(signed(FORM, "a=b&%70ayload=" + encoded(nested(65)) + "&c=d")));
  }

  @Test
  void brackets_that_somebody_types_are_no_nesting() throws Exception {
    String typed = "[".repeat(3000);

    assertEquals(200, send(signed(FORM, "command=%2Freport&text=" + typed)).statusCode());
    assertEquals(200, send(signed(JSON, "{\"text\":\"\\\"" + typed + "\"}")).statusCode());
  }

  private static SlackSignatureFilter filter(Duration longestBody) {
    return new SlackSignatureFilter(
        List.of(SECRET, OLD_SECRET), Clock.fixed(NOW, ZoneOffset.UTC), longestBody);
  }

  private static String nested(int depth) {
    return "{\"a\":".repeat(depth - 1) + "[" + "]" + "}".repeat(depth - 1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private void assertRefused(int status, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode());
    assertEquals(
        "text/plain;charset=utf-8", answer.headers().firstValue("Content-Type").orElse(""));
    assertTrue(answer.body().length() < 60, answer.body());
    assertNull(behind.body, "the request went through");
  }

  private String head(String path, String lengthHeader) {
    return String.join(
        "\r\n",
        "POST " + path + " HTTP/1.1",
        "Host: 127.0.0.1",
        "Connection: close",
        "Content-Type: " + FORM,
        "X-Slack-Request-Timestamp: " + TIMESTAMP,
        "X-Slack-Signature: " + signature("a=b", TIMESTAMP),
        lengthHeader,
        "",
        "");
  }

  private HttpRequest.Builder signedAt(Instant time) {
    String timestamp = Long.toString(time.getEpochSecond());
    return request(FORM, "a=b")
        .header("X-Slack-Request-Timestamp", timestamp)
        .header("X-Slack-Signature", signature("a=b", timestamp));
  }

  private HttpRequest.Builder signed(String type, String body) {
    return request(type, body)
        .header("X-Slack-Request-Timestamp", TIMESTAMP)
        .header("X-Slack-Signature", signature(body, TIMESTAMP));
  }

  private HttpRequest.Builder request(String type, String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/slack/events"))
        .header("Content-Type", type)
        .timeout(Duration.ofSeconds(10))
        .POST(BodyPublishers.ofString(body, UTF_8));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String signature(String body, String timestamp) {
    return new SlackSignature(SECRET).sign(timestamp, body.getBytes(UTF_8));
  }

  private static JsonNode fixture(String name) throws IOException {
    try (InputStream file =
        SlackSignatureFilterTest.class.getResourceAsStream("/fixtures/slack/" + name)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(file, name));
    }
  }

  /** What the filter protects: remembers what came through. */
  private static final class Behind extends HttpServlet {
    volatile byte @Nullable [] body;
    volatile String text = "";
    volatile int parameters = -1;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      parameters = request.getParameterMap().size();
      body = request.getInputStream().readAllBytes();
      StringWriter read = new StringWriter();
      request.getReader().transferTo(read);
      text = read.toString();
      response.setStatus(200);
    }

    String bodyAsText() {
      return new String(Objects.requireNonNull(body), UTF_8);
    }
  }
}
