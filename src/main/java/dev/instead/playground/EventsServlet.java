package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /ui/events}: tells each open page what changed. A page that can't keep up is cut off and connects again. */
final class EventsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(EventsServlet.class);
  private static final Duration PING = Duration.ofSeconds(15);
  private static final int MOST_PAGES = 50;
  private static final int BACKLOG = 1_000;
  private static final String END = "";

  private final transient Company company;
  private final transient Set<BlockingQueue<String>> pages = ConcurrentHashMap.newKeySet();

  EventsServlet(Company company) {
    this.company = company;
    company.slack().listen(change -> tell(event("slack", change)));
    company.teams().listen(change -> tell(event("teams", change)));
  }

  private void tell(String event) {
    pages.forEach(page -> offer(page, event));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (pages.size() >= MOST_PAGES) {
      response.sendError(503, "Too many pages are open");
      return;
    }
    response.setContentType("text/event-stream; charset=utf-8");
    BlockingQueue<String> page = new LinkedBlockingQueue<>(BACKLOG);
    pages.add(page);
    try {
      write(
          response,
          "retry: 1000\nevent: ping\ndata: {\"revision\":" + company.slack().revision() + "}\n\n");
      stream(page, response);
    } catch (IOException e) {
      log.debug("A page went away");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      pages.remove(page);
    }
  }

  private static void stream(BlockingQueue<String> page, HttpServletResponse response)
      throws IOException, InterruptedException {
    while (true) {
      String next = page.poll(PING.toSeconds(), TimeUnit.SECONDS);
      if (next != null && next.equals(END)) {
        return;
      }
      write(response, next == null ? "event: ping\ndata: {}\n\n" : next);
    }
  }

  private static void write(HttpServletResponse response, String text) throws IOException {
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    response.flushBuffer();
  }

  private static void offer(BlockingQueue<String> page, String event) {
    if (!page.offer(event)) {
      page.clear();
      page.add(END);
    }
  }

  private static String event(String platform, ChatChange change) {
    ObjectNode json = Json.object().put("revision", change.revision()).put("platform", platform);
    json.put("kind", change.kind().word());
    json.set("conversations", Json.strings(change.conversations()));
    Set<String> people = change.people();
    json.set("people", people == null ? null : Json.strings(people));
    return "event: changed\ndata: " + Json.write(json) + "\n\n";
  }

  @Override
  public void destroy() {
    pages.forEach(page -> offer(page, END));
  }
}
