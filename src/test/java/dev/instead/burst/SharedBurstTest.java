package dev.instead.burst;

import dev.instead.config.DatabaseAddress;
import dev.instead.config.Secret;
import dev.instead.store.OnPostgres;
import dev.instead.store.PostgresServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The short crisis over two bots that share a PostgreSQL. */
@OnPostgres
@Timeout(240)
class SharedBurstTest {
  @TempDir
  Path folder;

  @Test
  void two_nodes_carry_it_together_with_one_card_and_one_message_each() throws Exception {
    DatabaseAddress store = PostgresServer.shared().fresh();
    Map<String, String> settings = new HashMap<>(Map.of("INSTEAD_DATABASE_URL", store.url()));
    store.user().ifPresent(user -> settings.put("INSTEAD_DATABASE_USER", user));
    store
        .password()
        .map(Secret::reveal)
        .ifPresent(password -> settings.put("INSTEAD_DATABASE_PASSWORD", password));
    try (Crisis crisis =
        new Crisis(Wave.SHORT, settings, folder.resolve("log"), BurstTest.MESSAGES_PER_MINUTE, 2)) {
      BurstTest.passes(crisis, store);
    }
  }
}
