package dev.instead.teams;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.microsoft.bot.builder.BotFrameworkAdapter;
import com.microsoft.bot.connector.ConnectorClient;
import com.microsoft.bot.connector.authentication.AppCredentials;
import com.microsoft.bot.connector.authentication.AuthenticationConfiguration;
import com.microsoft.bot.connector.rest.RestConnectorClient;
import com.microsoft.bot.restclient.retry.RetryStrategy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.Response;

/**
 * botbuilder's adapter, which turns activities into turns of a bot, with clients that are safe: no blind repeats, time limits, no queue of
 * five per host, a bounded number of them, and none for a service that isn't allowed.
 */
public final class TeamsAdapter extends BotFrameworkAdapter {
  private static final int MOST_CLIENTS = 64;

  /** botbuilder would repeat up to three times what may have arrived. */
  private static final RetryStrategy ONCE = new RetryStrategy("once", false) {
    @Override
    public boolean shouldRetry(int retries, Response response) {
      return false;
    }
  };

  private final Credentials credentials;
  private final ServiceHosts hosts;
  private final Dispatcher dispatcher = Connector.dispatcher("teams-turn");
  private final Cache<String, ConnectorClient> clients =
      Caffeine.newBuilder().maximumSize(MOST_CLIENTS).build();

  public TeamsAdapter(Credentials credentials, ServiceHosts hosts) {
    super(credentials, new AuthenticationConfiguration(), null, ONCE, null);
    this.credentials = credentials;
    this.hosts = hosts;
  }

  /** Always with the bot's own credentials, whatever the turn brought. */
  @Override
  protected CompletableFuture<ConnectorClient> getOrCreateConnectorClient(
      String serviceUrl, AppCredentials usingAppCredentials) {
    return hosts.allow(serviceUrl)
        ? CompletableFuture.completedFuture(clients.get(serviceUrl, this::client))
        : CompletableFuture.failedFuture(
            new Connector.ForbiddenService("an activity's serviceUrl"));
  }

  private ConnectorClient client(String serviceUrl) {
    return new RestConnectorClient(
        RestConnectorClient.getDefaultRestClientBuilder(serviceUrl, credentials)
            .withDispatcher(dispatcher)
            .withConnectionTimeout(Connector.CONNECT.toSeconds(), TimeUnit.SECONDS)
            .withReadTimeout(Connector.READ.toSeconds(), TimeUnit.SECONDS)
            .withRetryStrategy(ONCE)
            .build());
  }
}
