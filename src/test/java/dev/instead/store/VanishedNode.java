package dev.instead.store;

import dev.instead.config.DatabaseAddress;
import dev.instead.notice.MessageKind;
import dev.instead.notice.Wanted;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.report.Case;
import dev.instead.report.Report;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A node that stores a report, takes its messages to send them, and is never heard of again. */
public final class VanishedNode implements AutoCloseable {
  private static final Person DEWI = new Person(Platform.SLACK, "T0MERANTI", "U0DEWI");
  private static final Channel SOCIAL = new Channel(Platform.SLACK, "T0MERANTI", "C0SOCIAL");

  private final Database database;
  private final Clock clock;

  public VanishedNode(DatabaseAddress store, Clock clock) {
    this.database = PostgresServer.open(store);
    this.clock = clock;
  }

  /** The number of the case. */
  public String filesAndTakes() {
    Case about = Samples.newCase(Samples.NUMBER, "x.com/a/status/1880200");
    Report report = Samples.report(Samples.NUMBER, DEWI);
    JdbiQueue queue = new JdbiQueue(database);
    new JdbiCases(database, clock, () -> {}).save(Samples.filing(about, report));
    queue.want(List.of(Wanted.teamCard(about.number(), SOCIAL, false)), clock.instant());
    int taken = 1;
    while (taken > 0) {
      taken = queue
          .take(
              clock.instant(),
              Platform.SLACK,
              100,
              Duration.ofMinutes(1),
              List.of(),
              MessageKind.LEAST_URGENT)
          .size();
    }
    return about.number().value();
  }

  @Override
  public void close() {
    database.close();
  }
}
