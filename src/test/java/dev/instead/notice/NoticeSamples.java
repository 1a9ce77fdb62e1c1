package dev.instead.notice;

import static dev.instead.notice.Samples.ADVICE;
import static dev.instead.notice.Samples.ANA;
import static dev.instead.notice.Samples.BUDI;
import static dev.instead.notice.Samples.CARE;
import static dev.instead.notice.Samples.DEWI;
import static dev.instead.notice.Samples.LEGAL;
import static dev.instead.notice.Samples.LINE;
import static dev.instead.notice.Samples.NAMES;
import static dev.instead.notice.Samples.NASTY;
import static dev.instead.notice.Samples.NOON;
import static dev.instead.notice.Samples.NUMBER;
import static dev.instead.notice.Samples.PRAISE;
import static dev.instead.notice.Samples.PUBLIC;
import static dev.instead.notice.Samples.QUESTION;
import static dev.instead.notice.Samples.REFUND;
import static dev.instead.notice.Samples.REPAIRS;
import static dev.instead.notice.Samples.REPLY;
import static dev.instead.notice.Samples.THREAT;
import static dev.instead.notice.Samples.TIA;
import static dev.instead.notice.Samples.both;
import static dev.instead.notice.Samples.claimed;
import static dev.instead.notice.Samples.note;
import static dev.instead.notice.Samples.open;
import static dev.instead.notice.Samples.person;
import static dev.instead.notice.Samples.question;
import static dev.instead.notice.Samples.report;

import dev.instead.notice.Notice.DraftChecked;
import dev.instead.notice.Notice.Matter;
import dev.instead.notice.Notice.NotProposed.Reason;
import dev.instead.policy.Account;
import dev.instead.policy.Contact;
import dev.instead.policy.EntryId;
import dev.instead.policy.LocalText;
import dev.instead.policy.Patch;
import dev.instead.policy.Reply;
import dev.instead.policy.ReplyId;
import dev.instead.policy.Resource;
import dev.instead.policy.ResourceId;
import dev.instead.policy.RuleId;
import dev.instead.policy.Severity;
import dev.instead.policy.Situation;
import dev.instead.policy.Verdict;
import dev.instead.report.Case;
import dev.instead.report.Note;
import dev.instead.report.Outcome;
import dev.instead.report.Report;
import dev.instead.report.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** At least one of every notice, with what is hard about it. Names become file names of golden cards. */
public final class NoticeSamples {
  private static final LocalText NEW_STORE =
      both("Posting about a new showroom", "Mengunggah tentang showroom baru");
  private static final String ASKED = "may I post about the new store " + NASTY;

  private NoticeSamples() {}

  public record Sample(String name, Notice notice) {
    @Override
    public String toString() {
      return name;
    }
  }

  public static List<Sample> all() {
    List<Sample> all = new ArrayList<>();
    all.addAll(teamCards());
    all.addAll(reporters());
    all.addAll(answers());
    all.addAll(privately());
    all.addAll(owners());
    all.addAll(operators());
    return all;
  }

  private static List<Sample> teamCards() {
    Stage.Resolved resolved =
        new Stage.Resolved(ANA, NOON.plusSeconds(900), Outcome.ANSWERED, "We answered. " + NASTY);
    return List.of(
        new Sample("TeamCard", card(open(), List.of(report(DEWI, NASTY)), List.of(REPLY), true)),
        new Sample(
            "TeamCard.claimed",
            card(
                claimed(),
                List.of(report(BUDI, "Now on TikTok too"), report(TIA, ""), report(DEWI, NASTY)),
                List.of(REPLY, REPLY, REPLY),
                true)),
        new Sample(
            "TeamCard.flood",
            card(
                Samples.aCase(new Stage.Open(), 2000, Severity.URGENT),
                List.of(report(BUDI, "a"), report(TIA, "b"), report(DEWI, "c")),
                List.of(),
                true)),
        new Sample(
            "TeamCard.resolved",
            card(open().at(resolved), List.of(report(DEWI, "Refund")), List.of(REPLY), true)),
        new Sample(
            "TeamCard.former",
            card(
                open().at(new Stage.Claimed(person("former:1"), NOON)),
                List.of(),
                List.of(),
                true)),
        new Sample(
            "TeamCard.merged",
            card(open().at(new Stage.Merged(ANA, NOON, QUESTION)), List.of(), List.of(), true)),
        new Sample(
            "TeamCard.withdrawn",
            card(open().at(new Stage.Withdrawn(NOON)), List.of(), List.of(), true)),
        new Sample(
            "TeamCard.question", card(question(), List.of(report(DEWI, ASKED)), List.of(), true)),
        new Sample(
            "TeamCard.elsewhere",
            new Notice.TeamCard(open(), REFUND, LEGAL, List.of(), List.of(), false, 0, NAMES)),
        new Sample(
            "TeamNote",
            new Notice.TeamNote(claimed(), note(Note.Kind.DETAILS, DEWI, NASTY), NAMES)),
        new Sample(
            "TeamNote.question",
            new Notice.TeamNote(claimed(), note(Note.Kind.QUESTION, ANA, "When was it?"), NAMES)),
        new Sample(
            "TeamNote.reply",
            new Notice.TeamNote(claimed(), note(Note.Kind.REPLY, ANA, "Thanks."), NAMES)),
        new Sample(
            "TeamNote.answer",
            new Notice.TeamNote(claimed(), note(Note.Kind.ANSWER, TIA, "On Monday."), NAMES)),
        new Sample("HiddenCard", new Notice.HiddenCard(NUMBER, LEGAL)),
        new Sample("StrayCard", new Notice.StrayCard(open())),
        new Sample(
            "DangerReported",
            new Notice.DangerReported(THREAT, open().link(), NASTY, DEWI, "Dewi <!here>", NOON)),
        new Sample(
            "DangerReported.bare",
            new Notice.DangerReported(THREAT, open().link(), "", TIA, "", NOON)));
  }

  private static Notice card(Case about, List<Report> latest, List<Reply> replies, boolean here) {
    return new Notice.TeamCard(
        about, REFUND, CARE, latest, replies, here, about.reports() - 1, NAMES);
  }

  private static List<Sample> reporters() {
    Report dewi = report(DEWI, "Customer is angry");
    Optional<Instant> monday = Optional.of(NOON.plusSeconds(86_400));
    return List.of(
        new Sample("Receipt", receipt(open(), false, REFUND, false, Optional.empty(), "Dewi")),
        new Sample("Receipt.unnamed", receipt(open(), false, REFUND, false, Optional.empty(), "")),
        new Sample(
            "Receipt.may_answer", receipt(open(), false, REFUND, true, Optional.empty(), "Dewi")),
        new Sample(
            "Receipt.joined", receipt(claimed(), true, REFUND, false, Optional.empty(), "Dewi")),
        new Sample(
            "Receipt.joined_open",
            receipt(
                Samples.aCase(new Stage.Open(), 2, Severity.NORMAL),
                true,
                REFUND,
                false,
                Optional.empty(),
                "Dewi")),
        new Sample("Receipt.out_of_hours", receipt(open(), false, REFUND, false, monday, "Dewi")),
        new Sample(
            "Receipt.danger",
            receipt(
                Samples.aCase(new Stage.Open(), 1, Severity.URGENT),
                false,
                THREAT,
                false,
                monday,
                "Dewi")),
        new Sample(
            "Receipt.praise", receipt(open(), false, PRAISE, false, Optional.empty(), "Dewi")),
        new Sample(
            "Receipt.question",
            receipt(question(), false, REFUND, false, Optional.empty(), "Dewi")),
        new Sample(
            "Receipt.closed",
            receipt(
                open().at(new Stage.Resolved(ANA, NOON, Outcome.NOT_US, "")),
                false,
                REFUND,
                false,
                Optional.empty(),
                "Dewi")),
        new Sample(
            "Receipt.withdrawn",
            new Notice.Receipt(
                open(),
                dewi.takenBack(),
                false,
                REFUND,
                CARE,
                false,
                List.of(),
                List.of(REPAIRS),
                List.of(),
                Optional.empty(),
                "Dewi",
                NAMES)),
        new Sample(
            "Receipt.link_under_review",
            new Notice.Receipt(
                open(),
                dewi,
                false,
                REFUND,
                CARE,
                false,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "Dewi",
                NAMES)),
        new Sample("Thanks", new Notice.Thanks(List.of())),
        new Sample("PickedUp", new Notice.PickedUp(claimed(), CARE, ANA, NAMES)),
        new Sample("PickedUp.other_platform", new Notice.PickedUp(claimed(), CARE, TIA, NAMES)),
        new Sample(
            "OutcomeNews",
            new Notice.OutcomeNews(
                claimed(), CARE, Outcome.ANSWERED, "We answered. " + NASTY, dewi.id())),
        new Sample(
            "OutcomeNews.question",
            new Notice.OutcomeNews(question(), CARE, Outcome.ANSWERED, "Yes, you may.", dewi.id())),
        new Sample(
            "OutcomeNews.silent",
            new Notice.OutcomeNews(claimed(), CARE, Outcome.NO_ACTION, "", dewi.id())),
        new Sample("ReopenedNews", new Notice.ReopenedNews(open(), LEGAL)),
        new Sample(
            "RelayToReporter",
            new Notice.RelayToReporter(
                claimed(), CARE, note(Note.Kind.QUESTION, ANA, NASTY), dewi.id(), NAMES)),
        new Sample(
            "RelayToReporter.reply",
            new Notice.RelayToReporter(
                claimed(), CARE, note(Note.Kind.REPLY, ANA, "Thanks."), dewi.id(), NAMES)));
  }

  private static List<Sample> owners() {
    LocalDate day = LocalDate.of(2026, 11, 20);
    List<Notice.Review> due = List.of(
        new Notice.Review(
            new RuleId("new-store"), NEW_STORE, Notice.Review.State.OVERDUE, day.minusDays(40)),
        new Notice.Review(
            new ResourceId("repairs"), REPAIRS.label(), Notice.Review.State.DUE, day.plusDays(12)),
        new Notice.Review(
            new ReplyId("refund-1"), REFUND.title(), Notice.Review.State.DUE, day.plusDays(13)),
        new Notice.Review(
            new RuleId("e1"),
            both("The E1 " + NASTY, "E1 " + NASTY),
            Notice.Review.State.LIFTED,
            day.minusDays(95)));
    List<Notice.Review> many = Stream.generate(() -> due.get(1)).limit(10).toList();
    return List.of(
        new Sample("ReviewList", new Notice.ReviewList(due, 4, 4)),
        new Sample("ReviewList.one", new Notice.ReviewList(due.subList(0, 1), 1, 1)),
        new Sample("ReviewList.many", new Notice.ReviewList(many, 23, 10)),
        new Sample("NotYourText", new Notice.NotYourText("customer-care")),
        new Sample("NotYourText.owner", new Notice.NotYourText("")),
        new Sample("LinkDead", new Notice.LinkDead(REPAIRS, "link_dead.missing")),
        new Sample("LinkDead.name_gone", new Notice.LinkDead(REPAIRS, "link_dead.name_gone")),
        new Sample("LinkDead.tls_broken", new Notice.LinkDead(REPAIRS, "link_dead.tls_broken")),
        new Sample("LinkAlive", new Notice.LinkAlive(REPAIRS)));
  }

  private static Notice receipt(
      Case about,
      boolean joined,
      Situation situation,
      boolean mayAnswer,
      Optional<Instant> opens,
      String greeting) {
    List<Contact> emergency = situation.danger() ? List.of(LINE) : List.of();
    List<Resource> resources =
        situation.advice().resources().isEmpty() ? List.of() : List.of(REPAIRS);
    return new Notice.Receipt(
        about,
        report(DEWI, "Customer is angry"),
        joined,
        situation,
        CARE,
        mayAnswer,
        mayAnswer ? List.of(REPLY) : List.of(),
        resources,
        emergency,
        opens,
        greeting,
        NAMES);
  }

  private static List<Sample> answers() {
    RuleId rule = new RuleId("new-store");
    List<Sample> samples = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      boolean hold = verdict == Verdict.HOLD;
      samples.add(new Sample(
          "AnswerCard." + verdict.name().toLowerCase(Locale.ROOT),
          new Notice.AnswerCard(
              rule,
              NEW_STORE,
              verdict,
              ADVICE,
              Optional.of(both("Share the newsroom's post.", "Bagikan unggahan ruang berita.")),
              hold
                  ? Optional.of(both("Something good is coming.", "Ada kabar baik."))
                  : Optional.empty(),
              List.of(REPAIRS),
              "Communications",
              hold ? Optional.of(LocalDate.of(2026, 8, 3)) : Optional.empty(),
              "2026-11",
              hold,
              Notice.Context.NONE,
              hold ? ASKED : "")));
    }
    samples.addAll(contexts(rule));
    samples.addAll(drafts());
    samples.add(new Sample(
        "WhichAccount", new Notice.WhichAccount(rule, NEW_STORE, "Meranti <Motors>", ASKED)));
    samples.add(new Sample(
        "AnswerCard.link_under_review",
        new Notice.AnswerCard(
            rule,
            NEW_STORE,
            Verdict.HOLD,
            ADVICE,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "Communications",
            Optional.of(LocalDate.of(2026, 8, 3)),
            "2026-11",
            true,
            Notice.Context.NONE,
            ASKED)));
    samples.add(new Sample(
        "Suggestions",
        new Notice.Suggestions(
            List.of(
                new Notice.Suggestion(rule, NEW_STORE),
                new Notice.Suggestion(new RuleId("photos"), both("Photos", "Foto"))),
            ASKED)));
    samples.add(new Sample("NoAnswer", new Notice.NoAnswer(ASKED)));
    samples.add(new Sample("NoAnswer.forgotten", new Notice.NoAnswer("")));
    samples.add(new Sample("UnderReview", new Notice.UnderReview(rule, NEW_STORE, ASKED)));
    samples.add(new Sample(
        "ProtectedRight",
        new Notice.ProtectedRight(
            new RuleId("pay"),
            both("Pay", "Gaji"),
            both("The policy does not restrict this.", "Kebijakan tidak membatasi ini."),
            both("The works council helps.", "Serikat pekerja membantu."),
            List.of(REPAIRS),
            0,
            ASKED)));
    samples.add(new Sample(
        "ProtectedRight.links_under_review",
        new Notice.ProtectedRight(
            new RuleId("pay"), NEW_STORE, NEW_STORE, NEW_STORE, List.of(REPAIRS), 2, ASKED)));
    return samples;
  }

  private static List<Sample> contexts(RuleId rule) {
    List<Sample> samples = new ArrayList<>();
    for (boolean ended : List.of(true, false)) {
      Notice.Training training = new Notice.Training(
          LocalDate.of(2026, 11, 20), ended, both("Communications", "Communications"));
      Account account = ended ? Account.OFFICIAL : Account.PERSONAL;
      samples.add(new Sample(
          "AnswerCard." + account.code(),
          new Notice.AnswerCard(
              rule,
              NEW_STORE,
              Verdict.ASK,
              ADVICE,
              ADVICE.instead(),
              Optional.empty(),
              List.of(),
              "Communications",
              Optional.empty(),
              "2026-11",
              true,
              new Notice.Context(Optional.of(account), Optional.of(training)),
              ASKED)));
    }
    return samples;
  }

  private static List<Sample> drafts() {
    Notice.Near hold =
        new Notice.Near(new RuleId("new-store"), NEW_STORE, Optional.of(Verdict.HOLD));
    Notice.Near other =
        new Notice.Near(new RuleId("photos"), both("Photos", "Foto"), Optional.empty());
    List<Matter> all = List.of(
        matter(Matter.Source.EMBARGO),
        matter(Matter.Source.SENSITIVE),
        matter(Matter.Source.PROTECTED));
    return List.of(
        new Sample("DraftChecked", new DraftChecked(all, 2, List.of(), false, ASKED)),
        new Sample(
            "DraftChecked.free",
            new DraftChecked(
                List.of(matter(Matter.Source.PROTECTED)), 0, List.of(other), false, ASKED)),
        new Sample(
            "DraftChecked.read_first",
            new DraftChecked(List.of(), 0, List.of(hold, other), true, ASKED)),
        new Sample(
            "DraftChecked.clear",
            new DraftChecked(List.of(), 0, List.of(hold, other), false, ASKED)),
        new Sample("DraftChecked.long", new DraftChecked(List.of(), 0, List.of(), false, "")));
  }

  private static Matter matter(Matter.Source source) {
    return new Matter(
        new RuleId("matter-" + source.name().toLowerCase(Locale.ROOT)),
        source,
        NEW_STORE,
        List.of("the <new> store", "*store*"),
        source == Matter.Source.SENSITIVE ? ADVICE.dont() : Optional.empty(),
        ADVICE.instead(),
        ADVICE.why(),
        source == Matter.Source.EMBARGO ? Optional.of(NOON) : Optional.empty(),
        source == Matter.Source.SENSITIVE ? List.of() : List.of(REPAIRS),
        source == Matter.Source.SENSITIVE ? 1 : 0);
  }

  private static List<Sample> privately() {
    List<Sample> samples = new ArrayList<>(List.of(
        new Sample(
            "TooLate", new Notice.TooLate(NUMBER, ANA, NOON, Optional.of(question()), NAMES)),
        new Sample("TooLate.last", new Notice.TooLate(NUMBER, TIA, NOON, Optional.empty(), NAMES)),
        new Sample("AlreadyYours", new Notice.AlreadyYours(NUMBER)),
        new Sample("NoLongerOpen", new Notice.NoLongerOpen(NUMBER)),
        new Sample("MovedOn", new Notice.MovedOn(NUMBER)),
        new Sample("NotYourTeam", new Notice.NotYourTeam(LEGAL)),
        new Sample("NotYours", new Notice.NotYours(NUMBER, Optional.of(ANA), NAMES)),
        new Sample("NotYours.free", new Notice.NotYours(NUMBER, Optional.empty(), Map.of())),
        new Sample("Refused", new Notice.Refused(PUBLIC)),
        new Sample("OneMoment", new Notice.OneMoment()),
        new Sample("Slower", new Notice.Slower(Notice.Slower.Often.REPORTS)),
        new Sample("Slower.questions", new Notice.Slower(Notice.Slower.Often.QUESTIONS)),
        new Sample("NotStored", new Notice.NotStored(List.of())),
        new Sample("NotStored.danger", new Notice.NotStored(List.of(LINE))),
        new Sample("ToldDirectly", new Notice.ToldDirectly(List.of(LINE), LEGAL)),
        new Sample("NotFound", new Notice.NotFound()),
        new Sample("Erased", new Notice.Erased(Optional.empty())),
        new Sample("Erased.on", new Notice.Erased(Optional.of(LocalDate.of(2027, 11, 23)))),
        new Sample("Unclear", new Notice.Unclear("unclear.link_mistyped")),
        new Sample("Help", new Notice.Help()),
        new Sample(
            "LinkSeen", new Notice.LinkSeen("https://x.com/someone/status/1", "", List.of())),
        new Sample(
            "LinkSeen.danger",
            new Notice.LinkSeen(
                "https://x.com/someone/status/1", "They threaten our workshop", List.of(LINE))),
        new Sample("Home", home()),
        new Sample(
            "Home.empty",
            new Notice.Home(List.of(), List.of(), "Meranti Motors", PUBLIC, Optional.empty())),
        new Sample(
            "Home.owner",
            new Notice.Home(List.of(), List.of(), "Meranti Motors", PUBLIC, Optional.of(asked()))),
        new Sample("PolicyPage", asked()),
        new Sample(
            "PolicyPage.empty",
            new Notice.PolicyPage(
                new Heard.Counts(0, 0, 0, 0, List.of()), List.of(), 0, 0, List.of())),
        new Sample("NotPolicyOwner", new Notice.NotPolicyOwner()),
        new Sample("SentOn", new Notice.SentOn(QUESTION, Optional.of(NOON), false)),
        new Sample("SentOn.no_deadline", new Notice.SentOn(QUESTION, Optional.empty(), false)),
        new Sample("SentOn.unclear_rule", new Notice.SentOn(QUESTION, Optional.of(NOON), true))));
    samples.add(new Sample(
        "Acknowledged.hidden",
        new Notice.Acknowledged(Notice.Acknowledged.Kind.WITHDRAWN, Optional.empty())));
    for (Notice.Acknowledged.Kind kind : Notice.Acknowledged.Kind.values()) {
      samples.add(new Sample(
          "Acknowledged." + kind.name().toLowerCase(Locale.ROOT),
          new Notice.Acknowledged(kind, Optional.of(NUMBER))));
    }
    return samples;
  }

  private static Notice.PolicyPage asked() {
    RuleId store = new RuleId("new-store");
    return new Notice.PolicyPage(
        new Heard.Counts(
            1200,
            31,
            7,
            12,
            List.of(
                new Heard.Marked(store, Optional.of(NEW_STORE), 3, 1),
                new Heard.Marked(new RuleId("gone"), Optional.empty(), 0, 2))),
        List.of(
            new Heard.Group(
                42,
                "not_mine",
                Optional.of(store),
                Optional.of(NEW_STORE),
                3,
                List.of(NASTY, "may i film the [link] showroom")),
            new Heard.Group(
                41, "unclear", Optional.of(store), Optional.of(NEW_STORE), 1, List.of()),
            new Heard.Group(
                40, "chosen", Optional.of(store), Optional.of(NEW_STORE), 2, List.of("shop?")),
            new Heard.Group(
                39, "sent_on", Optional.empty(), Optional.empty(), 1, List.of("zebras"))),
        2,
        3,
        List.of(
            waiting("new_entry", new RuleId("zebras"), "Omar <!channel>"),
            waiting("still_right", new ResourceId("repairs"), "")));
  }

  private static Heard.Waiting waiting(String kind, EntryId about, String by) {
    return new Heard.Waiting("01970000-0000-7000-8000-000000000001", kind, about, by, NOON);
  }

  private static Notice home() {
    List<Notice.Mine> mine = new ArrayList<>();
    for (String status :
        List.of("status.open", "status.claimed", "status.resolved", "status.merged")) {
      mine.add(new Notice.Mine(
          report(DEWI, NASTY),
          Optional.of(NUMBER),
          Case.Kind.REPORT,
          status,
          REFUND.title(),
          NOON,
          2));
    }
    mine.add(new Notice.Mine(
        report(DEWI, NASTY),
        Optional.of(QUESTION),
        Case.Kind.QUESTION,
        "status.open",
        REFUND.title(),
        NOON,
        0));
    mine.add(new Notice.Mine(
        report(DEWI, NASTY),
        Optional.empty(),
        Case.Kind.REPORT,
        "status.received",
        REFUND.title(),
        NOON,
        0));
    return new Notice.Home(
        mine,
        List.of(new Notice.Suggestion(new RuleId("new-store"), NEW_STORE)),
        "Meranti <Motors>",
        PUBLIC,
        Optional.empty());
  }

  private static Patch patch(int lines) {
    return new Patch(
        "policy.yaml",
        "example",
        new RuleId("new-store"),
        "2026-11",
        "--- a/policy.yaml\n+++ b/policy.yaml\n@@ -1,1 +1,3 @@\n      en:\n"
            + "+        - \"{{DATE()}} <!channel>: *may* I post?\"\n".repeat(lines));
  }

  private static List<Sample> operators() {
    List<String> problems = new ArrayList<>();
    for (int line = 1; line <= 12; line++) {
      problems.add("policy.yaml:" + line + ": rule \"<!here>\" has a don't but no do. Add one.");
    }
    return List.of(
        new Sample("PolicyBroken", new Notice.PolicyBroken(problems, "2026-11")),
        new Sample("PolicyMended", new Notice.PolicyMended("2026-12")),
        new Sample("Proposed", new Notice.Proposed(patch(2))),
        new Sample("Proposed.long", new Notice.Proposed(patch(400))),
        new Sample(
            "NotProposed",
            new Notice.NotProposed(
                Reason.REFUSED, "", List.of("\"do\" of answer \"<!here>\" is empty. Write it."))),
        new Sample("NotProposed.already", new Notice.NotProposed(Reason.ALREADY, "", List.of())),
        new Sample("NotProposed.gone", new Notice.NotProposed(Reason.GONE, "new-store", List.of())),
        new Sample(
            "NotProposed.still_used",
            new Notice.NotProposed(Reason.STILL_USED, "repairs", List.of("refund", "threat"))),
        new Sample(
            "Undelivered",
            new Notice.Undelivered(
                Optional.of(NUMBER), "team_card", "is_archived", "Unarchive the channel.")),
        new Sample(
            "Undelivered.no_case",
            new Notice.Undelivered(
                Optional.empty(), "home", "missing_scope", "Install the app again.")));
  }
}
