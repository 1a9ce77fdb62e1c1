package dev.instead.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.instead.calls.CallWatch;
import dev.instead.calls.Workers;
import dev.instead.config.SlackSettings;
import dev.instead.desk.UseCases;
import dev.instead.people.Workspaces;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything of Slack, wired. */
public final class SlackSide implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackSide.class);
  private static final int VOICES = 4;
  private static final int WAITING_WHISPERS = 2_000;

  private final SlackSettings settings;
  private final Installation installation;
  private final Slack unhurried;
  private final Slack hurried;
  private final SlackGateway gateway;
  private final SlackDirectory directory;
  private final ExecutorService voices = Workers.bounded("slack-whisper", VOICES, WAITING_WHISPERS);
  private final ExecutorService lookups = Workers.bounded("slack-lookup", 4, 500);
  private final ExecutorService groupLookups = Workers.bounded("slack-groups", 2, 100);

  public SlackSide(SlackSettings settings, Workspaces workspaces, CallWatch watch) {
    this.settings = settings;
    String api = settings.api().toString();
    unhurried = SlackApi.at(api, SlackApi.UNHURRIED, watch);
    hurried = SlackApi.at(api, SlackApi.WITHIN_A_REQUEST, watch);
    String token = settings.botToken().reveal();
    installation = new Installation(
        settings.organisation(), new Grants(hurried.methods(token), System::nanoTime), workspaces);
    gateway = new SlackGateway(unhurried, token);
    directory = new SlackDirectory(unhurried, token, installation, lookups, groupLookups);
  }

  public SlackGateway gateway() {
    return gateway;
  }

  public SlackDirectory directory() {
    return directory;
  }

  /** The servlet for Slack's requests; signatures are checked before it, over the raw bytes and in constant time. */
  public HttpServlet servlet(UseCases desks) {
    String token = settings.botToken().reveal();
    // No bot token for Bolt: it would ask Slack's auth.test before it takes a request, and a report
    // must be taken also while Slack's
    // API is down. The signature says that the request is Slack's, and the routes check whose it
    // is.
    App app = new App(AppConfig.builder()
        .slack(hurried)
        .signingSecret(settings.signingSecrets().get(0).reveal())
        .requestVerificationEnabled(false)
        .allEventsApiAutoAckEnabled(true)
        .build());
    Whisper whisper = new SlackWhisper(
        unhurried.methods(token), plainHttp(), new ResponseUrls(settings.api()), voices);
    new SlackRoutes(desks, new Windows(hurried.methods(token)), whisper, installation).addTo(app);
    return new SlackAppServlet(app);
  }

  /**
   * Asks Slack where the bot is installed, until Slack has told, and of an organisation in which workspaces. When Slack doesn't answer,
   * the first request will tell.
   */
  public void introduce() {
    if (!installation.isConfirmed()) {
      confirm();
    }
    installation.look();
  }

  private void confirm() {
    try {
      AuthTestResponse self = unhurried.methods(settings.botToken().reveal()).authTest(r -> r);
      if (self.isOk()) {
        installation.confirm(self);
      } else {
        LOG.error(
            "Slack does not say where the bot is installed: {}. If this stays, check INSTEAD_SLACK_BOT_TOKEN; reports are taken all the same.",
            self.getError());
      }
    } catch (IOException | SlackApiException | JsonParseException e) {
      LOG.warn(
          "Slack did not answer properly at the start ({}); reports are taken all the same",
          e.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    voices.shutdown();
    lookups.shutdownNow();
    groupLookups.shutdownNow();
    Workers.finish(voices);
  }

  private static OkHttpClient plainHttp() {
    return new OkHttpClient.Builder()
        .callTimeout(SlackApi.UNHURRIED)
        .followRedirects(false)
        .retryOnConnectionFailure(false)
        .build();
  }
}
