package dev.instead.teams;

import dev.instead.desk.CaseForm;
import dev.instead.desk.Opening;
import dev.instead.desk.ReviewDesk;
import dev.instead.desk.UseCases;
import dev.instead.notice.Bookmark;
import dev.instead.notice.Heard;
import dev.instead.notice.Notice;
import dev.instead.people.Person;
import dev.instead.policy.EntryId;
import dev.instead.policy.ReplyId;
import dev.instead.policy.RuleId;
import dev.instead.report.CaseNumber;
import dev.instead.report.NoteId;
import dev.instead.report.ReportId;
import java.util.Map;
import java.util.Optional;

/** Buttons of cards and dialogs. */
final class PressRoutes {
  private static final Map<String, CaseForm> FORMS = Map.of(
      Verbs.USE_REPLY, CaseForm.USE_REPLY,
      Verbs.ASK_REPORTER, CaseForm.ASK_REPORTER,
      Verbs.REPLY, CaseForm.REPLY,
      Verbs.RESOLVE, CaseForm.RESOLVE,
      Verbs.TIMELINE, CaseForm.TIMELINE,
      Verbs.REPORTS, CaseForm.REPORTS,
      Verbs.HAND_OVER, CaseForm.HAND_OVER,
      Verbs.SEVERITY, CaseForm.SEVERITY,
      Verbs.MERGE, CaseForm.MERGE);

  private final UseCases desks;
  private final FormRoutes forms;

  PressRoutes(UseCases desks) {
    this.desks = desks;
    this.forms = new FormRoutes(desks);
  }

  Reaction pressed(Press press) {
    if (press.isForm()) {
      return forms.sent(press);
    }
    return press.verb().startsWith("case.") ? onCard(press) : own(press);
  }

  /** Buttons of the team's card, and of the dialogs that it opens. */
  private Reaction onCard(Press press) {
    Optional<CaseNumber> number = CaseNumber.parse(press.words()[0]);
    if (number.isEmpty() || isOfAnother(press, number.get())) {
      return new Reaction.Tell(new Notice.NotFound());
    }
    CaseForm form = FORMS.get(press.verb());
    Reaction reaction = press.verb().equals(Verbs.ENTRY)
        ? opened(desks.entries().form(number.get(), press.person()))
        : form == null
            ? act(number.get(), press)
            : opened(desks.forms().open(form, number.get(), press.person()));
    press
        .card()
        .ifPresent(card ->
            desks.cases().pressedOn(number.get(), press.person(), card.channel(), card.id()));
    return reaction;
  }

  /** The button of one case on the card of another: the client changed it. */
  private boolean isOfAnother(Press press, CaseNumber number) {
    return press
        .card()
        .filter(card -> desks.cases().isOfAnother(number, card.channel(), card.id()))
        .isPresent();
  }

  private Reaction act(CaseNumber number, Press press) {
    Person member = press.person();
    Optional<Notice> said = switch (press.verb()) {
      case Verbs.TAKE -> desks.cases().claim(number, member, press.delivery());
      case Verbs.DISMISS -> desks.cases().dismiss(number, member, press.delivery());
      case Verbs.RELEASE -> desks.cases().release(number, member, press.delivery());
      case Verbs.REOPEN -> desks.cases().reopen(number, member, press.delivery());
      case Verbs.PICK_REPLY -> Optional.of(used(number, press));
      default -> Optional.of(new Notice.NotFound());
    };
    return said.<Reaction>map(Reaction.Tell::new).orElseGet(() -> new Reaction.Done(number));
  }

  private Notice used(CaseNumber number, Press press) {
    String[] words = press.words();
    if (words.length < 2) {
      return new Notice.NotFound();
    }
    return desks
        .cases()
        .useReply(number, press.person(), new ReplyId(words[1]), press.delivery())
        .orElseGet(() ->
            new Notice.Acknowledged(Notice.Acknowledged.Kind.REPLY_USED, Optional.of(number)));
  }

  /** Buttons of reporters and askers. */
  private Reaction own(Press press) {
    Person person = press.person();
    String[] words = press.words();
    String rest = words.length == 2 ? words[1] : "";
    return switch (press.verb()) {
      case Verbs.OPEN_REPORT -> {
        Prefill known = Prefill.of(press.value());
        yield opened(desks.reports().form(person, known.link(), known.words(), Optional.empty()));
      }
      case Verbs.OPEN_ASK -> opened(desks.answers().form(person, ""));
      case Verbs.ADD_EXAMPLE ->
        opened(desks.feedback().exampleForm(Heard.Group.seqOf(press.value()), person));
      case Verbs.BROWSE -> opened(desks.browse().open(person, Bookmark.of(press.value())));
      case Verbs.READ -> read(person, words[0], Bookmark.of(rest));
      case Verbs.ADD_DETAILS ->
        opened(desks.reports().detailsForm(new ReportId(press.value()), person));
      case Verbs.ANSWER_TEAM ->
        opened(desks.reports().answerForm(new NoteId(words[0]), new ReportId(rest), person));
      case Verbs.REVIEW_HOLDS ->
        opened(desks.reviews().holdsForm(person, EntryId.ofCode(press.value())));
      case Verbs.REVIEW_CHANGE ->
        opened(desks.reviews().changeForm(person, EntryId.ofCode(press.value())));
      default -> new Reaction.Tell(answered(press, words[0], rest));
    };
  }

  private Reaction read(Person person, String rule, Bookmark back) {
    String asked = back instanceof Bookmark.Found found ? found.words() : "";
    return new Reaction.Tell(
        desks.answers().read(person, new RuleId(rule), asked), Optional.of(back));
  }

  private Notice answered(Press press, String first, String rest) {
    Person person = press.person();
    return switch (press.verb()) {
      case Verbs.WITHDRAW ->
        desks.reports().withdraw(new ReportId(press.value()), person, press.delivery());
      case Verbs.NOT_SOLVED ->
        desks.reports().notSolved(new ReportId(press.value()), person, press.delivery());
      case Verbs.REVIEW_RETIRE -> desks.reviews().retire(person, EntryId.ofCode(press.value()));
      case Verbs.REVIEW_MORE -> desks.reviews().more(person, ReviewDesk.from(press.value()));
      case Verbs.ASKED -> desks.feedback().page(person);
      case Verbs.DISMISS_GROUP ->
        desks.feedback().dismiss(Heard.Group.seqOf(press.value()), person);
      case Verbs.DROP_PROPOSAL -> desks.feedback().drop(press.value(), person);
      case Verbs.MY_REPORTS -> desks.homes().home(person);
      case Verbs.SHOW_ANSWER ->
        desks.answers().show(person, new RuleId(first), question(press, rest));
      case Verbs.ON_ACCOUNT -> onAccount(press, new RuleId(first), rest);
      case Verbs.NOT_MINE -> desks.answers().notMine(person, question(press, press.value()));
      case Verbs.UNCLEAR_RULE ->
        desks.answers().unclear(person, new RuleId(first), question(press, rest), press.delivery());
      case Verbs.SEND_ON ->
        desks.answers().sendOn(person, question(press, press.value()), press.delivery());
      default -> new Notice.NotFound();
    };
  }

  private Notice onAccount(Press press, RuleId rule, String rest) {
    String[] words = rest.split(" ", 2);
    String asked = words.length == 2 ? words[1].strip() : "";
    return desks.answers().onAccount(press.person(), rule, words[0], question(press, asked));
  }

  private static String question(Press press, String value) {
    return Asked.of(value, press.fields().values().get(Verbs.QUESTION_FIELD));
  }

  static Reaction opened(Opening opening) {
    return opening instanceof Opening.Show show
        ? Reaction.Ask.fresh(show.form())
        : new Reaction.Tell(((Opening.Say) opening).notice());
  }
}
