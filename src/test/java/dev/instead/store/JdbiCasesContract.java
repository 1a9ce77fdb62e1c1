package dev.instead.store;

import static dev.instead.store.Samples.DEWI;
import static dev.instead.store.Samples.NOW;
import static dev.instead.store.Samples.NUMBER;
import static dev.instead.store.Samples.filing;
import static dev.instead.store.Samples.newCase;
import static dev.instead.store.Samples.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.desk.StoreException;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cases in a database do, whichever it is. */
abstract class JdbiCasesContract extends CasesContract {
  private Database database;
  private JdbiCases cases;

  abstract Database database();

  @BeforeEach
  void open() {
    database = database();
    cases = new JdbiCases(database, Clock.fixed(NOW, ZoneOffset.UTC), () -> {});
  }

  @Override
  JdbiCases cases() {
    return cases;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE event SET kind = 'claimed'",
        "UPDATE event SET kind = 'claimed', person = NULL",
        "UPDATE event SET at = at + 1, person = NULL",
        "UPDATE event SET person = person",
        "DELETE FROM event"
      })
  void events_are_never_changed_or_deleted(String statement) {
    cases.save(filing(newCase(NUMBER, "example.com/post/1"), report(NUMBER, DEWI)));

    refuses(statement);
  }

  final void refuses(String statement) {
    StoreException refused = assertThrows(
        StoreException.class, () -> database.writer().write(sql -> sql.update(statement)));

    String cause = String.valueOf(refused.getCause());
    assertTrue(cause.contains("append-only"), cause);
    assertEquals(1, cases.events(NUMBER).size());
  }
}
