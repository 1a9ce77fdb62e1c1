package dev.instead.web;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Errors in one plain sentence, without paths, exceptions or versions. */
final class PlainErrors extends ErrorHandler {
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, PlainText.TYPE);
    Content.Sink.write(response, true, sentence(code) + "\n", callback);
  }

  private static String sentence(int status) {
    return switch (status) {
      case 404 -> "There is nothing here.";
      case 500 -> "Something went wrong here.";
      case 503 -> "Not now. Please try again soon.";
      default -> HttpStatus.getMessage(status) + ".";
    };
  }
}
