package dev.instead.playground;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The wire to one of the bot's endpoints; waits as long for an answer as the platform does. */
final class BotLine {
  /** Slack's. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(PATIENCE)
      .build();
  private final Supplier<URI> bot;
  private final String path;

  /** Slack's; {@code bot} is asked before every request: a bot that was started again may be elsewhere. */
  BotLine(Supplier<URI> bot) {
    this(bot, "/slack/events");
  }

  BotLine(Supplier<URI> bot, String path) {
    this.bot = bot;
    this.path = path;
  }

  Answer post(SignedRequest signed) {
    return post(signed, PATIENCE);
  }

  Answer post(SignedRequest signed, Duration patience) {
    HttpRequest.Builder request = HttpRequest.newBuilder(bot.get().resolve(path))
        .timeout(patience)
        .header("Content-Type", signed.contentType())
        .POST(HttpRequest.BodyPublishers.ofString(signed.body()));
    signed.headers().forEach(request::header);
    try {
      return answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (HttpTimeoutException e) {
      return Answer.none(Answer.Outcome.TIMED_OUT);
    } catch (IOException e) {
      return Answer.none(Answer.Outcome.UNREACHABLE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.none(Answer.Outcome.UNREACHABLE);
    }
  }

  private static Answer answer(HttpResponse<String> response) {
    Map<String, String> headers = new HashMap<>();
    for (Map.Entry<String, List<String>> header : response.headers().map().entrySet()) {
      headers.put(header.getKey().toLowerCase(Locale.ROOT), String.join(", ", header.getValue()));
    }
    boolean fine = response.statusCode() / 100 == 2;
    return new Answer(
        response.statusCode(),
        response.body(),
        headers,
        fine ? Answer.Outcome.FINE : Answer.Outcome.HTTP_ERROR);
  }
}
