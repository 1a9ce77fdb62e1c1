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

import dev.instead.config.DatabaseAddress;
import dev.instead.desk.StoreException;
import dev.instead.policy.SituationId;
import dev.instead.store.StoredCases.Stored;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@OnPostgres
class PostgresStoredCasesTest {
  private static final Stored FIRST = new Stored(
      NUMBER.value(), new SituationId("refund"), Locale.forLanguageTag("id"), "x.com", false, NOW);

  @Test
  void a_store_that_a_bot_is_writing_is_read() {
    Database database = PostgresServer.shared().store();
    JdbiCases cases = new JdbiCases(database, Clock.fixed(NOW, ZoneOffset.UTC), () -> {});
    assertTrue(cases.save(filing(newCase(NUMBER, "x.com/1"), report(NUMBER, DEWI))));

    assertEquals(List.of(FIRST), read(PostgresServer.shared().address()));
  }

  @Test
  void what_is_no_store_is_named_with_what_to_do() {
    DatabaseAddress empty = PostgresServer.shared().empty();

    String told =
        String.valueOf(assertThrows(StoreException.class, () -> read(empty)).getMessage());

    assertTrue(told.contains("holds no cases of Instead"), told);
    assertTrue(told.contains(empty.place()), told);
  }

  private static List<Stored> read(DatabaseAddress address) {
    List<Stored> found = new ArrayList<>();
    StoredCases.each(address, found::add);
    return found;
  }
}
