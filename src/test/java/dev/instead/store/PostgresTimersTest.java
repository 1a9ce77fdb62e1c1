package dev.instead.store;

import dev.instead.desk.Timers;
import org.junit.jupiter.api.BeforeEach;

@OnPostgres
class PostgresTimersTest extends TimersContract {
  private Database database;

  @BeforeEach
  void open() {
    database = PostgresServer.shared().store();
  }

  @Override
  Timers timers() {
    return new JdbiTimers(database, () -> {});
  }

  @Override
  int waiting() {
    return new JdbiQueue(database).backlog(NOON).waiting();
  }
}
