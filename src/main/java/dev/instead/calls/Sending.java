package dev.instead.calls;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Sends each request once, and knows of the calls that a thread makes whether they got as far as being sent. */
public final class Sending {
  private static final ThreadLocal<Boolean> BEGUN = ThreadLocal.withInitial(() -> false);

  private Sending() {}

  /** Makes a client's requests go out once. */
  public static OkHttpClient.Builder once(OkHttpClient.Builder client) {
    return client.addInterceptor(Sending::withoutRepeats).addNetworkInterceptor(Sending::note);
  }

  /** Before a call. */
  public static void forget() {
    BEGUN.set(false);
  }

  /** Whether anything was sent since this thread called {@link #forget}; what failed before surely did not arrive. */
  public static boolean begun() {
    return BEGUN.get();
  }

  private static Response note(Interceptor.Chain chain) throws IOException {
    BEGUN.set(true);
    return chain.proceed(chain.request());
  }

  /** By itself OkHttp would send a POST again when a kept connection broke while it waited for the answer: a second card. */
  private static Response withoutRepeats(Interceptor.Chain chain) throws IOException {
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
