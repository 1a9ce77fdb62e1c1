package dev.instead.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.instead.calls.Later;
import dev.instead.calls.Sayings;
import dev.instead.calls.Sayings.Failure;
import dev.instead.notice.Bookmark;
import dev.instead.notice.Form;
import dev.instead.notice.Notice;
import dev.instead.people.Person;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
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

  private final MethodsClient slack;
  private final OkHttpClient http;
  private final ResponseUrls urls;
  private final Sayings sayings;

  /** @param voices bounded; it may refuse work */
  SlackWhisper(MethodsClient slack, OkHttpClient http, ResponseUrls urls, Executor voices) {
    this.slack = slack;
    this.http = http;
    this.urls = urls;
    sayings = new Sayings(voices, Later.onTime(), System::nanoTime, Optional.empty(), LOG);
  }

  @Override
  public void toPresser(@Nullable String responseUrl, Notice notice, Locale language) {
    byUrl(responseUrl, notice, language, false);
  }

  @Override
  public void inPlace(@Nullable String responseUrl, Notice notice, Locale language) {
    byUrl(responseUrl, notice, language, true);
  }

  private void byUrl(
      @Nullable String responseUrl, Notice notice, Locale language, boolean inPlace) {
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
            inPlace,
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
    sayings.say(what.getClass().getSimpleName(), () -> failureOf(call));
  }

  private static Optional<Failure> failureOf(Call call) {
    try {
      Object answer = call.run();
      return answer instanceof SlackApiTextResponse said && !said.isOk()
          ? Optional.of(Failure.forGood("Slack says " + said.getError()))
          : Optional.empty();
    } catch (SlackApiException e) {
      return Optional.of(failureOf(e.getResponse()));
    } catch (Refusal e) {
      return Optional.of(e.failure);
    } catch (ConnectException | UnknownHostException | NoRouteToHostException e) {
      return Optional.of(Failure.forNow(e.getClass().getSimpleName()));
    } catch (IOException | JsonParseException e) {
      // It may have arrived: a second one would only puzzle.
      return Optional.of(Failure.forGood(e.getClass().getSimpleName()));
    }
  }

  private static Failure failureOf(Response response) {
    String reason = "HTTP " + response.code();
    if (response.code() != 429) {
      return Failure.forGood(reason);
    }
    return Failure.busy(
        reason,
        response.header("Retry-After") == null ? Sayings.SOON : SlackErrors.retryAfter(response));
  }

  private List<String> post(String url, String json) throws IOException {
    Request request =
        new Request.Builder().url(url).post(RequestBody.create(json, JSON)).build();
    try (Response response = http.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new Refusal(failureOf(response));
      }
      return List.of();
    }
  }

  /** A response_url didn't take an answer. */
  private static final class Refusal extends IOException {
    private static final long serialVersionUID = 1L;

    final transient Failure failure;

    Refusal(Failure failure) {
      super(failure.reason());
      this.failure = failure;
    }
  }
}
