package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.instead.policy.ReplyId;
import dev.instead.policy.Severity;
import dev.instead.policy.SituationId;
import dev.instead.policy.TeamId;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseEvent.What;
import dev.instead.report.NoteId;
import dev.instead.report.Outcome;
import dev.instead.report.ReportId;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodesTest {
  /** As they are on disk since the first version; a changed line here breaks every database there is. */
  private static final Map<String, What> STORED = Map.ofEntries(
      Map.entry(
          "opened {\"situation\":\"refund\",\"team\":\"care \\\"x\\\"\",\"severity\":\"high\"}",
          new CaseEvent.Opened(new SituationId("refund"), new TeamId("care \"x\""), Severity.HIGH)),
      Map.entry("joined {\"report\":\"r1\"}", new CaseEvent.Joined(new ReportId("r1"))),
      Map.entry("details_added {\"note\":\"n1\"}", new CaseEvent.DetailsAdded(new NoteId("n1"))),
      Map.entry(
          "report_withdrawn {\"report\":\"r1\"}",
          new CaseEvent.ReportWithdrawn(new ReportId("r1"))),
      Map.entry("claimed {}", new CaseEvent.Claimed()),
      Map.entry("released {}", new CaseEvent.Released()),
      Map.entry(
          "handed_over {\"from\":\"care\",\"to\":\"legal\"}",
          new CaseEvent.HandedOver(new TeamId("care"), new TeamId("legal"))),
      Map.entry(
          "severity_changed {\"from\":\"normal\",\"to\":\"urgent\"}",
          new CaseEvent.SeverityChanged(Severity.NORMAL, Severity.URGENT)),
      Map.entry("merged_into {\"other\":\"S-8MN3\"}", new CaseEvent.MergedInto(Samples.OTHER)),
      Map.entry("absorbed {\"other\":\"S-8MN3\"}", new CaseEvent.Absorbed(Samples.OTHER)),
      Map.entry(
          "reply_used {\"reply\":\"refund-1\"}", new CaseEvent.ReplyUsed(new ReplyId("refund-1"))),
      Map.entry("reporter_asked {\"note\":\"n1\"}", new CaseEvent.ReporterAsked(new NoteId("n1"))),
      Map.entry("reporter_told {\"note\":\"n1\"}", new CaseEvent.ReporterTold(new NoteId("n1"))),
      Map.entry(
          "reporter_answered {\"note\":\"n1\"}", new CaseEvent.ReporterAnswered(new NoteId("n1"))),
      Map.entry("resolved {\"outcome\":\"answered\"}", new CaseEvent.Resolved(Outcome.ANSWERED)),
      Map.entry("reopened {}", new CaseEvent.Reopened()));

  static Set<Map.Entry<String, What>> stored() {
    return STORED.entrySet();
  }

  @ParameterizedTest
  @MethodSource("stored")
  void every_event_is_written_and_read_as_ever(Map.Entry<String, What> sample) {
    String[] stored = sample.getKey().split(" ", 2);

    assertEquals(stored[0], EventCodes.code(sample.getValue()));
    assertEquals(stored[1], EventCodes.detail(sample.getValue()));
    assertEquals(sample.getValue(), EventCodes.what(stored[0], stored[1]));
  }

  @Test
  void no_event_is_missing_here() {
    assertEquals(
        Arrays.stream(What.class.getPermittedSubclasses()).collect(Collectors.toSet()),
        STORED.values().stream().map(Object::getClass).collect(Collectors.toSet()));
  }

  @Test
  void an_unknown_code_is_a_broken_store() {
    assertThrows(IllegalStateException.class, () -> EventCodes.what("eaten", "{}"));
  }
}
