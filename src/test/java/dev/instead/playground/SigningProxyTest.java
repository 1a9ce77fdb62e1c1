package dev.instead.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.Bot;
import dev.instead.config.Secret;
import dev.instead.config.Settings;
import dev.instead.config.TeamsCloud;
import dev.instead.config.TeamsSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Microsoft's Agents Playground signs nothing; behind the proxy a bot with every check on takes what it sends. */
@Timeout(60)
class SigningProxyTest {
  private static final String SERVICE = "http://localhost:56150/_connector";

  @TempDir
  private Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicReference<Bot> bot = new AtomicReference<>();
  private SigningProxy proxy;

  @AfterEach
  void stop() {
    Optional.ofNullable(bot.get()).ifPresent(Bot::close);
    proxy.close();
  }

  @Test
  void what_is_refused_unsigned_is_taken_through_the_proxy() throws Exception {
    proxy = new SigningProxy(0, () -> bot.get().address(), TeamsTenant.APP);
    bot.set(Bot.start(settings(), Clock.systemUTC()));

    assertEquals(401, sent(bot.get().address(), SERVICE));
    assertEquals(202, sent(URI.create(proxy.address()), SERVICE));
    assertEquals(
        403, sent(URI.create(proxy.address()), "http://elsewhere.example/"), "checks stay on");
  }

  @Test
  void a_bot_that_does_not_run_is_told() throws Exception {
    proxy = new SigningProxy(0, () -> URI.create("http://127.0.0.1:9"), TeamsTenant.APP);

    int status = sent(URI.create(proxy.address()), SERVICE);

    assertEquals(502, status);
    assertTrue(proxy.address().startsWith("http://127.0.0.1:"));
  }

  private int sent(URI to, String service) throws Exception {
    String activity =
        """
        {"type":"installationUpdate","action":"remove-upgrade","id":"1","channelId":"msteams","serviceUrl":"%s",
         "from":{"id":"29:dewi","aadObjectId":"%s"},"recipient":{"id":"%s"},
         "conversation":{"id":"a:1","conversationType":"personal","tenantId":"%s"},
         "channelData":{"tenant":{"id":"%s"}}}
        """
            .formatted(
                service,
                SampleTenant.DEWI,
                TeamsTenant.BOT,
                TeamsTenant.TENANT,
                TeamsTenant.TENANT);
    HttpRequest request = HttpRequest.newBuilder(to.resolve("/api/messages"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(activity))
        .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private Settings settings() {
    return new Settings(
        "127.0.0.1",
        0,
        Path.of("config/policy.yaml"),
        "jdbc:sqlite:" + folder.resolve("instead.db"),
        Optional.empty(),
        Optional.of(new TeamsSettings(
            TeamsTenant.APP,
            List.of(new Secret(LocalTeams.SECRET)),
            Optional.empty(),
            TeamsTenant.TENANT,
            Set.of(TeamsTenant.TENANT),
            TeamsCloud.PUBLIC,
            URI.create(proxy.address() + "/v1/.well-known/openidconfiguration"),
            URI.create(proxy.address()),
            Set.of("localhost:56150"),
            Optional.empty(),
            false)),
        false,
        Optional.empty());
  }
}
