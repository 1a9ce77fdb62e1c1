package dev.instead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BotClosingTest {
  @TempDir
  Path directory;

  @Test
  void a_bot_that_can_not_start_leaves_nothing_open() {
    Path store = directory.resolve("instead.db");
    Settings settings = Settings.of(Map.of(
        "INSTEAD_TEAMS_APP_ID",
        "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee",
        "INSTEAD_TEAMS_TENANT_ID",
        "11111111-2222-4333-8444-555555555555",
        "INSTEAD_TEAMS_CERTIFICATE",
        directory.resolve("missing.pem").toString(),
        "INSTEAD_DATABASE_URL",
        "jdbc:sqlite:" + store));

    assertThrows(IllegalArgumentException.class, () -> Bot.start(settings, Clock.systemUTC()));

    assertTrue(Files.exists(store));
    assertFalse(
        Files.exists(directory.resolve("instead.db-wal")), "the last connection takes it away");
  }

  @Test
  void what_comes_after_a_failure_is_closed_too() {
    List<String> closed = new ArrayList<>();
    IllegalStateException first = new IllegalStateException("web");
    IllegalStateException second = new IllegalStateException("slack");

    RuntimeException thrown = assertThrows(
        IllegalStateException.class,
        () -> Bot.allOf(
            () -> {
              throw first;
            },
            () -> closed.add("courier"),
            () -> {
              throw second;
            },
            () -> closed.add("database")));

    assertEquals(List.of("courier", "database"), closed);
    assertSame(first, thrown);
    assertSame(second, thrown.getSuppressed()[0]);
  }
}
