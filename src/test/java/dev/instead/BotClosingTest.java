package dev.instead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BotClosingTest {
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
