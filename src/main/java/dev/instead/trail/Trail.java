package dev.instead.trail;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The marks that log lines carry, so that one search finds everything about one report: its request has an id, which leads to the number
 * of the case and the id of the report once these are stored, and every message that is sent about them carries them too. Marks are ids,
 * never anybody's words or name.
 */
public final class Trail {
  /** The request that a line belongs to. */
  public static final String REQUEST = "request";

  /** The number of the case. */
  public static final String CASE = "case";

  /** The id of the report. */
  public static final String REPORT = "report";

  /** The id of the message that is being delivered. */
  public static final String MESSAGE = "message_id";

  /** All of them, as they are ordered in a line. */
  public static final List<String> MARKS = List.of(REQUEST, CASE, REPORT, MESSAGE);

  /** Its own logger: one or two lines for each report and message are wanted only where a machine reads the log. */
  private static final Logger LOG = LoggerFactory.getLogger("dev.instead.trail");

  private Trail() {}

  /** A request arrived, and gets an id that no other has; until {@link #ends} on this thread. */
  public static void request() {
    MDC.put(REQUEST, HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), 12));
  }

  /** A message is being delivered; until {@link #ends} on this thread. */
  public static void delivery(String message, Optional<String> number, Optional<String> report) {
    MDC.put(MESSAGE, message);
    number.ifPresent(value -> MDC.put(CASE, value));
    report.ifPresent(value -> MDC.put(REPORT, value));
  }

  /** What this thread logs from now on belongs to something else. */
  public static void ends() {
    MARKS.forEach(MDC::remove);
  }

  /** The marks of this thread, for another one that goes on with its work. */
  public static Map<String, String> here() {
    return Map.copyOf(Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of()));
  }

  /** Goes on with what another thread began; until {@link #ends} on this one. */
  public static void resumed(Map<String, String> marks) {
    marks.forEach(MDC::put);
  }

  /** The id of the request that this thread works for; empty when it works for none. */
  public static String requestId() {
    return Objects.requireNonNullElse(MDC.get(REQUEST), "");
  }

  /** Something about a case is on disk; {@code report} where it brought one. */
  public static void stored(String number, Optional<String> report, String what) {
    // Timers and the like work for no request; their marks would stay on their thread.
    if (!requestId().isEmpty()) {
      MDC.put(CASE, number);
      report.ifPresent(value -> MDC.put(REPORT, value));
    }
    LOG.info("Stored for case {}: {}", number, what);
  }

  /** A request was answered. */
  public static void answered(String path, int status, long millis) {
    LOG.info("Answered a request to {} with {} after {} ms", path, status, millis);
  }

  /** A message is on its platform. */
  public static void delivered(String kind, String platform) {
    LOG.info("Delivered a message ({}) on {}", kind, platform);
  }
}
