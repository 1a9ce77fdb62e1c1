package dev.instead.store;

import static dev.instead.store.Samples.DEWI;
import static dev.instead.store.Samples.NUMBER;
import static dev.instead.store.Samples.filing;
import static dev.instead.store.Samples.newCase;
import static dev.instead.store.Samples.report;

import org.junit.jupiter.api.Test;

@OnPostgres
class PostgresCasesTest extends JdbiCasesContract {
  @Override
  Database database() {
    return PostgresServer.shared().store();
  }

  /** PostgreSQL has a third way to lose them, which no trigger on rows sees. */
  @Test
  void events_are_never_emptied_out() {
    cases().save(filing(newCase(NUMBER, "example.com/post/1"), report(NUMBER, DEWI)));

    refuses("TRUNCATE event");
  }
}
