package dev.instead.burst;

import dev.instead.playground.SignedRequest;
import dev.instead.playground.SigningSecret;
import dev.instead.playground.SlackWorkspace;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Slash commands as Slack sends them, signed, to one bot after the other where there are several. */
final class Commands {
  static final String SECRET = "burst-signing-secret-000000000000";

  private final SigningSecret secret = new SigningSecret(SECRET);
  private final List<URI> bots;
  private final AtomicInteger sent = new AtomicInteger();

  Commands(List<URI> bots) {
    this.bots = List.copyOf(bots);
  }

  HttpRequest typed(String user, String command, String text) {
    int i = sent.incrementAndGet();
    String body = "token=x&team_id=" + SlackWorkspace.TEAM
        + "&team_domain=meranti-motors&channel_id=C0GENERAL&channel_name=general&user_id=" + user
        + "&user_name=crowd&command=" + encoded(command) + "&text=" + encoded(text)
        + "&api_app_id=A0INSTEAD&is_enterprise_install=false&response_url=http%3A%2F%2F127.0.0.1%3A9%2Fx&trigger_id="
        + i + ".crowd";
    SignedRequest signed = secret.sign("application/x-www-form-urlencoded", body, Instant.now());
    HttpRequest.Builder request = HttpRequest.newBuilder(
            bots.get(i % bots.size()).resolve("/slack/events"))
        .timeout(Duration.ofSeconds(30))
        .header("Content-Type", signed.contentType())
        .POST(HttpRequest.BodyPublishers.ofString(signed.body()));
    signed.headers().forEach(request::header);
    return request.build();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
