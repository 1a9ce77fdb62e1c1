package dev.instead.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ShedTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(Shed.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Deque<Runnable> minutes = new ArrayDeque<>();
  private final Shed shed = new Shed(minutes::add);

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
    logger.setLevel(Level.WARN);
  }

  @AfterEach
  void forget() {
    logger.detachAppender(log);
    logger.setLevel(null);
  }

  @Test
  void the_first_is_told_at_once_and_those_of_the_next_minute_together() {
    shed(1);
    assertEquals(List.of(1), told());

    shed(40);
    assertEquals(List.of(1), told());
    aMinutePasses();
    assertEquals(List.of(1, 40), told());
    shed(2);
    aMinutePasses();
    assertEquals(List.of(1, 40, 2), told());
  }

  @Test
  void after_a_minute_without_any_nothing_is_said_and_the_next_is_told_at_once() {
    shed(1);
    aMinutePasses();
    assertTrue(minutes.isEmpty(), "nothing to wait for");

    shed(1);
    assertEquals(List.of(1, 1), told());
  }

  @Test
  void those_of_the_last_minute_are_told_at_the_end() {
    shed(3);
    shed.rest();
    shed.rest();

    assertEquals(List.of(1, 2), told());
  }

  private void shed(int requests) {
    for (int i = 0; i < requests; i++) {
      shed.another();
    }
  }

  private void aMinutePasses() {
    minutes.remove().run();
  }

  private List<Integer> told() {
    return log.list.stream().map(line -> (Integer) line.getArgumentArray()[0]).toList();
  }
}
