package dev.instead;

import dev.instead.config.DatabaseAddress;
import dev.instead.config.Settings;
import dev.instead.config.TeamsSettings;
import dev.instead.desk.Reviews;
import dev.instead.desk.StoreException;
import dev.instead.metrics.Now;
import dev.instead.outbox.Queue;
import dev.instead.policy.PolicyBook;
import dev.instead.search.MeaningMatcher;
import dev.instead.store.Database;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the bot stands, for whoever watches it. */
record Overview(
    Settings settings,
    Condition condition,
    Database database,
    Queue queue,
    PolicyBook policies,
    PolicyWatch watch,
    Reviews reviews,
    MeaningMatcher matcher,
    Clock clock) {
  private static final String FILE = "jdbc:sqlite:";
  private static final Logger LOG = LoggerFactory.getLogger(Overview.class);

  Now now() {
    return new Now(
        clock.instant(),
        condition.whyNotReady().isEmpty(),
        backlog(),
        database.waiting(),
        policies.current().version(),
        watch.since(),
        watch.isBroken(),
        reviews.waiting(),
        settings.encoder() ? Optional.of(matcher.isWarm(policies.current())) : Optional.empty(),
        settings.teams().flatMap(TeamsSettings::secretExpires).map(Overview::end),
        disk(settings.database()));
  }

  /** The day itself still counts. */
  private static Instant end(LocalDate last) {
    return last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private Optional<Queue.Backlog> backlog() {
    try {
      return Optional.of(queue.backlog(clock.instant()));
    } catch (StoreException e) {
      LOG.debug("The backlog is not known now: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<Now.Disk> disk(DatabaseAddress address) {
    if (address.isPostgres()) {
      return Optional.empty();
    }
    try {
      FileStore disk = Files.getFileStore(Path.of(address.url().substring(FILE.length())));
      return Optional.of(new Now.Disk(disk.getUsableSpace(), disk.getTotalSpace()));
    } catch (IOException e) {
      LOG.debug("The room on the disk is not known now ({})", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}
