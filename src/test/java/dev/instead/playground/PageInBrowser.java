package dev.instead.playground;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;

/** The page's own files in a real browser, without any server behind them: for what is drawn from given data. */
final class PageInBrowser implements AutoCloseable {
  private static final String HOME = "http://playground.test/";
  private static final Map<String, String> TYPES = Map.of(
      "js", "text/javascript", "css", "text/css", "svg", "image/svg+xml", "html", "text/html");

  private final Chromium chromium = new Chromium();
  private final Page page = chromium.browser().newPage();

  PageInBrowser() {
    page.route("**/*", PageInBrowser::answer);
    page.navigate(
        HOME + "logo.svg"); // an origin for the modules, without the program that runs the page
  }

  /** Runs {@code script} in the page; it may import the page's modules. */
  Object run(String script, Object argument) {
    return page.evaluate(script, argument);
  }

  @Override
  public void close() {
    chromium.close();
  }

  private static void answer(Route route) {
    String url = route.request().url();
    String name = URI.create(url).getPath().substring(1);
    if (!url.startsWith(HOME)) {
      route.abort();
      return;
    }
    try (InputStream file = PageInBrowser.class.getResourceAsStream("/playground/" + name)) {
      if (file == null) {
        route.fulfill(new Route.FulfillOptions().setStatus(404));
        return;
      }
      String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
      route.fulfill(new Route.FulfillOptions()
          .setContentType(type + "; charset=utf-8")
          .setBodyBytes(file.readAllBytes()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
