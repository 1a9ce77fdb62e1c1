package dev.instead.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** The way to Slack's Web API, with time limits, and with the knowledge whether a failed call had been sent. */
public final class SlackApi {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** What the courier's calls may take. */
  public static final Duration UNHURRIED = Duration.ofSeconds(10);

  /** What a call inside a request may take: Slack wants its answer within 3 seconds. */
  public static final Duration WITHIN_A_REQUEST = Duration.ofSeconds(2);

  private static final ThreadLocal<Boolean> SENT = ThreadLocal.withInitial(() -> false);

  private SlackApi() {}

  /**
   * A client of the Web API.
   *
   * @param apiUrl ends with a slash, e.g. {@code https://slack.com/api/}
   */
  public static Slack at(String apiUrl, Duration callLimit) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(apiUrl);
    config.setStatsEnabled(false);
    OkHttpClient http = SlackHttpClient.buildOkHttpClient(config)
        .newBuilder()
        .connectTimeout(CONNECT.compareTo(callLimit) < 0 ? CONNECT : callLimit)
        .readTimeout(callLimit)
        .writeTimeout(callLimit)
        .callTimeout(callLimit)
        .followRedirects(false)
        .addInterceptor(SlackApi::once)
        .addNetworkInterceptor(SlackApi::noteSending)
        .build();
    SlackHttpClient client = new SlackHttpClient(http);
    client.setConfig(config);
    return Slack.getInstance(config, client);
  }

  /** Whether the last call of this thread that began with {@link #forgetSending} got as far as sending. */
  static boolean wasSent() {
    return SENT.get();
  }

  static void forgetSending() {
    SENT.set(false);
  }

  private static Response noteSending(Interceptor.Chain chain) throws IOException {
    SENT.set(true);
    return chain.proceed(chain.request());
  }

  /** By itself OkHttp would send a POST again when a kept connection broke while it waited for the answer: a second card. */
  private static Response once(Interceptor.Chain chain) throws IOException {
    Request request = chain.request();
    RequestBody body = request.body();
    return chain.proceed(
        body == null
            ? request
            : request.newBuilder().method(request.method(), new OneShot(body)).build());
  }

  private static final class OneShot extends RequestBody {
    private final RequestBody body;

    OneShot(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }

    @Override
    public boolean isOneShot() {
      return true;
    }
  }
}
