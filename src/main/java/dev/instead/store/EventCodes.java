package dev.instead.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.instead.policy.ReplyId;
import dev.instead.policy.Severity;
import dev.instead.policy.SituationId;
import dev.instead.policy.TeamId;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseEvent.What;
import dev.instead.report.CaseNumber;
import dev.instead.report.NoteId;
import dev.instead.report.Outcome;
import dev.instead.report.ReportId;

/** How events are written: a code and a JSON object of ids. Stored forever, so codes and keys are never renamed. */
final class EventCodes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EventCodes() {}

  static String code(What what) {
    return written(what).code();
  }

  static String detail(What what) {
    try {
      return JSON.writeValueAsString(written(what).detail());
    } catch (JsonProcessingException impossible) {
      throw new AssertionError("A JSON object can be written", impossible);
    }
  }

  static What what(String code, String detail) {
    JsonNode json = read(code, detail);
    return switch (code) {
      case "opened" ->
        new CaseEvent.Opened(
            new SituationId(text(json, "situation")),
            new TeamId(text(json, "team")),
            Severity.ofCode(text(json, "severity")));
      case "joined" -> new CaseEvent.Joined(new ReportId(text(json, "report")));
      case "details_added" -> new CaseEvent.DetailsAdded(new NoteId(text(json, "note")));
      case "report_withdrawn" -> new CaseEvent.ReportWithdrawn(new ReportId(text(json, "report")));
      case "claimed" -> new CaseEvent.Claimed();
      case "released" -> new CaseEvent.Released();
      case "handed_over" ->
        new CaseEvent.HandedOver(new TeamId(text(json, "from")), new TeamId(text(json, "to")));
      case "severity_changed" ->
        new CaseEvent.SeverityChanged(
            Severity.ofCode(text(json, "from")), Severity.ofCode(text(json, "to")));
      case "merged_into" -> new CaseEvent.MergedInto(new CaseNumber(text(json, "other")));
      case "absorbed" -> new CaseEvent.Absorbed(new CaseNumber(text(json, "other")));
      case "reply_used" -> new CaseEvent.ReplyUsed(new ReplyId(text(json, "reply")));
      case "reporter_asked" -> new CaseEvent.ReporterAsked(new NoteId(text(json, "note")));
      case "reporter_told" -> new CaseEvent.ReporterTold(new NoteId(text(json, "note")));
      case "reporter_answered" -> new CaseEvent.ReporterAnswered(new NoteId(text(json, "note")));
      case "resolved" -> new CaseEvent.Resolved(Outcome.ofCode(text(json, "outcome")));
      case "reopened" -> new CaseEvent.Reopened();
      default -> throw new IllegalStateException("No event is called \"" + code + "\"");
    };
  }

  private record Written(String code, ObjectNode detail) {}

  private static Written written(What what) {
    if (what instanceof CaseEvent.Opened it) {
      ObjectNode detail = detail("situation", it.situation().value());
      detail.put("team", it.team().value()).put("severity", it.severity().code());
      return new Written("opened", detail);
    }
    if (what instanceof CaseEvent.Joined it) {
      return new Written("joined", detail("report", it.report().value()));
    }
    if (what instanceof CaseEvent.DetailsAdded it) {
      return new Written("details_added", detail("note", it.note().value()));
    }
    if (what instanceof CaseEvent.ReportWithdrawn it) {
      return new Written("report_withdrawn", detail("report", it.report().value()));
    }
    if (what instanceof CaseEvent.Claimed) {
      return new Written("claimed", JSON.createObjectNode());
    }
    if (what instanceof CaseEvent.Released) {
      return new Written("released", JSON.createObjectNode());
    }
    if (what instanceof CaseEvent.HandedOver it) {
      return new Written(
          "handed_over", detail("from", it.from().value()).put("to", it.to().value()));
    }
    if (what instanceof CaseEvent.SeverityChanged it) {
      return new Written(
          "severity_changed", detail("from", it.from().code()).put("to", it.to().code()));
    }
    return writtenOfTheRest(what);
  }

  private static Written writtenOfTheRest(What what) {
    if (what instanceof CaseEvent.MergedInto it) {
      return new Written("merged_into", detail("other", it.other().value()));
    }
    if (what instanceof CaseEvent.Absorbed it) {
      return new Written("absorbed", detail("other", it.other().value()));
    }
    if (what instanceof CaseEvent.ReplyUsed it) {
      return new Written("reply_used", detail("reply", it.reply().value()));
    }
    if (what instanceof CaseEvent.ReporterAsked it) {
      return new Written("reporter_asked", detail("note", it.note().value()));
    }
    if (what instanceof CaseEvent.ReporterTold it) {
      return new Written("reporter_told", detail("note", it.note().value()));
    }
    if (what instanceof CaseEvent.ReporterAnswered it) {
      return new Written("reporter_answered", detail("note", it.note().value()));
    }
    if (what instanceof CaseEvent.Resolved it) {
      return new Written("resolved", detail("outcome", it.outcome().code()));
    }
    if (what instanceof CaseEvent.Reopened) {
      return new Written("reopened", JSON.createObjectNode());
    }
    throw new AssertionError("No code for " + what.getClass().getSimpleName());
  }

  private static ObjectNode detail(String key, String value) {
    return JSON.createObjectNode().put(key, value);
  }

  private static JsonNode read(String code, String detail) {
    try {
      return JSON.readTree(detail);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(
          "The detail of an event \"" + code + "\" is not JSON", broken);
    }
  }

  private static String text(JsonNode json, String key) {
    return json.required(key).asText();
  }
}
