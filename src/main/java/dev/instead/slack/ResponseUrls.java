package dev.instead.slack;

import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.util.json.GsonFactory;
import dev.instead.notice.Notice;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts private answers to Slack's response URLs, and only to Slack's: the address comes in with a request. */
final class ResponseUrls implements Whisper {
  private static final Set<String> SLACK = Set.of("hooks.slack.com", "hooks.slack-gov.com");
  private static final Logger LOG = LoggerFactory.getLogger(ResponseUrls.class);

  private final Slack slack;
  private final String apiHost;
  private final Executor errands;

  /**
   * Answers over {@code slack}.
   *
   * @param apiUrl of a Slack other than Slack's own; its host may have response URLs on any port
   * @param errands bounded; refuses what is too much
   */
  ResponseUrls(Slack slack, String apiUrl, Executor errands) {
    this.slack = slack;
    this.apiHost = host(apiUrl).orElse("");
    this.errands = errands;
  }

  @Override
  public void say(String responseUrl, Notice notice, Locale language) {
    String kind = notice.getClass().getSimpleName();
    if (!allowed(responseUrl)) {
      LOG.warn("A private answer ({}) was not sent: its address is not Slack's", kind);
      return;
    }
    try {
      errands.execute(() -> post(responseUrl, kind, body(notice, language)));
    } catch (RejectedExecutionException e) {
      LOG.warn("A private answer ({}) was dropped: too many are waiting", kind);
    }
  }

  boolean allowed(String responseUrl) {
    Optional<String> host = host(responseUrl);
    if (host.isEmpty()) {
      return false;
    }
    boolean secure = responseUrl.startsWith("https://");
    return (secure && SLACK.contains(host.get())) || host.get().equals(apiHost);
  }

  private static Optional<String> host(String url) {
    try {
      URI uri = new URI(url);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web && uri.getUserInfo() == null
          ? Optional.ofNullable(uri.getHost())
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static JsonObject body(Notice notice, Locale language) {
    SlackMessage message = SlackCards.of(notice, language);
    JsonObject body = new JsonObject();
    body.addProperty("response_type", "ephemeral");
    body.addProperty("replace_original", false);
    body.addProperty("text", message.text());
    body.add("blocks", GsonFactory.createSnakeCase().toJsonTree(message.blocks()));
    return body;
  }

  private void post(String responseUrl, String kind, JsonObject body) {
    if (!once(responseUrl, kind, body)) {
      once(responseUrl, kind, body);
    }
  }

  private boolean once(String responseUrl, String kind, JsonObject body) {
    try (Response response = slack.getHttpClient().postJsonBody(responseUrl, body)) {
      if (response.code() >= 500) {
        LOG.warn("A private answer ({}) was answered with HTTP {}", kind, response.code());
        return false;
      }
      if (!response.isSuccessful()) {
        // 404: it expired after 30 minutes or five answers. Trying again can't help.
        LOG.info("A private answer ({}) was refused with HTTP {}", kind, response.code());
      }
      return true;
    } catch (IOException e) {
      LOG.warn("A private answer ({}) could not be sent: {}", kind, e.getClass().getSimpleName());
      return false;
    }
  }
}
