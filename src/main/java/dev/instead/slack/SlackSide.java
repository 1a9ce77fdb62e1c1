package dev.instead.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.instead.people.Directory;
import dev.instead.people.Platform;
import dev.instead.people.Workspaces;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything of Slack, wired: what goes out, whom it knows, what comes in. */
public final class SlackSide implements AutoCloseable {
  private static final int WAITING = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(SlackSide.class);

  private final String apiUrl;
  private final String botToken;
  private final Workspaces workspaces;
  private final Slack unhurried;
  private final Slack withinRequests;
  private final ThreadPoolExecutor askers = threads("slack-look-up", 4);
  private final ThreadPoolExecutor errands = threads("slack-answer", 2);
  private final SlackGateway gateway;
  private final SlackDirectory directory;

  /**
   * Nothing is called yet.
   *
   * @param apiUrl ends with a slash
   * @param workspaces learns where the bot is installed
   */
  public SlackSide(String apiUrl, String botToken, Workspaces workspaces) {
    this.apiUrl = apiUrl;
    this.botToken = botToken;
    this.workspaces = workspaces;
    this.unhurried = SlackApi.at(apiUrl, SlackApi.UNHURRIED);
    this.withinRequests = SlackApi.at(apiUrl, SlackApi.WITHIN_A_REQUEST);
    this.gateway = new SlackGateway(unhurried, botToken);
    this.directory = new SlackDirectory(withinRequests, botToken, askers);
  }

  public SlackGateway gateway() {
    return gateway;
  }

  public Directory directory() {
    return directory;
  }

  /** What answers at {@code /slack/events}, behind a filter that checks the signature. */
  public Servlet servlet(SlackDesks desks) {
    return new SlackAppServlet(app(desks));
  }

  App app(SlackDesks desks) {
    App app = SlackApp.create(withinRequests, botToken);
    Whisper whisper = new ResponseUrls(unhurried, apiUrl, errands);
    new SlackRoutes(desks, whisper, new ChatReplies(unhurried, botToken, errands)).addTo(app);
    return app;
  }

  /** Asks Slack where the bot is installed. When Slack can't be asked now, the first request tells. */
  public void introduce() {
    try {
      AuthTestResponse hello = unhurried.methods(botToken).authTest(test -> test);
      if (hello.isOk()) {
        workspaces.learn(Platform.SLACK, Visitors.workspace(hello));
      } else {
        LOG.error(
            "Slack refuses the bot's token ({}). Run: instead doctor", hello.getError());
      }
    } catch (SlackApiException e) {
      LOG.warn("Slack answered auth.test with HTTP {}", e.getResponse().code());
    } catch (IOException | JsonParseException e) {
      LOG.warn("Slack could not be asked who we are: {}", e.getClass().getSimpleName());
    }
  }

  /** Finishes the private answers that are waiting, for a moment. */
  @Override
  public void close() {
    askers.shutdownNow();
    errands.shutdown();
    try {
      if (!errands.awaitTermination(3, TimeUnit.SECONDS)) {
        LOG.warn("{} private answers were not sent", errands.shutdownNow().size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      errands.shutdownNow();
    }
  }

  private static ThreadPoolExecutor threads(String name, int count) {
    AtomicInteger next = new AtomicInteger();
    ThreadPoolExecutor pool = new ThreadPoolExecutor(
        count, count, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
          Thread thread = new Thread(task, name + "-" + next.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
