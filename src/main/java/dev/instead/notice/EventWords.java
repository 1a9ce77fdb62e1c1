package dev.instead.notice;

import dev.instead.policy.LocalText;
import dev.instead.policy.TeamId;
import dev.instead.report.CaseEvent;
import dev.instead.report.NoteId;
import java.util.Optional;

/** What the timeline says of each event, the same on all platforms. */
public final class EventWords {
  private static final int ID = 100;

  private final Voice in;

  public EventWords(Voice in) {
    this.in = in;
  }

  /** One step, in the past tense. */
  public String of(CaseEvent event, Form.Timeline form) {
    String who = event
        .by()
        .map(person -> in.who(person, form.names()))
        .orElseGet(() -> in.say("timeline.nobody"));
    CaseEvent.What what = event.what();
    if (what instanceof CaseEvent.Opened opened) {
      return in.say("timeline.opened", "who", who, "team", team(opened.team(), form));
    }
    if (what instanceof CaseEvent.Joined) return in.say("timeline.joined", "who", who);
    if (what instanceof CaseEvent.DetailsAdded) return in.say("timeline.details", "who", who);
    if (what instanceof CaseEvent.ReportWithdrawn) return in.say("timeline.withdrawn", "who", who);
    if (what instanceof CaseEvent.Claimed) return in.say("timeline.claimed", "who", who);
    if (what instanceof CaseEvent.Released) return in.say("timeline.released", "who", who);
    if (what instanceof CaseEvent.HandedOver to) {
      return in.say(
          "timeline.handed_over",
          "who",
          who,
          "from",
          team(to.from(), form),
          "to",
          team(to.to(), form));
    }
    if (what instanceof CaseEvent.SeverityChanged to) {
      return in.say(
          "timeline.severity",
          "who",
          who,
          "from",
          in.say("severity." + to.from().code()),
          "to",
          in.say("severity." + to.to().code()));
    }
    if (what instanceof CaseEvent.MergedInto into) {
      return in.say("timeline.merged", "who", who, "number", into.other());
    }
    if (what instanceof CaseEvent.Absorbed other) {
      return in.say("timeline.absorbed", "who", who, "number", other.other());
    }
    if (what instanceof CaseEvent.ReplyUsed used) {
      return in.say("timeline.reply_used", "who", who, "reply", id(used.reply().value()));
    }
    if (what instanceof CaseEvent.ReporterAsked) return in.say("timeline.asked", "who", who);
    if (what instanceof CaseEvent.ReporterTold) return in.say("timeline.told", "who", who);
    if (what instanceof CaseEvent.ReporterAnswered) return in.say("timeline.answered", "who", who);
    if (what instanceof CaseEvent.Resolved resolved) {
      return in.say(
          "timeline.resolved",
          "who",
          who,
          "outcome",
          in.say("outcome." + resolved.outcome().code()));
    }
    if (what instanceof CaseEvent.Reopened) return in.say("timeline.reopened", "who", who);
    throw new AssertionError("No words for the event " + what.getClass().getSimpleName());
  }

  /** The note whose words belong to the step. */
  public static Optional<NoteId> note(CaseEvent.What what) {
    if (what instanceof CaseEvent.DetailsAdded added) return Optional.of(added.note());
    if (what instanceof CaseEvent.ReporterAsked asked) return Optional.of(asked.note());
    if (what instanceof CaseEvent.ReporterTold told) return Optional.of(told.note());
    if (what instanceof CaseEvent.ReporterAnswered answered) return Optional.of(answered.note());
    return Optional.empty();
  }

  /** By name, or by its id where the policy has it no more. */
  private String team(TeamId team, Form.Timeline form) {
    LocalText name = form.teams().get(team);
    return name == null ? id(team.value()) : in.inSentence(name);
  }

  private String id(String id) {
    return in.escaped(id, ID);
  }
}
