package dev.instead.bench;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import dev.instead.BotProcess;
import dev.instead.config.Settings;
import dev.instead.config.SlackSettings;
import dev.instead.slack.SlackApi;
import dev.instead.web.Endpoint;
import dev.instead.web.SlackSignatureFilter;
import dev.instead.web.WebServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The yardstick: Bolt with the product's settings, on the product's web server behind the product's signature filter, with handlers that
 * only acknowledge. With text that begins with "post" it also posts that text afterwards, which is the least that a card can cost.
 */
final class BareBolt {
  private static final String CHANNEL = "C0SOCIAL";

  private BareBolt() {}

  public static void main(String[] arguments) throws InterruptedException {
    Settings settings = Settings.of(Settings.environment());
    SlackSettings forSlack = settings.slack().orElseThrow();
    App app = new App(AppConfig.builder()
        .slack(SlackApi.at(forSlack.api().toString(), SlackApi.WITHIN_A_REQUEST))
        .signingSecret(forSlack.signingSecrets().get(0).reveal())
        .requestVerificationEnabled(false)
        .allEventsApiAutoAckEnabled(true)
        .build());
    MethodsClient slack = SlackApi.at(forSlack.api().toString(), SlackApi.UNHURRIED)
        .methods(forSlack.botToken().reveal());
    ExecutorService later = Executors.newCachedThreadPool();
    app.command("/report", (request, context) -> {
      String text = String.valueOf(request.getPayload().getText());
      if (text.startsWith("post")) {
        later.execute(() -> post(slack, text));
      }
      return context.ack();
    });
    app.command("/canipost", (request, context) -> context.ack());
    app.blockAction("case.take", (request, context) -> context.ack());
    WebServer web = new WebServer(
        settings.host(),
        settings.port(),
        List.of(new Endpoint(
            "/slack/events",
            new SlackSignatureFilter(forSlack.signingSecrets(), Clock.systemUTC()),
            new SlackAppServlet(app))),
        Optional::empty);
    web.start();
    System.out.println(BotProcess.READY);
    new CountDownLatch(1).await();
  }

  private static void post(MethodsClient slack, String text) {
    try {
      slack.chatPostMessage(message -> message.channel(CHANNEL).text(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SlackApiException e) {
      throw new IllegalStateException(e);
    }
  }
}
