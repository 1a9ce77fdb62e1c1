package dev.instead.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import dev.instead.desk.StoreException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Through the product's own file, so that nothing beside the converter prints an exception either. */
class QuotelessTraceTest {
  private static final String FILE = """
      <configuration>
        <include resource="logback-text.xml"/>
        <root level="ERROR"><appender-ref ref="stderr"/></root>
      </configuration>
      """;

  private final LoggerContext context = new LoggerContext();

  @Test
  void of_a_failure_only_our_own_words_are_printed() throws JoranException {
    IllegalStateException quoting = new IllegalStateException("cannot parse: Rudi is furious");
    StoreException failure = new StoreException("The disk is full.", quoting);
    failure.addSuppressed(new IllegalArgumentException("and Rudi shouts"));

    String text = text(failure);

    assertTrue(text.contains("It failed\n"), text);
    assertTrue(text.contains("dev.instead.desk.StoreException: The disk is full.\n"), text);
    assertTrue(text.contains("Caused by: java.lang.IllegalStateException\n"), text);
    assertTrue(text.contains("Suppressed: java.lang.IllegalArgumentException\n"), text);
    assertTrue(text.contains("\tat dev.instead.logs.QuotelessTraceTest.of_a_failure"), text);
    assertFalse(text.contains("Rudi"), text);
  }

  @Test
  void a_line_without_a_failure_is_one_line() throws JoranException {
    String text = text(null);

    assertEquals(text.length() - 1, text.indexOf('\n'), text);
  }

  @Test
  void a_failure_has_an_end_whatever_caused_it() throws JoranException {
    Throwable deep = new StoreException("0");
    for (int i = 0; i < 200; i++) {
      deep = new StoreException("again", deep);
    }

    String text = text(deep);

    assertTrue(text.lines().filter(line -> line.startsWith("Caused by")).count() <= 10, text);
  }

  private String text(@Nullable Throwable failure) throws JoranException {
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8)));
    ConsoleAppender<ILoggingEvent> appender =
        (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("stderr");
    LoggingEvent event = new LoggingEvent(
        "",
        context.getLogger("dev.instead.Test"),
        Level.ERROR,
        "It failed",
        failure,
        new Object[0]);
    byte[] written = ((PatternLayoutEncoder) appender.getEncoder()).encode(event);
    return new String(written, StandardCharsets.UTF_8);
  }
}
