package dev.instead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.instead.office.LiveOffice;
import dev.instead.people.Platform;
import dev.instead.playground.SampleTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** On Teams a request goes on in another thread than it arrived in; its lines can be followed all the same. */
@Timeout(120)
class TeamsTrailTest {
  private static final Logger TRAIL = (Logger) LoggerFactory.getLogger("dev.instead.trail");

  private final LiveOffice office = new LiveOffice(workspace -> {}, Set.of(Platform.TEAMS));
  private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
  private final Kept kept = new Kept();

  private record Line(String said, Map<String, String> marks) {}

  private final class Kept extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      lines.add(new Line(event.getFormattedMessage(), Map.copyOf(event.getMDCPropertyMap())));
    }
  }

  @BeforeEach
  void listen() {
    kept.start();
    TRAIL.setLevel(Level.INFO);
    TRAIL.addAppender(kept);
  }

  @AfterEach
  void close() {
    TRAIL.detachAppender(kept);
    TRAIL.setLevel(null);
    office.close();
  }

  @Test
  void the_request_the_case_and_the_delivered_receipt_are_one_trail() throws Exception {
    office.teams().people.say(SampleTenant.DEWI, "report https://x.com/a/status/17900777 refund");

    List<Line> seen = until("Delivered a message (receipt) on teams");
    Line stored = line(seen, "Stored for case ");
    Line answered = line(seen, "Answered a request to /api/messages with 20");
    Line delivered = seen.get(seen.size() - 1);
    assertNotNull(stored.marks().get("request"));
    assertEquals(stored.marks(), answered.marks());
    assertEquals(stored.marks().get("report"), delivered.marks().get("report"));
    assertEquals(stored.marks().get("case"), delivered.marks().get("case"));
    assertTrue(stored.said().contains(stored.marks().get("case")), stored.said());
  }

  private static Line line(List<Line> seen, String said) {
    return seen.stream()
        .filter(line -> line.said().startsWith(said) && line.marks().containsKey("report"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(seen.toString()));
  }

  private List<Line> until(String said) throws InterruptedException {
    List<Line> seen = new ArrayList<>();
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (Instant.now().isBefore(deadline)) {
      Line next = lines.poll(1, TimeUnit.SECONDS);
      if (next != null) {
        seen.add(next);
        if (next.said().equals(said)) {
          return seen;
        }
      }
    }
    throw new AssertionError("No \"" + said + "\" in " + seen);
  }
}
