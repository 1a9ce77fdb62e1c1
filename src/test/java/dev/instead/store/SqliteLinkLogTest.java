package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instead.desk.LinkLog;
import dev.instead.desk.LinkLog.Checked;
import dev.instead.desk.LinkProbe;
import dev.instead.notice.Wanted;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.policy.ResourceId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLinkLogTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir
  Path directory;

  private final AtomicInteger rung = new AtomicInteger();
  private Database database;
  private LinkLog log;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + directory.resolve("instead.db"));
    log = new JdbiLinkLog(database, rung::incrementAndGet);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void what_was_found_is_there_after_a_restart_whatever_it_was() {
    Set<Checked> kept = new HashSet<>();
    for (LinkProbe.Finding finding : LinkProbe.Finding.values()) {
      Optional<Instant> died = finding.isDead() ? Optional.of(NOON) : Optional.empty();
      Checked checked = checked(finding.code().replace('_', '-'), finding, died);
      kept.add(checked);
      log.keep(checked, List.of());
    }
    database.close();
    open();
    assertEquals(kept, new HashSet<>(log.all()));
    assertEquals(5, kept.size());
  }

  @Test
  void the_latest_of_a_resource_stands() {
    log.keep(checked("repairs", LinkProbe.Finding.MISSING, Optional.of(NOON)), List.of());
    Checked alive = checked("repairs", LinkProbe.Finding.ALIVE, Optional.empty());
    log.keep(alive, List.of());
    assertEquals(List.of(alive), log.all());
  }

  @Test
  void news_is_wanted_in_the_same_write() {
    Person omar = new Person(Platform.SLACK, "T0MERANTI", "U0OMAR");
    log.keep(
        checked("repairs", LinkProbe.Finding.MISSING, Optional.of(NOON)),
        List.of(Wanted.linkNews(omar, "repairs/1", "repairs missing")));
    assertEquals(1, new JdbiQueue(database).backlog(NOON).waiting());
    assertEquals(1, rung.get());
  }

  private static Checked checked(String resource, LinkProbe.Finding found, Optional<Instant> died) {
    return new Checked(
        new ResourceId(resource),
        URI.create("https://meranti.example/" + resource),
        NOON,
        found,
        died.isPresent() ? 1 : 0,
        died);
  }
}
