package dev.instead.calls;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Is told how each call to a platform ended. */
@FunctionalInterface
public interface CallWatch {
  CallWatch NOBODY = (method, status, took) -> {};

  /** The status of a call that nobody answered. */
  int UNANSWERED = 0;

  /**
   * A call is over.
   *
   * @param method one of the few that the product calls; never an id
   * @param status of HTTP, or {@link #UNANSWERED}
   */
  void called(String method, int status, Duration took);

  /** Has a client's calls watched; {@code method} names a call. */
  static OkHttpClient.Builder on(
      OkHttpClient.Builder client, CallWatch watch, Function<Request, String> method) {
    return client.addInterceptor(chain -> watched(chain, watch, method));
  }

  private static Response watched(
      Interceptor.Chain chain, CallWatch watch, Function<Request, String> method)
      throws IOException {
    long began = System.nanoTime();
    int status = UNANSWERED;
    try {
      Response response = chain.proceed(chain.request());
      status = response.code();
      return response;
    } finally {
      watch.called(
          method.apply(chain.request()), status, Duration.ofNanos(System.nanoTime() - began));
    }
  }
}
