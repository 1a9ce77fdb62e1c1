package dev.instead.web;

import java.time.Duration;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.EventsHandler;
import org.jspecify.annotations.Nullable;

/** Tells of each request how it ended, also of those that are answered later by another thread. */
final class Answered extends EventsHandler {
  private static final int FAILED = 500;

  private final Set<String> paths;
  private final Traffic traffic;

  /** @param paths that are served; of others the name isn't told, because anybody may ask for anything */
  Answered(Handler handler, Set<String> paths, Traffic traffic) {
    super(handler);
    this.paths = paths;
    this.traffic = traffic;
  }

  @Override
  protected void onComplete(
      Request request, int status, @Nullable HttpFields headers, @Nullable Throwable failure) {
    String path = Request.getPathInContext(request);
    traffic.answered(
        paths.contains(path) ? path : "",
        status == 0 ? FAILED : status,
        Duration.ofNanos(System.nanoTime() - request.getHeadersNanoTime()));
  }
}
