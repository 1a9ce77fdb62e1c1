package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instead.desk.LinkLog;
import dev.instead.desk.LinkLog.Checked;
import dev.instead.desk.LinkProbe;
import dev.instead.notice.Wanted;
import dev.instead.policy.ResourceId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@OnPostgres
class PostgresLinkLogTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void the_latest_of_a_resource_stands_and_news_is_wanted_in_the_same_write() {
    Database database = PostgresServer.shared().store();
    LinkLog log = new JdbiLinkLog(database, () -> {});
    log.keep(checked(LinkProbe.Finding.ALIVE, Optional.empty()), List.of());
    Checked missing = checked(LinkProbe.Finding.MISSING, Optional.of(NOON));
    log.keep(missing, List.of(Wanted.linkNews(Samples.ANA, "repairs/1", "repairs missing")));

    assertEquals(List.of(missing), log.all());
    assertEquals(1, new JdbiQueue(database).backlog(NOON).waiting());
  }

  private static Checked checked(LinkProbe.Finding found, Optional<Instant> died) {
    return new Checked(
        new ResourceId("repairs"),
        URI.create("https://meranti.example/repairs"),
        NOON,
        found,
        died.isPresent() ? 1 : 0,
        died);
  }
}
