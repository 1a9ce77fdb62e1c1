package dev.instead.teams;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.builder.Bot;
import com.microsoft.bot.builder.BotFrameworkAdapter;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.restclient.serializer.JacksonAdapter;
import dev.instead.trail.Trail;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each activity that was let in to the bot and answers with what the bot says: 202 for a message, status and body of the answer for
 * an invoke. A turn doesn't hold the connection's thread, and one that takes too long or fails says so without a detail.
 */
public final class TeamsServlet extends HttpServlet {
  /** Microsoft waits as long (https://learn.microsoft.com/azure/bot-service/bot-builder-howto-send-messages). */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Pattern LOGGABLE = Pattern.compile("[A-Za-z/]{1,60}");
  private static final Logger LOG = LoggerFactory.getLogger(TeamsServlet.class);

  // botbuilder's own: its answers are drawn from fields, and some of them flattened.
  private final transient ObjectMapper json = new JacksonAdapter().serializer();
  private final transient BotFrameworkAdapter adapter;
  private final transient Bot bot;
  private final Duration patience;

  public TeamsServlet(BotFrameworkAdapter adapter, Bot bot) {
    this(adapter, bot, PATIENCE);
  }

  TeamsServlet(BotFrameworkAdapter adapter, Bot bot, Duration patience) {
    this.adapter = adapter;
    this.bot = bot;
    this.patience = patience;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    Arrival arrival = (Arrival) Objects.requireNonNull(
        request.getAttribute(Arrival.ATTRIBUTE), "Nothing comes here unchecked");
    AsyncContext async = request.startAsync(request, response);
    async.setTimeout(patience.toMillis());
    Turn turn = new Turn(request.getServletPath(), arrival, async, response);
    async.addListener(turn);
    async.start(turn);
  }

  /** One activity on its way through the bot; answered once. */
  private final class Turn implements Runnable, AsyncListener {
    private final String id = Trail.requestId();
    private final Map<String, String> marks = Trail.here();
    private final long began = System.nanoTime();
    private final AtomicBoolean answered = new AtomicBoolean();
    private final String path;
    private final Arrival arrival;
    private final AsyncContext async;
    private final HttpServletResponse response;

    Turn(String path, Arrival arrival, AsyncContext async, HttpServletResponse response) {
      this.path = path;
      this.arrival = arrival;
      this.async = async;
      this.response = response;
    }

    @Override
    public void run() {
      Trail.resumed(marks);
      try {
        begin();
      } finally {
        Trail.ends();
      }
    }

    private void begin() {
      try {
        CompletableFuture<InvokeResponse> unused = adapter
            .processActivity(arrival.identity(), arrival.activity(), bot::onTurn)
            .whenComplete(this::ended);
      } catch (RuntimeException e) {
        // botbuilder throws some failures instead of returning them.
        ended(null, e);
      }
    }

    private void ended(@Nullable InvokeResponse answer, @Nullable Throwable failure) {
      if (failure != null) {
        LOG.error("The turn {} of {} failed; Teams was told no detail", id, kind(), cause(failure));
        answer(500, "text/plain;charset=utf-8", trouble());
      } else if (answer == null) {
        answer(202, null, new byte[0]);
      } else {
        answer(answer);
      }
    }

    private void answer(InvokeResponse answer) {
      try {
        boolean empty = answer.getBody() == null;
        answer(
            answer.getStatus(),
            empty ? null : "application/json;charset=utf-8",
            empty ? new byte[0] : json.writeValueAsBytes(answer.getBody()));
      } catch (IOException e) {
        ended(null, e);
      }
    }

    private void answer(int status, @Nullable String type, byte[] body) {
      if (!answered.compareAndSet(false, true)) {
        LOG.warn("The turn {} of {} ended after Teams had stopped waiting", id, kind());
        return;
      }
      try {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        Trail.answered(path, status, millis);
      } catch (IOException e) {
        LOG.warn("Teams did not take the answer to the turn {} of {}", id, kind());
      } finally {
        async.complete();
      }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      LOG.error(
          "The turn {} of {} took longer than {}; Teams may send it again", id, kind(), patience);
      answer(504, "text/plain;charset=utf-8", trouble());
    }

    @Override
    public void onError(AsyncEvent event) {
      ended(null, event.getThrowable());
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}

    private byte[] trouble() {
      return ("Something went wrong here (" + id + ").\n").getBytes(UTF_8);
    }

    private String kind() {
      String name = arrival.activity().getName();
      String kind = arrival.activity().getType() + (name == null ? "" : "/" + name);
      return LOGGABLE.matcher(kind).matches() ? kind : "an unknown kind";
    }

    private static Throwable cause(Throwable failure) {
      return failure instanceof CompletionException && failure.getCause() != null
          ? failure.getCause()
          : failure;
    }
  }
}
