package dev.instead.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.instead.config.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "health",
    hidden = true,
    mixinStandardHelpOptions = true,
    description =
        "Ask the bot on this machine whether it is ready; for a container's health check.")
final class Health implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "[::]");

  private final Shell shell;

  Health(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws InterruptedException {
    String host = Settings.one(Settings.HOST, shell.environment());
    int port = Settings.one(Settings.PORT, shell.environment());
    URI ready = URI.create("http://" + (EVERYWHERE.contains(host) ? "127.0.0.1" : host) + ":" + port
        + "/health/ready");
    try {
      HttpResponse<String> answer = HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(ready).timeout(PATIENCE).build(),
              BodyHandlers.ofString(UTF_8));
      shell.say(answer.body().strip());
      return answer.statusCode() == 200 ? 0 : 1;
    } catch (IOException e) {
      shell.say("Nothing answers at " + ready + ".");
      return 1;
    }
  }
}
