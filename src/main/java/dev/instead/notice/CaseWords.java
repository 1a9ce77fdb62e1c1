package dev.instead.notice;

import dev.instead.people.Person;
import dev.instead.report.Case;
import dev.instead.report.Report;
import dev.instead.report.Stage;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a team's card says, the same on all platforms. */
public final class CaseWords {
  private static final int TITLE = 75;

  private final Voice in;

  public CaseWords(Voice in) {
    this.in = in;
  }

  /** Number, what it is about, how much it matters. Plain text. */
  public String title(Notice.TeamCard card) {
    Case about = card.about();
    if (isQuestion(about)) {
      return in.say(
          "card.title_question", "number", about.number(), "question", in.say("card.question"));
    }
    return in.say(
        "card.title",
        "number",
        about.number(),
        "situation",
        in.plain(card.situation().title(), TITLE),
        "severity",
        in.say("severity." + about.severity().code()));
  }

  /** "Reported by Dewi on …" */
  public String reporters(Notice.TeamCard card) {
    Case about = card.about();
    Map<Person, String> shown = new LinkedHashMap<>();
    card.latest().forEach(report -> shown.put(report.reporter(), reporter(report, card.names())));
    return in.say(
        isQuestion(about) ? "card.asked" : "card.reported",
        "count",
        about.reports(),
        "when",
        in.when(about.openedAt()),
        "who",
        shown.isEmpty() ? in.say("someone") : String.join(", ", shown.values()),
        "others",
        Math.max(0, about.reports() - card.latest().size()));
  }

  /** Since when there is nothing left of it. */
  public String erased(Notice.Erased gone) {
    return gone.on()
        .map(day -> in.say("erased.on", "day", in.day(day)))
        .orElseGet(() -> in.say("erased"));
  }

  /** As known now, or as they were called when they reported. */
  public String reporter(Report report, Map<Person, String> names) {
    return in.named(
        report.reporter(),
        names.containsKey(report.reporter())
            ? names
            : Map.of(report.reporter(), report.reporterName()));
  }

  /** Who has it since when, or how it ended. */
  public String stage(Notice.TeamCard card) {
    Case about = card.about();
    Stage stage = about.stage();
    if (stage instanceof Stage.Open) {
      return about
          .due()
          .map(due -> isQuestion(about)
              ? in.say("card.open_due_question", "due", in.when(due))
              : in.say("card.open_due", "due", in.when(due)))
          .orElseGet(() -> in.say("card.open"));
    }
    if (stage instanceof Stage.Claimed claimed) {
      String who = in.who(claimed.by(), card.names());
      String when = in.when(claimed.at());
      return about
          .due()
          .filter(due -> isQuestion(about))
          .map(due -> in.say("card.claimed_due", "who", who, "when", when, "due", in.when(due)))
          .orElseGet(() -> in.say("card.claimed", "who", who, "when", when));
    }
    if (stage instanceof Stage.Resolved resolved) {
      return in.say(
          "card.resolved",
          "outcome",
          in.say("outcome." + resolved.outcome().code()),
          "who",
          in.who(resolved.by(), card.names()),
          "when",
          in.when(resolved.at()));
    }
    if (stage instanceof Stage.Merged merged) {
      return in.say(
          "card.merged", "number", merged.into(), "who", in.who(merged.by(), card.names()));
    }
    if (stage instanceof Stage.Withdrawn) {
      return in.say("card.withdrawn");
    }
    throw new AssertionError("No words for the stage " + stage.getClass().getSimpleName());
  }

  public static boolean isQuestion(Case about) {
    return about.kind() == Case.Kind.QUESTION;
  }
}
