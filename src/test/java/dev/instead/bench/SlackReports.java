package dev.instead.bench;

import dev.instead.playground.SignedRequest;
import dev.instead.playground.SigningSecret;
import dev.instead.playground.SlackWorkspace;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Signed {@code /report} commands. */
final class SlackReports implements Reports {
  private static final AtomicInteger SENT = new AtomicInteger();

  private final SigningSecret secret = new SigningSecret(Subject.SECRET);
  private final URI bot;

  SlackReports(Subject subject) {
    bot = subject.address().resolve("/slack/events");
  }

  @Override
  public HttpRequest next() {
    int i = SENT.incrementAndGet();
    return saying(i, Reports.post(i) + " " + Reports.words(i));
  }

  /** A command with just this text. */
  HttpRequest saying(String text) {
    return saying(SENT.incrementAndGet(), text);
  }

  private HttpRequest saying(int i, String text) {
    String body = "token=x&team_id=" + SlackWorkspace.TEAM
        + "&team_domain=meranti-motors&channel_id=C0GENERAL&channel_name=general&user_id=U0BENCH"
        + i % PEOPLE
        + "&user_name=bench&command=%2Freport&text="
        + URLEncoder.encode(text, StandardCharsets.UTF_8)
        + "&api_app_id=A0INSTEAD&is_enterprise_install=false&response_url=http%3A%2F%2F127.0.0.1%3A9%2Fx&trigger_id="
        + i + ".bench";
    return signed("application/x-www-form-urlencoded", body);
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
        .timeout(Duration.ofSeconds(10))
        .header("Content-Type", signed.contentType())
        .POST(HttpRequest.BodyPublishers.ofString(signed.body()));
    signed.headers().forEach(request::header);
    return request.build();
  }
}
