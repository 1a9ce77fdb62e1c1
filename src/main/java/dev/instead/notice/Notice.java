package dev.instead.notice;

import dev.instead.people.Person;
import dev.instead.policy.Account;
import dev.instead.policy.Advice;
import dev.instead.policy.Contact;
import dev.instead.policy.EntryId;
import dev.instead.policy.LocalText;
import dev.instead.policy.Patch;
import dev.instead.policy.Reply;
import dev.instead.policy.Resource;
import dev.instead.policy.RuleId;
import dev.instead.policy.Situation;
import dev.instead.policy.Team;
import dev.instead.policy.Verdict;
import dev.instead.report.Case;
import dev.instead.report.CaseNumber;
import dev.instead.report.Link;
import dev.instead.report.Note;
import dev.instead.report.Outcome;
import dev.instead.report.Report;
import dev.instead.report.ReportId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything that the bot can tell someone, with all that it takes to draw it. Platforms draw it in the reader's language; a person is
 * drawn as a mention on their own platform and by name elsewhere ({@code names}).
 */
public sealed interface Notice {

  // ---- to a team

  /**
   * The card of a case.
   *
   * @param latest the newest reports that were not withdrawn, newest first, at most {@value #SHOWN_REPORTS}
   * @param replies approved wording that fits and is not past its review date
   * @param here whether this conversation is still the one that works on the case; elsewhere the card only says where it went
   * @param unreached how many reporters could not be told by direct message
   */
  record TeamCard(
      Case about,
      Situation situation,
      Team team,
      List<Report> latest,
      List<Reply> replies,
      boolean here,
      int unreached,
      Map<Person, String> names)
      implements Notice {
    public static final int SHOWN_REPORTS = 3;
  }

  /** A note in the thread of the card: what a reporter added or answered, what a colleague wrote to them. */
  record TeamNote(Case about, Note note, Map<Person, String> names) implements Notice {}

  /** In the fallback: the card of a restricted case that can't be delivered to its team. No more of it may be shown there. */
  record HiddenCard(CaseNumber number, Team team) implements Notice {}

  /** What a second card of the same case turns into. */
  record StrayCard(Case about) implements Notice {}

  /**
   * Danger that could not be stored yet, told directly: there is no case, no number and no card so far.
   *
   * @param reporterName may be empty
   * @param at when it was reported
   */
  record DangerReported(
      Situation situation,
      Optional<Link> link,
      String text,
      Person reporter,
      String reporterName,
      Instant at)
      implements Notice {}

  // ---- to a reporter

  /**
   * "Thanks, Dewi – Social Care has it (S-7KQ2)." Order: emergency contacts where there is danger, thanks, action, reason.
   *
   * @param joined others had reported the post already
   * @param mayAnswer whether this person may answer the customer under the policy's stance, with {@link #replies}
   * @param opens when the team is back, when it isn't working now
   * @param greeting first name, may be empty
   */
  record Receipt(
      Case about,
      Report report,
      boolean joined,
      Situation situation,
      Team team,
      boolean mayAnswer,
      List<Reply> replies,
      List<Resource> resources,
      List<Contact> emergency,
      Optional<Instant> opens,
      String greeting,
      Map<Person, String> names)
      implements Notice {
    /** How many links of the advice are not given out now. */
    public int linksUnderReview() {
      return situation.advice().resources().size() - resources.size();
    }
  }

  /**
   * The post belongs to a restricted case: nothing may show that it exists.
   *
   * @param emergency shown first where the reporter's own words tell of danger
   */
  record Thanks(List<Contact> emergency) implements Notice {}

  /** "Ana from Social Care is on it." */
  record PickedUp(Case about, Team team, Person owner, Map<Person, String> names)
      implements Notice {}

  /** How it ended; {@code answeredQuestion} is the approved or given answer when the case was a question. */
  record OutcomeNews(Case about, Team team, Outcome outcome, String text, ReportId report)
      implements Notice {}

  record ReopenedNews(Case about, Team team) implements Notice {}

  /** A message from the team; {@code note.kind()} says whether an answer is asked for. */
  record RelayToReporter(
      Case about, Team team, Note note, ReportId report, Map<Person, String> names)
      implements Notice {}

  /**
   * A question, or what is unclear about a rule, is with the policy team.
   *
   * @param due when the team means to have answered
   */
  record SentOn(CaseNumber number, Optional<Instant> due, boolean unclearRule) implements Notice {}

  /** "Added to S-7KQ2", "Taken back". */
  record Acknowledged(Kind kind, Optional<CaseNumber> number) implements Notice {
    /** What was done. */
    public enum Kind {
      DETAILS_ADDED,
      WITHDRAWN,
      ANSWER_SENT,
      MESSAGE_SENT,
      REOPENED,
      REPLY_USED
    }
  }

  // ---- answers to questions

  /**
   * An approved answer, verdict first.
   *
   * @param instead what to do under the asker's stance
   * @param resources those that are not past their review date
   * @param ownLanguage false: the policy has it only in its original language
   * @param context what else it depends on
   * @param question what was asked, for handing it on; may be empty
   */
  record AnswerCard(
      RuleId rule,
      LocalText topic,
      Verdict verdict,
      Advice advice,
      Optional<LocalText> instead,
      Optional<LocalText> copy,
      List<Resource> resources,
      String approvedBy,
      Optional<LocalDate> approvedOn,
      String policyVersion,
      boolean ownLanguage,
      Context context,
      String question)
      implements Notice {
    /** As others may read it who are there too: without what concerns the asker's training. */
    public AnswerCard amongOthers() {
      return new AnswerCard(
          rule,
          topic,
          verdict,
          advice,
          instead,
          copy,
          resources,
          approvedBy,
          approvedOn,
          policyVersion,
          ownLanguage,
          new Context(context.account(), Optional.empty()),
          question);
    }

    /** How many links of the advice are not given out now. */
    public int linksUnderReview() {
      return advice.resources().size() - resources.size();
    }
  }

  /**
   * What an answer depends on besides the question.
   *
   * @param account the one that the asker chose, where it matters
   * @param training the asker's, where its end is near or past
   */
  record Context(Optional<Account> account, Optional<Training> training) {
    public static final Context NONE = new Context(Optional.empty(), Optional.empty());
  }

  /**
   * A speaker's training with an end.
   *
   * @param until its last day
   * @param ended whether that day is past
   * @param renewedBy the team to turn to
   */
  record Training(LocalDate until, boolean ended, LocalText renewedBy) {}

  /** The answer differs between the company's account and one's own: which one is it? */
  record WhichAccount(RuleId rule, LocalText topic, String company, String question)
      implements Notice {}

  /** Two or three answers that may fit; never merged into one. */
  record Suggestions(List<Suggestion> answers, String question) implements Notice {}

  record Suggestion(RuleId rule, LocalText topic) {}

  /** "I don't have an approved answer for that, so I won't guess." */
  record NoAnswer(String question) implements Notice {}

  /** An answer that is past its review date: being reviewed, the team is offered. */
  record UnderReview(RuleId rule, LocalText topic, String question) implements Notice {}

  /**
   * The policy doesn't restrict it; who helps.
   *
   * @param linksUnderReview how many links that belong here are not given out now
   */
  record ProtectedRight(
      RuleId rule,
      LocalText topic,
      LocalText text,
      LocalText help,
      List<Resource> resources,
      int linksUnderReview,
      String question)
      implements Notice {}

  /**
   * What the policy has to say about somebody's draft, the verdict first.
   *
   * @param matters what is in it, the gravest first, at most {@value #SHOWN_MATTERS}
   * @param more how many matters there are besides
   * @param near approved answers that may be about the same, best first; none where something in the draft has to wait
   * @param sure whether the first of them is, rather than may be
   * @param draft for sending it on, which is the asker's to decide; empty where it is too long for that
   */
  record DraftChecked(List<Matter> matters, int more, List<Near> near, boolean sure, String draft)
      implements Notice {
    public static final int SHOWN_MATTERS = 5;

    public DraftChecked {
      matters = List.copyOf(matters);
      near = List.copyOf(near);
    }

    /** What it comes to. */
    public Result result() {
      if (matters.stream().anyMatch(matter -> matter.source() != Matter.Source.PROTECTED)) {
        return Result.HOLD;
      }
      // Without a verdict it depends on the account, or is being reviewed: no green light either.
      if (sure && !near.get(0).verdict().equals(Optional.of(Verdict.GO))) {
        return Result.READ_FIRST;
      }
      return matters.isEmpty() ? Result.CLEAR : Result.FREE;
    }

    /** How the draft fares. */
    public enum Result {
      /** Something in it must not be said, or not yet. */
      HOLD,
      /** An approved answer speaks against it. */
      READ_FIRST,
      /** It is about a right that the policy leaves free. */
      FREE,
      /** Nothing was found in it. */
      CLEAR
    }
  }

  /**
   * One thing in a draft.
   *
   * @param words the draft's own that gave rise to it
   * @param why for a right: that the policy leaves it free
   * @param instead what to do, for a right who helps
   * @param until when an embargo lifts
   * @param resources those that are not past their review date
   * @param linksUnderReview how many others belong here and are not given out now
   */
  record Matter(
      RuleId rule,
      Source source,
      LocalText topic,
      List<String> words,
      Optional<LocalText> dont,
      Optional<LocalText> instead,
      LocalText why,
      Optional<Instant> until,
      List<Resource> resources,
      int linksUnderReview) {
    /** Its words in the draft, one after the other. */
    public String quoted() {
      return words.stream().map(some -> "“" + some + "”").collect(Collectors.joining(", "));
    }

    /** Where it comes from, the gravest first. */
    public enum Source {
      EMBARGO,
      SENSITIVE,
      PROTECTED
    }
  }

  /**
   * An entry that may be about the same as a draft.
   *
   * @param verdict its own, empty where it has none or it depends on the account
   */
  record Near(RuleId rule, LocalText topic, Optional<Verdict> verdict) {}

  // ---- private answers to a press or a command

  /** Somebody was quicker. {@code next}: the oldest case of the team that nobody has. */
  record TooLate(
      CaseNumber number, Person by, Instant since, Optional<Case> next, Map<Person, String> names)
      implements Notice {}

  /** The presser has the case already. */
  record AlreadyYours(CaseNumber number) implements Notice {}

  /** The case is not open any more, or has moved on since the card was drawn. */
  record NoLongerOpen(CaseNumber number) implements Notice {}

  /** The same to a reporter, who sees no card of the case. */
  record MovedOn(CaseNumber number) implements Notice {}

  /** Only the routed team may act; what the person can do instead is in the words. */
  record NotYourTeam(Team team) implements Notice {}

  /** Only who has the case may do this. */
  record NotYours(CaseNumber number, Optional<Person> owner, Map<Person, String> names)
      implements Notice {}

  /** Guests, other organisations and deactivated accounts get the public contact and nothing internal. */
  record Refused(Contact publicContact) implements Notice {}

  /** A look-up could not be had in time. */
  record OneMoment() implements Notice {}

  /** Nothing was stored: the store could not be written in time. Emergency contacts where there is danger and no more of it can be kept. */
  record NotStored(List<Contact> emergency) implements Notice {}

  /** One person sent very many in a short time; nothing was done with this one. Danger is never answered so. */
  record Slower(Often what) implements Notice {
    /** What there were many of. */
    public enum Often {
      REPORTS("report", "slower.reports"),
      QUESTIONS("question", "slower.questions");

      private final String code;
      private final String sentence;

      Often(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
      }

      /** Written out, as it is counted. */
      public String code() {
        return code;
      }

      /** A key of {@link Words}. */
      public String sentence() {
        return sentence;
      }
    }
  }

  /** Danger that could not be stored yet: whom to call, and that the team is being told directly meanwhile. */
  record ToldDirectly(List<Contact> emergency, Team team) implements Notice {}

  /** The number or report doesn't exist, or isn't the person's. */
  record NotFound() implements Notice {}

  /** What the press is about was erased; on which day, where that is known. */
  record Erased(Optional<LocalDate> on) implements Notice {}

  /** What was sent is too long or can't be read as a link; {@code problem} is a key of {@link Words}. */
  record Unclear(String problem) implements Notice {}

  record Help() implements Notice {}

  /**
   * Somebody sent a link: do they want to report it?
   *
   * @param words what they wrote beside it; may be empty
   * @param emergency shown first when the words tell of danger; else empty
   */
  record LinkSeen(String url, String words, List<Contact> emergency) implements Notice {}

  // ---- the App Home

  /**
   * A person's own page.
   *
   * @param policy what only the policy's owner sees
   */
  record Home(
      List<Mine> reports,
      List<Suggestion> topics,
      String company,
      Contact publicContact,
      Optional<PolicyPage> policy)
      implements Notice {}

  /**
   * One of a person's own reports.
   *
   * @param number absent where its author may not know the case
   * @param status open, claimed, resolved, merged, or received where its author may not know more
   * @param turn of the case
   */
  record Mine(
      Report report,
      Optional<CaseNumber> number,
      Case.Kind kind,
      String status,
      LocalText situation,
      Instant at,
      int turn) {}

  // ---- to the owners of texts and links

  /**
   * What somebody has to read again, longest waiting first.
   *
   * @param due some of them
   * @param all how many there are
   * @param next how many have been shown with these; the rest begins there
   */
  record ReviewList(List<Review> due, int all, int next) implements Notice {}

  /**
   * One of them.
   *
   * @param title of wording for a situation, the situation's
   * @param day the last day on which it is served; of an embargo, when it was lifted
   */
  record Review(EntryId id, LocalText title, State state, LocalDate day) {
    /** Why it is there. */
    public enum State {
      /** It is not served any more. */
      OVERDUE,
      DUE,
      /** An embargo that is over. */
      LIFTED
    }
  }

  /** Only the people of the role that owns a thing may propose something about it; {@code role} may be empty. */
  record NotYourText(String role) implements Notice {}

  /** A resource's page is gone, so it is not handed out; {@code reason} is a key of {@link Words}. */
  record LinkDead(Resource resource, String reason) implements Notice {}

  /** The page is back, and the resource is handed out again. */
  record LinkAlive(Resource resource) implements Notice {}

  // ---- to operators

  /** The policy file was changed and can't be read; the last good one stays. */
  record PolicyBroken(List<String> problems, String inForce) implements Notice {}

  record PolicyMended(String inForce) implements Notice {}

  /**
   * What people asked of the policy in the last 30 days, for its owner alone.
   *
   * @param more groups that are not shown
   * @param proposals how many wait to be applied
   * @param waiting the oldest of these
   */
  record PolicyPage(
      Heard.Counts counts,
      List<Heard.Group> groups,
      int more,
      int proposals,
      List<Heard.Waiting> waiting)
      implements Notice {
    public PolicyPage {
      groups = List.copyOf(groups);
      waiting = List.copyOf(waiting);
    }
  }

  /** Only the policy's owner sees this. */
  record NotPolicyOwner() implements Notice {}

  /** What was proposed, as the patch that the policy's owner may apply. Nothing is published by it. */
  record Proposed(Patch patch) implements Notice {}

  /**
   * No patch came of a proposal.
   *
   * @param about the id of the entry that is gone or still used; else empty
   * @param details who uses it, or what would be wrong with the file; else empty
   */
  record NotProposed(Reason reason, String about, List<String> details) implements Notice {
    /** Why. */
    public enum Reason {
      ALREADY,
      GONE,
      STILL_USED,
      REFUSED
    }
  }

  /** A message could not be delivered; nothing is lost, it is stored. */
  record Undelivered(Optional<CaseNumber> number, String kind, String reason, String remedy)
      implements Notice {}
}
