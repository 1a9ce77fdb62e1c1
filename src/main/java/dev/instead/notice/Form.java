package dev.instead.notice;

import dev.instead.people.Person;
import dev.instead.policy.Contact;
import dev.instead.policy.LocalText;
import dev.instead.policy.Reply;
import dev.instead.policy.RuleId;
import dev.instead.policy.Situation;
import dev.instead.policy.SituationId;
import dev.instead.policy.Team;
import dev.instead.policy.TeamId;
import dev.instead.report.Case;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseNumber;
import dev.instead.report.Note;
import dev.instead.report.Outcome;
import dev.instead.report.Report;
import dev.instead.report.ReportId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that the bot can ask someone to fill in or look through: modals on Slack, dialogs on Teams. */
public sealed interface Form {
  /**
   * The report, on one screen.
   *
   * @param offered the situations to choose from, in the policy's order
   * @param chosen suggested from the text, or what the person chose
   * @param emergency shown first when the chosen situation is dangerous; else empty
   * @param contacts whom to call when somebody is in danger, where a dangerous situation is offered; a platform that isn't told of the
   *     choice keeps them within reach
   */
  record FileReport(
      List<Situation> offered,
      Optional<SituationId> chosen,
      String link,
      String text,
      List<Contact> emergency,
      List<Contact> contacts)
      implements Form {}

  /**
   * More to a report of one's own.
   *
   * @param number absent where its author may not know the case
   */
  record AddDetails(ReportId report, Optional<CaseNumber> number) implements Form {}

  /** A question to all reporters. */
  record AskReporter(Case about) implements Form {}

  /** A message to all reporters. */
  record ReplyToReporter(Case about) implements Form {}

  /** A reporter's answer to {@code note}. */
  record AnswerTeam(ReportId report, CaseNumber number, Note note) implements Form {}

  /** Outcome and the text for the reporters, prefilled with {@code text}. */
  record Resolve(Case about, Outcome outcome, String text) implements Form {}

  /** The other teams of the policy. */
  record HandOver(Case about, List<Team> teams) implements Form {}

  record ChangeSeverity(Case about) implements Form {}

  /** Other open cases of the team, oldest first. */
  record Merge(Case about, List<Case> others, Map<String, Situation> situations) implements Form {}

  /** Approved replies to copy, in the language of the post's reporter and the others. */
  record UseReply(Case about, List<Reply> replies) implements Form {}

  /**
   * Everything that happened, oldest first, with the notes.
   *
   * @param teams the names of the teams that the policy has; it may have lost some that had the case
   */
  record Timeline(
      Case about,
      List<CaseEvent> events,
      List<Note> notes,
      Map<Person, String> names,
      Map<TeamId, LocalText> teams)
      implements Form {
    /** No page has room for more events; the latest are shown. */
    public static final int SHOWN = 45;
  }

  /** The reports of a case with their words in full, newest first. */
  record Reports(Case about, List<Report> reports, Map<Person, String> names) implements Form {}

  /** A question for the policy, or a draft to check. */
  record AskPolicy(String text) implements Form {}

  /**
   * What may be posted, to look through.
   *
   * @param shelves those that hold something today
   * @param chosen the id of the one that is open
   * @param entries what stands on this page of it, chapter after chapter
   * @param page from 0
   */
  record Topics(List<Shelf> shelves, String chosen, List<Entry> entries, int page, int pages)
      implements Form {
    public static final int PAGE = 20;
  }

  /** One entry of the policy, which a press opens. */
  record Entry(RuleId rule, LocalText topic, Chapter chapter) {}

  /**
   * A search in the policy's own texts, and what it found, best first.
   *
   * @param words empty before anything was searched for
   */
  record Search(String words, List<Hit> hits) implements Form {
    public static final int MAX_WORDS = 200;
    public static final int SHOWN = 10;
  }

  /** An entry that was found, and where. */
  record Hit(RuleId rule, Chapter chapter, Marked topic, Marked passage) {}
}
