package dev.instead.web;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Lets so many requests be worked on at once; the others wait for their turn, and who waits too long is answered with 503. Not for the pages
 * of health and metrics: a server that is busy is alive, and can be watched.
 */
final class InTurn extends QoSHandler {
  private final Shed shed =
      new Shed(work -> getServer().getScheduler().schedule(work, 1, TimeUnit.MINUTES));

  InTurn(Handler pages, WebServer.Room room) {
    super(pages);
    setMaxRequestCount(room.requests());
    setMaxSuspend(room.patience());
    setMaxSuspendedRequestCount(room.connections());
    excludePath("/health/*");
    excludePath(Scrapes.PATH);
  }

  /** So many wait that this one may not even wait. */
  @Override
  protected void reject(Request request, Response response, Callback callback, int status) {
    shed.another();
    super.reject(request, response, callback, status);
  }

  /** It waited in vain. */
  @Override
  protected void expireSuspended(Request request, Response response, Callback callback) {
    shed.another();
    super.expireSuspended(request, response, callback);
  }

  @Override
  protected void doStop() throws Exception {
    shed.rest();
    super.doStop();
  }
}
