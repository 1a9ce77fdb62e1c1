package dev.instead.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.instead.notice.Form;
import dev.instead.notice.Notice;
import dev.instead.people.Person;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whispers through Slack, from a bounded executor; what can't be said in time is left out and logged. */
final class SlackWhisper implements Whisper {
  private static final Logger LOG = LoggerFactory.getLogger(SlackWhisper.class);
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  private final MethodsClient slack;
  private final OkHttpClient http;
  private final ResponseUrls urls;
  private final Executor voices;

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
  public void redraw(String viewId, @Nullable String hash, Form form, Locale language) {
    View view = SlackForms.of(form, language);
    say(form, () -> slack.viewsUpdate(r -> r.viewId(viewId).hash(hash).view(view)));
  }

  /** A call to Slack. */
  private interface Call {
    Object run() throws IOException, SlackApiException;
  }

  private void say(Object what, Call call) {
    String name = what.getClass().getSimpleName();
    try {
      voices.execute(() -> run(name, call));
    } catch (RejectedExecutionException full) {
      LOG.warn("An answer ({}) was left out: too many are waiting", name);
    }
  }

  private static void run(String name, Call call) {
    try {
      Object answer = call.run();
      if (answer instanceof SlackApiTextResponse said && !said.isOk()) {
        LOG.warn("An answer ({}) did not arrive: Slack says {}", name, said.getError());
      }
    } catch (IOException | SlackApiException e) {
      LOG.warn("An answer ({}) did not arrive: {}", name, e.getClass().getSimpleName());
    }
  }

  private List<String> post(String url, String json) throws IOException {
    Request request =
        new Request.Builder().url(url).post(RequestBody.create(json, JSON)).build();
    try (Response response = http.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("HTTP " + response.code());
      }
      return List.of();
    }
  }
}
