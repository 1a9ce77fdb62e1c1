package dev.instead.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.instead.playground.SignedRequest;
import dev.instead.playground.SigningSecret;
import dev.instead.playground.SlackWorkspace;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Signed {@code /report} commands, and what else people do on Slack. */
final class SlackReports implements Reports {
  private static final AtomicInteger SENT = new AtomicInteger();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> TEAM = List.of("U0ANA", "U0BEN", "U0CITRA");
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String PAYLOAD = "payload=";

  private final SigningSecret secret = new SigningSecret(Subject.SECRET);
  private final URI bot;

  SlackReports(Subject subject) {
    bot = subject.address().resolve("/slack/events");
  }

  @Override
  public HttpRequest next() {
    int i = SENT.incrementAndGet();
    return typed(i, "/report", Reports.post(i) + " " + Reports.words(i));
  }

  /** A command with just this text. */
  HttpRequest saying(String text) {
    return typed(SENT.incrementAndGet(), "/report", text);
  }

  /** Reports that all go to one team, each of another post. */
  Reports refunds(Numbers numbers) {
    return Reports.of(
        () -> {
          int i = SENT.incrementAndGet();
          return typed(i, "/report", Reports.post(i) + " " + WORDS.get(0));
        },
        numbers::readFrom);
  }

  /** Reports of this one post. */
  Reports of(String post) {
    return Reports.of(
        () -> {
          int i = SENT.incrementAndGet();
          return typed(i, "/report", post + " " + Reports.words(i));
        },
        this::isWell);
  }

  Reports questions() {
    return Reports.of(
        () -> {
          int i = SENT.incrementAndGet();
          return typed(i, "/canipost", Reports.question(i));
        },
        answer -> answer.isEmpty() || answer.contains("blocks"));
  }

  /**
   * Presses of a button, each about another case; whoever can't take it would hear of that elsewhere, so {@link Subject#claims} counts.
   *
   * @param model a press that Slack sent
   */
  Reports presses(ObjectNode model, Numbers numbers) {
    return Reports.of(() -> press(model.deepCopy(), numbers.next()), String::isEmpty);
  }

  /** What Slack sent for a press. */
  static ObjectNode model(SignedRequest press) throws JsonProcessingException {
    String payload = press.body().substring(PAYLOAD.length());
    return (ObjectNode) JSON.readTree(URLDecoder.decode(payload, StandardCharsets.UTF_8));
  }

  private HttpRequest press(ObjectNode press, String number) {
    int i = SENT.incrementAndGet();
    String ts = "1700000000." + String.format("%06d", i);
    press.put("trigger_id", i + ".bench").put("response_url", "http://127.0.0.1:9/x");
    press.withObjectProperty("user").put("id", TEAM.get(i % TEAM.size()));
    press.withObjectProperty("container").put("message_ts", ts);
    press.withObjectProperty("message").put("ts", ts);
    ((ObjectNode) press.path("actions").get(0)).put("value", number).put("action_ts", ts);
    return signed(FORM, PAYLOAD + URLEncoder.encode(press.toString(), StandardCharsets.UTF_8));
  }

  private HttpRequest typed(int i, String command, String text) {
    String body = "token=x&team_id=" + SlackWorkspace.TEAM
        + "&team_domain=meranti-motors&channel_id=C0GENERAL&channel_name=general&user_id=U0BENCH"
        + i % PEOPLE
        + "&user_name=bench&command=" + URLEncoder.encode(command, StandardCharsets.UTF_8)
        + "&text="
        + URLEncoder.encode(text, StandardCharsets.UTF_8)
        + "&api_app_id=A0INSTEAD&is_enterprise_install=false&response_url=http%3A%2F%2F127.0.0.1%3A9%2Fx&trigger_id="
        + i + ".bench";
    return signed(FORM, body);
  }

  /** Slack's question whether the address is the bot's: checked like any other request, and nothing comes of it. */
  HttpRequest question(int i) {
    return signed(
        "application/json",
        "{\"token\":\"x\",\"type\":\"url_verification\",\"challenge\":\"" + i + "\"}");
  }

  private HttpRequest signed(String type, String body) {
    SignedRequest signed = secret.sign(type, body, Instant.now());
    HttpRequest.Builder request = HttpRequest.newBuilder(bot)
        .timeout(Duration.ofSeconds(30))
        .header("Content-Type", signed.contentType())
        .POST(HttpRequest.BodyPublishers.ofString(signed.body()));
    signed.headers().forEach(request::header);
    return request.build();
  }
}
