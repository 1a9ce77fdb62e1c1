package dev.instead.store;

import static dev.instead.store.Samples.NOW;

import dev.instead.desk.Cases;
import dev.instead.outbox.Queue;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;

@OnPostgres
class PostgresQueueTest extends QueueContract {
  private Cases cases;
  private Queue queue;

  @BeforeEach
  void open() {
    Database database = PostgresServer.shared().store();
    cases = new JdbiCases(database, Clock.fixed(NOW, ZoneOffset.UTC), () -> {});
    queue = new JdbiQueue(database);
  }

  @Override
  Cases cases() {
    return cases;
  }

  @Override
  Queue queue() {
    return queue;
  }
}
