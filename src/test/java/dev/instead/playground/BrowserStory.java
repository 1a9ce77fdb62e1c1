package dev.instead.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.instead.playground.PageWindow.Look;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** One playground and one browser for all tests of a class. Its windows must have nothing to complain about. */
@InBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserStory {
  /** In office hours of the sample company, when all of the example policy is in force; so no story depends on the day it is told. */
  static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T03:10:00Z");

  private final String pictures;
  private final Instant begin;
  private final Deque<PageWindow> windows = new ArrayDeque<>();
  private Playground playground;
  private Chromium chromium;

  /** @param pictures the folder under {@code target} for its pictures */
  BrowserStory(String pictures) {
    this(pictures, MONDAY_MORNING);
  }

  BrowserStory(String pictures, Instant begin) {
    this.pictures = pictures;
    this.begin = begin;
  }

  @BeforeAll
  void open() {
    Clock time = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), begin));
    playground = Playground.start(Path.of("config", "policy.yaml"), 0, time);
    // The first requests to a fresh process load its classes. Platforms wait a few seconds for
    // them, on a busy machine too.
    TeamsSender people = playground.server().teams().sender();
    people.commandBox(SampleTenant.BUDI, "report");
    people.closeDialog(SampleTenant.BUDI);
    playground.server().sender().command("U0MAYA", "C0GENERAL", "/canipost", "hello");
    chromium = new Chromium();
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  @AfterAll
  void close() {
    chromium.close();
    playground.close();
  }

  @AfterEach
  void the_browser_had_nothing_to_complain_about() {
    playground.server().slack().troubles().none();
    playground.server().teams().local().troubles().none();
    List<String> complaints =
        windows.stream().flatMap(window -> window.complaints().stream()).toList();
    windows.forEach(PageWindow::close);
    windows.clear();
    assertEquals(List.of(), complaints);
  }

  final Playground playground() {
    return playground;
  }

  final PageWindow see(Look look, String... people) {
    windows.addLast(PageWindow.open(pictures, chromium, playground.address(), look, people));
    return window();
  }

  /** The last window stays open, and another is looked at. */
  final void backToTheWindowBefore() {
    windows.addFirst(windows.removeLast());
  }

  /** The window that was opened last. */
  final PageWindow window() {
    return windows.getLast();
  }
}
