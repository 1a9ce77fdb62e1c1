package dev.instead.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
  private volatile URI botAddress = URI.create("http://127.0.0.1:9");

  @Test
  void what_is_refused_unsigned_is_taken_through_the_proxy() throws Exception {
    try (SigningProxy proxy = new SigningProxy(0, () -> botAddress, TeamsTenant.APP)) {
      Bot bot = Bot.start(settings(proxy.address()), Clock.systemUTC());
      try {
        botAddress = bot.address();
        URI signed = URI.create(proxy.address());

        assertEquals(401, sent(botAddress, SERVICE));
        assertEquals(202, sent(signed, SERVICE));
        assertEquals(403, sent(signed, "http://elsewhere.example/"), "the checks stay on");
      } finally {
        bot.close();
      }
    }
  }

  @Test
  void a_bot_that_does_not_run_is_told() throws Exception {
    try (SigningProxy proxy = new SigningProxy(0, () -> botAddress, TeamsTenant.APP)) {
      assertEquals(502, sent(URI.create(proxy.address()), SERVICE));
    }
  }

  private int sent(URI to, String service) throws Exception {
    String activity = """
        {"type":"installationUpdate","action":"remove-upgrade","id":"1","channelId":"msteams","serviceUrl":"%s",
         "from":{"id":"29:dewi","aadObjectId":"%s"},"recipient":{"id":"%s"},
         "conversation":{"id":"a:1","conversationType":"personal","tenantId":"%s"},
         "channelData":{"tenant":{"id":"%s"}}}
        """.formatted(
            service, SampleTenant.DEWI, TeamsTenant.BOT, TeamsTenant.TENANT, TeamsTenant.TENANT);
    HttpRequest request = HttpRequest.newBuilder(to.resolve("/api/messages"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(activity))
        .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private Settings settings(String proxy) {
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
            TeamsCloud.PUBLIC,
            URI.create(proxy + "/v1/.well-known/openidconfiguration"),
            URI.create(proxy),
            Set.of("localhost:56150"),
            Optional.empty(),
            false)),
        false,
        Optional.empty());
  }
}
