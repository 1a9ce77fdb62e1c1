package dev.instead.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.instead.notice.Bookmark;
import dev.instead.notice.Form;
import dev.instead.notice.Notice;
import dev.instead.people.Person;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whispers through Slack, from a bounded executor. What Slack was too busy for, or what never reached it, is tried twice more; what can't
 * be said in time is left out and logged.
 */
final class SlackWhisper implements Whisper {
  private static final Logger LOG = LoggerFactory.getLogger(SlackWhisper.class);
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  private static final int ATTEMPTS = 3;
  private static final int MOST_LATER_ONES = 2_000;
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final MethodsClient slack;
  private final OkHttpClient http;
  private final ResponseUrls urls;
  private final Executor voices;
  private final Semaphore laterOnes = new Semaphore(MOST_LATER_ONES);

  /** @param voices bounded; it may refuse work */
  SlackWhisper(MethodsClient slack, OkHttpClient http, ResponseUrls urls, Executor voices) {
    this.slack = slack;
    this.http = http;
    this.urls = urls;
    this.voices = voices;
  }

  @Override
  public void toPresser(@Nullable String responseUrl, Notice notice, Locale language) {
    if (responseUrl == null || !urls.allow(responseUrl)) {
      LOG.warn(
          "An answer ({}) was left out: its response_url is {}",
          notice.getClass().getSimpleName(),
          responseUrl == null ? "missing" : "not one of Slack's");
      return;
    }
    SlackMessage message = SlackCards.of(notice, language);
    String json = GsonFactory.createSnakeCase()
        .toJson(Map.of(
            "response_type",
            "ephemeral",
            "replace_original",
            false,
            "text",
            message.text(),
            "blocks",
            message.blocks()));
    say(notice, () -> post(responseUrl, json));
  }

  @Override
  public void inDirectMessages(
      String channel, @Nullable String thread, Notice notice, Locale language) {
    SlackMessage message = SlackCards.of(notice, language);
    say(
        notice,
        () -> slack.chatPostMessage(r -> r.channel(channel)
            .threadTs(thread)
            .text(message.text())
            .blocks(message.blocks())
            .unfurlLinks(false)
            .unfurlMedia(false)));
  }

  @Override
  public void inChannel(
      String channel, Person person, @Nullable String thread, Notice notice, Locale language) {
    SlackMessage message = SlackCards.of(notice, language);
    say(
        notice,
        () -> slack.chatPostEphemeral(r -> r.channel(channel)
            .user(person.id())
            .threadTs(thread)
            .text(message.text())
            .blocks(message.blocks())));
  }

  @Override
  public void inWindow(String viewId, Notice notice, Locale language) {
    View view = SlackForms.closing(notice, language);
    say(notice, () -> slack.viewsUpdate(r -> r.viewId(viewId).view(view)));
  }

  @Override
  public void inWindow(String viewId, Notice notice, Bookmark back, Locale language) {
    View view = SlackForms.entry(notice, back, language);
    say(notice, () -> slack.viewsUpdate(r -> r.viewId(viewId).view(view)));
  }

  @Override
  public void redraw(String viewId, @Nullable String hash, Form form, Locale language) {
    View view = SlackForms.of(form, language);
    say(form, () -> slack.viewsUpdate(r -> r.viewId(viewId).hash(hash).view(view)));
  }

  /** A call to Slack. */
  private interface Call {
    Object run() throws IOException, SlackApiException;
  }

  private void say(Object what, Call call) {
    say(what.getClass().getSimpleName(), call, 1);
  }

  private void say(String name, Call call, int attempt) {
    try {
      voices.execute(() -> run(name, call, attempt));
    } catch (RejectedExecutionException full) {
      LOG.warn("An answer ({}) was left out: too many are waiting", name);
    }
  }

  private void run(String name, Call call, int attempt) {
    try {
      Object answer = call.run();
      if (answer instanceof SlackApiTextResponse said && !said.isOk()) {
        LOG.warn("An answer ({}) did not arrive: Slack says {}", name, said.getError());
      }
    } catch (SlackApiException e) {
      int status = e.getResponse().code();
      failed(name, call, attempt, "HTTP " + status, waitAfter(e.getResponse()));
    } catch (Refusal e) {
      failed(name, call, attempt, "HTTP " + e.status, e.wait);
    } catch (ConnectException | UnknownHostException | NoRouteToHostException e) {
      failed(name, call, attempt, e.getClass().getSimpleName(), Optional.of(SOON));
    } catch (IOException | JsonParseException e) {
      // It may have arrived: a second one would only puzzle.
      failed(name, call, attempt, e.getClass().getSimpleName(), Optional.empty());
    }
  }

  /** @param wait until it may be tried again; empty when that is of no use */
  private void failed(String name, Call call, int attempt, String reason, Optional<Duration> wait) {
    if (wait.isEmpty() || attempt == ATTEMPTS || !laterOnes.tryAcquire()) {
      LOG.warn("An answer ({}) did not arrive: {}, attempt {}", name, reason, attempt);
      return;
    }
    LOG.info(
        "An answer ({}) is tried again in {}: {}, attempt {} of {}",
        name,
        wait.get(),
        reason,
        attempt,
        ATTEMPTS);
    // No voice sleeps meanwhile, so others are heard.
    CompletableFuture.delayedExecutor(wait.get().toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
        .execute(() -> {
          laterOnes.release();
          say(name, call, attempt + 1);
        });
  }

  /** How long Slack asks to wait, at most ten seconds: later an answer is no answer any more. Empty unless it was too much for Slack. */
  private static Optional<Duration> waitAfter(Response response) {
    if (response.code() != 429) {
      return Optional.empty();
    }
    Duration asked =
        response.header("Retry-After") == null ? SOON : SlackErrors.retryAfter(response);
    return Optional.of(asked.compareTo(LONGEST) < 0 ? asked : LONGEST);
  }

  private List<String> post(String url, String json) throws IOException {
    Request request =
        new Request.Builder().url(url).post(RequestBody.create(json, JSON)).build();
    try (Response response = http.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new Refusal(response.code(), waitAfter(response));
      }
      return List.of();
    }
  }

  /** A response_url didn't take an answer. */
  private static final class Refusal extends IOException {
    private static final long serialVersionUID = 1L;

    final int status;
    final transient Optional<Duration> wait;

    Refusal(int status, Optional<Duration> wait) {
      super("HTTP " + status);
      this.status = status;
      this.wait = wait;
    }
  }
}
