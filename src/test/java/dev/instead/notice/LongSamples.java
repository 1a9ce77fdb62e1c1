package dev.instead.notice;

import static dev.instead.notice.Samples.ANA;
import static dev.instead.notice.Samples.DEWI;
import static dev.instead.notice.Samples.NOON;
import static dev.instead.notice.Samples.NUMBER;
import static dev.instead.notice.Samples.claimed;
import static dev.instead.notice.Samples.note;
import static dev.instead.notice.Samples.report;
import static dev.instead.notice.Samples.same;

import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.policy.Account;
import dev.instead.policy.Advice;
import dev.instead.policy.Contact;
import dev.instead.policy.LocalText;
import dev.instead.policy.Part;
import dev.instead.policy.Patch;
import dev.instead.policy.Reply;
import dev.instead.policy.Resource;
import dev.instead.policy.RuleId;
import dev.instead.policy.Severity;
import dev.instead.policy.Situation;
import dev.instead.policy.Team;
import dev.instead.policy.Verdict;
import dev.instead.report.Case;
import dev.instead.report.CaseEvent;
import dev.instead.report.Link;
import dev.instead.report.Note;
import dev.instead.report.Outcome;
import dev.instead.report.Report;
import dev.instead.report.Stage;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Notices and forms that are as long as the policy's checks and people's inputs allow, made of one repeated letter. */
public final class LongSamples {
  private static final List<Locale> LANGUAGES = "abcdefghijklmnopqrst"
      .chars()
      .mapToObj(letter -> Locale.forLanguageTag("x" + (char) letter))
      .toList();

  private LongSamples() {}

  public static List<Notice> notices(String letter) {
    Parts p = new Parts(letter);
    List<Report> reports = Collections.nCopies(Notice.TeamCard.SHOWN_REPORTS, p.report);
    List<Reply> replies = Collections.nCopies(20, p.reply);
    List<Resource> resources = Collections.nCopies(20, p.resource);
    List<Contact> contacts = Collections.nCopies(20, p.contact);
    Case resolved = p.about.at(new Stage.Resolved(p.stranger, NOON, Outcome.ANSWERED, p.words));
    return List.of(
        new Notice.TeamCard(p.about, p.situation, p.team, reports, replies, true, 9, p.names),
        new Notice.TeamCard(resolved, p.situation, p.team, reports, replies, true, 9, p.names),
        new Notice.TeamCard(p.about, p.situation, p.team, reports, replies, false, 9, p.names),
        new Notice.TeamNote(p.about, note(Note.Kind.ANSWER, p.stranger, p.words), p.names),
        new Notice.Receipt(
            p.about,
            p.report,
            false,
            p.situation,
            p.team,
            false,
            replies,
            resources,
            contacts,
            Optional.of(NOON),
            p.words,
            p.names),
        new Notice.Receipt(
            p.about,
            p.report,
            true,
            p.situation,
            p.team,
            true,
            replies,
            resources,
            contacts,
            Optional.empty(),
            p.words,
            p.names),
        new Notice.HiddenCard(NUMBER, p.team),
        new Notice.PickedUp(p.about, p.team, p.stranger, p.names),
        new Notice.OutcomeNews(p.about, p.team, Outcome.MONITOR_ONLY, p.words, p.report.id()),
        new Notice.ReopenedNews(p.about, p.team),
        new Notice.RelayToReporter(
            p.about, p.team, note(Note.Kind.QUESTION, p.stranger, p.words), p.report.id(), p.names),
        new Notice.AnswerCard(
            p.rule,
            p.text,
            Verdict.HOLD,
            p.advice,
            Optional.of(p.text),
            Optional.of(p.text),
            resources,
            p.words,
            Optional.of(LocalDate.of(2026, 9, 30)),
            p.words,
            false,
            new Notice.Context(
                Optional.of(Account.OFFICIAL),
                Optional.of(new Notice.Training(LocalDate.of(2026, 9, 30), true, p.text))),
            p.words),
        new Notice.WhichAccount(p.rule, p.text, p.words, p.words),
        draft(p, resources),
        new Notice.DraftChecked(
            List.of(),
            0,
            Collections.nCopies(3, new Notice.Near(p.rule, p.text, Optional.of(Verdict.HOLD))),
            true,
            p.words),
        new Notice.Suggestions(
            Collections.nCopies(9, new Notice.Suggestion(p.rule, p.text)), p.words),
        new Notice.NoAnswer(p.words),
        new Notice.LinkSeen("https://x.example/" + p.words, p.words, contacts),
        new Notice.LinkSeen("https://x.example/1", p.words, contacts),
        new Notice.UnderReview(p.rule, p.text, p.words),
        new Notice.ProtectedRight(p.rule, p.text, p.text, p.text, resources, 3, p.words),
        new Notice.TooLate(NUMBER, p.stranger, NOON, Optional.of(p.about), p.names),
        new Notice.NotYourTeam(p.team),
        new Notice.NotYours(NUMBER, Optional.of(p.stranger), p.names),
        new Notice.Refused(p.contact),
        new Notice.NotStored(contacts),
        new Notice.ToldDirectly(contacts, p.team),
        new Notice.DangerReported(p.situation, p.about.link(), p.words, p.stranger, p.words, NOON),
        new Notice.Home(
            Collections.nCopies(
                60,
                new Notice.Mine(
                    p.report,
                    Optional.of(NUMBER),
                    Case.Kind.REPORT,
                    "status.claimed",
                    p.text,
                    NOON,
                    1)),
            Collections.nCopies(60, new Notice.Suggestion(p.rule, p.text)),
            p.words,
            p.contact,
            Optional.of(asked(p))),
        asked(p),
        new Notice.ReviewList(
            Collections.nCopies(
                10,
                new Notice.Review(
                    p.rule, p.text, Notice.Review.State.OVERDUE, LocalDate.of(2026, 9, 30))),
            100_000,
            10),
        new Notice.NotYourText(p.words),
        new Notice.LinkDead(p.resource, "link_dead.tls_broken"),
        new Notice.LinkAlive(p.resource),
        new Notice.PolicyBroken(Collections.nCopies(500, p.words), p.words),
        new Notice.PolicyMended(p.words),
        new Notice.Proposed(new Patch(
            p.words, "example", new RuleId(p.words), p.words, (p.words + "\n").repeat(20))),
        new Notice.NotProposed(
            Notice.NotProposed.Reason.STILL_USED, p.words, Collections.nCopies(500, p.words)),
        new Notice.Undelivered(Optional.of(NUMBER), "team_card", p.words, p.words));
  }

  private static Notice.PolicyPage asked(Parts p) {
    return new Notice.PolicyPage(
        new Heard.Counts(
            9_999_999,
            9_999_999,
            9_999_999,
            9_999_999,
            Collections.nCopies(5, new Heard.Marked(p.rule, Optional.of(p.text), 99_999, 99_999))),
        Collections.nCopies(
            5,
            new Heard.Group(
                Long.MAX_VALUE,
                "not_mine",
                Optional.of(p.rule),
                Optional.of(p.text),
                99_999,
                Collections.nCopies(3, p.words))),
        99_999,
        200,
        Collections.nCopies(
            3,
            new Heard.Waiting(
                "01970000-0000-7000-8000-000000000000", "together", p.rule, p.words, NOON)));
  }

  public static List<Form> forms(String letter) {
    Parts p = new Parts(letter);
    return List.of(
        new Form.FileReport(
            Collections.nCopies(150, p.situation),
            Optional.of(p.situation.id()),
            "https://x.com/" + "a".repeat(3000),
            p.words,
            Collections.nCopies(20, p.contact),
            Collections.nCopies(20, p.contact)),
        new Form.AnswerTeam(p.report.id(), NUMBER, note(Note.Kind.QUESTION, ANA, p.words)),
        new Form.AskPolicy(p.words),
        new Form.StillRight(
            p.rule, p.text, Optional.of(LocalDate.of(2026, 9, 30)), LocalDate.of(2027, 9, 30)),
        new Form.ChangeEntry(
            p.rule,
            p.text,
            texts(p.words),
            Optional.of("https://x.com/" + "a".repeat(1980)),
            List.of(
                "account.official",
                "account.personal",
                "stance.strict",
                "stance.trained",
                "stance.relaxed")),
        new Form.NewEntry(
            NUMBER,
            LANGUAGES,
            LANGUAGES.get(0),
            p.words,
            p.words,
            p.words,
            LocalDate.of(2027, 6, 30)),
        new Form.AddExample(
            Long.MAX_VALUE,
            p.words,
            Collections.nCopies(100, new Notice.Suggestion(p.rule, p.text)),
            Optional.empty(),
            LANGUAGES,
            LANGUAGES.get(0)),
        new Form.Topics(
            Collections.nCopies(30, new Shelf("s".repeat(60), Optional.of(p.text), 999)),
            "s".repeat(60),
            Collections.nCopies(50, new Form.Entry(p.rule, p.text, Chapter.ASK)),
            1,
            3),
        new Form.Search(p.words, Collections.nCopies(50, p.hit)),
        new Form.Search(p.words, List.of()),
        new Form.Resolve(p.about, Outcome.ANSWERED, p.words),
        new Form.HandOver(p.about, Collections.nCopies(150, p.team)),
        new Form.Merge(p.about, Collections.nCopies(150, p.about), Map.of("S-7KQ2", p.situation)),
        new Form.UseReply(p.about, Collections.nCopies(60, p.reply)),
        new Form.Timeline(
            p.about,
            Collections.nCopies(
                500,
                new CaseEvent(
                    NUMBER,
                    NOON,
                    Optional.of(p.stranger),
                    new CaseEvent.DetailsAdded(note(Note.Kind.DETAILS, DEWI, "").id()))),
            List.of(note(Note.Kind.DETAILS, DEWI, p.words)),
            p.names,
            Map.of(p.team.id(), p.text)),
        new Form.Reports(p.about, Collections.nCopies(500, p.report), p.names));
  }

  private static List<Form.ChangeEntry.Said> texts(String words) {
    return IntStream.range(0, 150)
        .mapToObj(i -> "" + (char) ('a' + i / 26) + (char) ('a' + i % 26))
        .map(tag -> new Form.ChangeEntry.Said(
            Part.COPY, Locale.forLanguageTag(tag), words.substring(0, 2000)))
        .toList();
  }

  private static Notice draft(Parts p, List<Resource> resources) {
    Notice.Matter matter = new Notice.Matter(
        p.rule,
        Notice.Matter.Source.EMBARGO,
        p.text,
        List.of(p.words, p.words, p.words),
        Optional.of(p.text),
        Optional.of(p.text),
        p.text,
        Optional.of(NOON),
        resources,
        99);
    return new Notice.DraftChecked(
        Collections.nCopies(Notice.DraftChecked.SHOWN_MATTERS, matter),
        20,
        List.of(),
        false,
        p.words);
  }

  private static final class Parts {
    final String words;
    final LocalText text;
    final Person stranger = new Person(Platform.TEAMS, "tenant", "29:stranger");
    final Map<Person, String> names;
    final Advice advice;
    final Reply reply;
    final Resource resource;
    final Contact contact;
    final Situation situation;
    final Team team;
    final Case about;
    final Report report;
    final RuleId rule = new RuleId("r".repeat(100));
    final Form.Hit hit;

    Parts(String letter) {
      words = letter.repeat(3000 / letter.length() + 1);
      text = same(words);
      names = Map.of(stranger, words);
      advice = new Advice(Optional.of(text), Optional.of(text), text, List.of());
      reply = Samples.reply(text);
      resource = Samples.resource("https://x.example/" + "a".repeat(2500), text);
      contact = new Contact(
          text,
          Optional.of(words),
          Optional.of(URI.create("https://x.example/" + "a".repeat(4000))));
      situation = Samples.situation(text, advice, true);
      team = Samples.team("care", words);
      Case plain = claimed();
      about = new Case(
          plain.number(),
          plain.kind(),
          plain.situation(),
          plain.team(),
          Severity.URGENT,
          plain.stage(),
          Optional.of(new Link("https://x.example/" + "a".repeat(4000), "k")),
          true,
          plain.language(),
          2000,
          NOON,
          plain.due(),
          plain.policyVersion(),
          1,
          1);
      report = report(stranger, words);
      Marked marked = new Marked(Collections.nCopies(100, new Marked.Run(letter, true)));
      hit = new Form.Hit(rule, Chapter.OWN_ACCOUNT, marked, marked);
    }
  }
}
