package dev.instead.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import dev.instead.calls.CallWatch;
import dev.instead.calls.Sending;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** The way to Slack's Web API, with time limits, each call sent once. */
public final class SlackApi {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** What the courier's calls may take. */
  public static final Duration UNHURRIED = Duration.ofSeconds(10);

  /** What a call inside a request may take: Slack wants its answer within 3 seconds. */
  public static final Duration WITHIN_A_REQUEST = Duration.ofSeconds(2);

  private SlackApi() {}

  /**
   * A client of the Web API.
   *
   * @param apiUrl ends with a slash, e.g. {@code https://slack.com/api/}
   */
  public static Slack at(String apiUrl, Duration callLimit) {
    return at(apiUrl, callLimit, CallWatch.NOBODY);
  }

  /** The same, with {@code watch} told of each call by its method's name. */
  static Slack at(String apiUrl, Duration callLimit, CallWatch watch) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(apiUrl);
    config.setStatsEnabled(false);
    OkHttpClient.Builder once =
        Sending.once(SlackHttpClient.buildOkHttpClient(config).newBuilder());
    OkHttpClient http = CallWatch.on(once, watch, SlackApi::method)
        .connectTimeout(CONNECT.compareTo(callLimit) < 0 ? CONNECT : callLimit)
        .readTimeout(callLimit)
        .writeTimeout(callLimit)
        .callTimeout(callLimit)
        .followRedirects(false)
        .build();
    SlackHttpClient client = new SlackHttpClient(http);
    client.setConfig(config);
    return Slack.getInstance(config, client);
  }

  /** The SDK's calls have the method last in their path, and nothing of the request. */
  private static String method(Request request) {
    List<String> path = request.url().pathSegments();
    return path.get(path.size() - 1);
  }
}
