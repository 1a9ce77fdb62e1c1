package dev.instead.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.instead.trail.Trail;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * One JSON object a line: {@code time} (ISO 8601, UTC), {@code level}, {@code logger}, {@code thread}, {@code message}, the marks of
 * {@link Trail}, and of a failure {@code error}: its class, where it happened, what caused it, and what it says when it is {@link Failure
 * our own}.
 */
public final class JsonLines extends EncoderBase<ILoggingEvent> {
  private static final int LONGEST_MESSAGE = 4_000;
  private static final int MOST_FRAMES = 40;
  private static final int MOST_CAUSES = 5;
  private static final JsonFactory JSON = new JsonFactory();
  private static final byte[] NOTHING = {};

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(line)) {
      write(event, json);
    } catch (IOException impossible) {
      throw new AssertionError("Memory can be written", impossible);
    }
    line.write('\n');
    return line.toByteArray();
  }

  private static void write(ILoggingEvent event, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("time", event.getInstant().toString());
    json.writeStringField("level", event.getLevel().toString());
    json.writeStringField("logger", event.getLoggerName());
    json.writeStringField("thread", event.getThreadName());
    json.writeStringField("message", cut(event.getFormattedMessage()));
    Map<String, String> marks = event.getMDCPropertyMap();
    for (String mark : Trail.MARKS) {
      String value = marks.get(mark);
      if (value != null) {
        json.writeStringField(mark, value);
      }
    }
    IThrowableProxy failure = event.getThrowableProxy();
    if (failure != null) {
      json.writeFieldName("error");
      write(failure, MOST_CAUSES, json);
    }
    json.writeEndObject();
  }

  private static void write(IThrowableProxy failure, int causes, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("class", failure.getClassName());
    Optional<String> said = Failure.said(failure);
    if (said.isPresent()) {
      json.writeStringField("message", cut(said.get()));
    }
    json.writeArrayFieldStart("at");
    StackTraceElementProxy[] frames = failure.getStackTraceElementProxyArray();
    for (int i = 0; i < Math.min(MOST_FRAMES, frames.length); i++) {
      json.writeString(frames[i].getStackTraceElement().toString());
    }
    json.writeEndArray();
    IThrowableProxy cause = failure.getCause();
    if (cause != null && causes > 0) {
      json.writeFieldName("cause");
      write(cause, causes - 1, json);
    }
    json.writeEndObject();
  }

  /** Not through the middle of a character. */
  private static String cut(String text) {
    if (text.length() <= LONGEST_MESSAGE) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST_MESSAGE - 1))
        ? LONGEST_MESSAGE - 1
        : LONGEST_MESSAGE;
    return text.substring(0, end) + "…";
  }
}
