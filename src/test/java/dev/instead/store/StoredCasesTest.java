package dev.instead.store;

import static dev.instead.store.Samples.DEWI;
import static dev.instead.store.Samples.NOW;
import static dev.instead.store.Samples.NUMBER;
import static dev.instead.store.Samples.OTHER;
import static dev.instead.store.Samples.filing;
import static dev.instead.store.Samples.newCase;
import static dev.instead.store.Samples.report;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.config.DatabaseAddress;
import dev.instead.desk.StoreException;
import dev.instead.policy.SituationId;
import dev.instead.store.StoredCases.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredCasesTest {
  private static final Stored FIRST = new Stored(
      NUMBER.value(), new SituationId("refund"), Locale.forLanguageTag("id"), "x.com", false, NOW);
  private static final Stored SECOND = new Stored(
      OTHER.value(),
      new SituationId("refund"),
      Locale.forLanguageTag("id"),
      "yelp.com",
      false,
      NOW);

  @TempDir
  Path folder;

  private Path file;

  @BeforeEach
  void place() {
    file = folder.resolve("a store #1.db");
  }

  @Test
  void every_reported_case_is_read_and_nothing_in_the_folder_changes() throws IOException {
    store();
    Map<String, byte[]> before = contents();

    assertEquals(List.of(FIRST, SECOND), read("jdbc:sqlite:" + file));

    Map<String, byte[]> after = contents();
    assertEquals(before.keySet(), after.keySet());
    before.forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name), name));
  }

  @Test
  void a_store_that_a_bot_is_writing_is_read_too() throws IOException {
    try (Database database = Database.open("jdbc:sqlite:" + file)) {
      JdbiCases cases = new JdbiCases(database, Clock.systemUTC(), () -> {});
      assertTrue(cases.save(filing(newCase(NUMBER, "x.com/1"), report(NUMBER, DEWI))));
      byte[] before = Files.readAllBytes(file);

      assertEquals(List.of(FIRST), read("jdbc:sqlite:" + file));
      assertArrayEquals(before, Files.readAllBytes(file));
      assertTrue(cases.save(filing(newCase(OTHER, "yelp.com/2"), report(OTHER, DEWI))));
      assertEquals(List.of(FIRST, SECOND), read("jdbc:sqlite:" + file));
    }
  }

  @Test
  void what_a_bot_that_was_killed_left_in_its_log_is_read_and_stays_there() throws IOException {
    Path copy = folder.resolve("copy.db");
    Path log = folder.resolve("copy.db-wal");
    try (Database database = Database.open("jdbc:sqlite:" + file)) {
      JdbiCases cases = new JdbiCases(database, Clock.systemUTC(), () -> {});
      assertTrue(cases.save(filing(newCase(NUMBER, "x.com/1"), report(NUMBER, DEWI))));
      Files.copy(file, copy);
      Files.copy(file.resolveSibling(file.getFileName() + "-wal"), log);
    }
    byte[] before = Files.readAllBytes(copy);
    byte[] logged = Files.readAllBytes(log);
    assertTrue(logged.length > 0);

    assertEquals(List.of(FIRST), read("jdbc:sqlite:" + copy));

    assertArrayEquals(before, Files.readAllBytes(copy));
    assertArrayEquals(logged, Files.readAllBytes(log));
  }

  @Test
  void what_is_no_store_is_named_with_what_to_do() throws IOException {
    assertTrue(told().contains("there is no such file"), told());
    Files.writeString(file, "not a database, but long enough to look like one ".repeat(50));
    assertTrue(told().contains("this file is not an SQLite database"), told());
    Files.write(file, new byte[0]);
    assertTrue(told().contains("holds no cases of Instead"), told());
  }

  private void store() {
    try (Database database = Database.open("jdbc:sqlite:" + file)) {
      JdbiCases cases = new JdbiCases(database, Clock.systemUTC(), () -> {});
      assertTrue(cases.save(filing(newCase(NUMBER, "x.com/1"), report(NUMBER, DEWI))));
      assertTrue(cases.save(filing(newCase(OTHER, "yelp.com/2"), report(OTHER, DEWI))));
    }
  }

  private String told() {
    return String.valueOf(
        assertThrows(StoreException.class, () -> read("jdbc:sqlite:" + file)).getMessage());
  }

  private static List<Stored> read(String url) {
    List<Stored> found = new ArrayList<>();
    StoredCases.each(DatabaseAddress.of(url), found::add);
    return found;
  }

  private Map<String, byte[]> contents() throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        contents.put(each.getFileName().toString(), Files.readAllBytes(each));
      }
    }
    return contents;
  }
}
