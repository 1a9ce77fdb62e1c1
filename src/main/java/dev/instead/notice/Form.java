package dev.instead.notice;

import dev.instead.people.Person;
import dev.instead.policy.Contact;
import dev.instead.policy.EntryId;
import dev.instead.policy.LocalText;
import dev.instead.policy.Part;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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

  /**
   * A question that was answered, as a new entry of the policy. Each of its texts has one field for each language.
   *
   * @param languages the policy's, {@code first} among them is the asker's and must be filled in
   * @param question as it was asked
   * @param text what the asker was told
   * @param owner a role
   */
  record NewEntry(
      CaseNumber number,
      List<Locale> languages,
      Locale first,
      String question,
      String text,
      String owner,
      LocalDate reviewBy)
      implements Form {
    // The names of its fields on every platform; the first four with a language.
    public static final String TOPIC = "entry_topic";
    public static final String QUESTION = "entry_question";
    public static final String TEXT = "entry_text";
    public static final String WHY = "entry_why";
    public static final String VERDICT = "entry_verdict";
    public static final String OWNER = "entry_owner";
    public static final String REVIEW_BY = "entry_review_by";

    /** The longest that a policy takes: see its schema. */
    public static final int LINE = 75;

    public static final int LONGEST_QUESTION = 300;
    public static final int LONGEST_TEXT = 1500;

    public NewEntry {
      languages = List.copyOf(languages);
    }

    /** The field of one text in one language. */
    public static String field(String name, Locale language) {
      return name + "_" + language.toLanguageTag();
    }
  }

  /**
   * A question as one more example of an entry.
   *
   * @param seq names what it was made from
   * @param entries those that can have it, the nearest first
   * @param nearest absent: it isn't clear
   */
  record AddExample(
      long seq,
      String question,
      List<Notice.Suggestion> entries,
      Optional<RuleId> nearest,
      List<Locale> languages,
      Locale language)
      implements Form {
    // The names of its fields on every platform.
    public static final String QUESTION = "example_question";
    public static final String ENTRY = "example_entry";
    public static final String LANGUAGE = "example_language";

    public AddExample {
      entries = List.copyOf(entries);
      languages = List.copyOf(languages);
    }
  }

  /** A question for the policy, or a draft to check. */
  record AskPolicy(String text) implements Form {}

  /**
   * Until when something holds that its owner has read again.
   *
   * @param present its last day so far; absent where it has none
   * @param proposed what the form is filled with
   */
  record StillRight(EntryId about, LocalText title, Optional<LocalDate> present, LocalDate proposed)
      implements Form {}

  /**
   * The texts of something, to be written anew; what is left out of the form stays as it is.
   *
   * @param url where a resource leads
   * @param inFileOnly see {@link dev.instead.policy.EntryTexts}
   */
  record ChangeEntry(
      EntryId about,
      LocalText title,
      List<Said> texts,
      Optional<String> url,
      List<String> inFileOnly)
      implements Form {
    /** One text in one language, as it is now. */
    public record Said(Part part, Locale language, String text) {
      private static final int LINE = 75;
      private static final int TEXT = 1500;
      private static final int WORDING = 2000;

      /** Names its field. */
      public String field() {
        return part.code() + "." + language.toLanguageTag();
      }

      /** Whether it may have several lines. */
      public boolean isLong() {
        return most() > LINE;
      }

      /** How many characters the policy has room for. */
      public int most() {
        return switch (part) {
          case TOPIC, LABEL -> LINE;
          case COPY, TEXT -> WORDING;
          default -> TEXT;
        };
      }
    }
  }

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

  /** Which field of a form that ends in a proposal has this problem; empty for other forms' problems. */
  static Optional<String> proposedField(String problem) {
    if (problem.startsWith("unclear.entry")) {
      return Optional.of(problem.endsWith("day") ? NewEntry.REVIEW_BY : NewEntry.OWNER);
    }
    return problem.startsWith("unclear.example")
        ? Optional.of(AddExample.QUESTION)
        : Optional.empty();
  }
}
