package dev.instead.slack;

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
import dev.instead.policy.SituationId;
import dev.instead.report.CaseNumber;
import dev.instead.report.NoteId;
import dev.instead.report.ReportId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Buttons and menus, in messages, windows and the home. */
final class PressRoutes {
  private static final Map<String, CaseForm> FORMS = Map.of(
      Actions.USE_REPLY, CaseForm.USE_REPLY,
      Actions.ASK_REPORTER, CaseForm.ASK_REPORTER,
      Actions.REPLY, CaseForm.REPLY,
      Actions.RESOLVE, CaseForm.RESOLVE,
      Actions.TIMELINE, CaseForm.TIMELINE,
      Actions.REPORTS, CaseForm.REPORTS,
      Actions.HAND_OVER, CaseForm.HAND_OVER,
      Actions.SEVERITY, CaseForm.SEVERITY,
      Actions.MERGE, CaseForm.MERGE);

  /** What Slack's ids of direct messages begin with. */
  private static final String DIRECT_MESSAGES = "D";

  private final UseCases desks;
  private final Windows windows;
  private final Whisper whisper;

  PressRoutes(UseCases desks, Windows windows, Whisper whisper) {
    this.desks = desks;
    this.windows = windows;
    this.whisper = whisper;
  }

  void pressed(Press press) {
    Locale language = desks.readers().languageOf(press.person());
    if (press.action().equals(Actions.LINK)) {
      return; // Slack opens the page itself.
    }
    if (press.outsider()) {
      answer(press, desks.readers().refusal(), language);
    } else if (press.action().startsWith("case.")) {
      onCard(press, language);
    } else {
      own(press, language);
    }
  }

  /** Buttons of the team's card, and of the windows that it opens. */
  private void onCard(Press press, Locale language) {
    boolean menu = press.action().equals(Actions.MORE);
    String[] words = press.words();
    String action = menu ? words[0] : press.action();
    String rest = menu ? (words.length == 2 ? words[1] : "") : press.value();
    Optional<CaseNumber> number = CaseNumber.parse(rest.split(" ", 2)[0]);
    if (number.isEmpty()) {
      answer(press, new Notice.NotFound(), language);
      return;
    }
    CaseForm form = FORMS.get(action);
    if (action.equals(Actions.ENTRY)) {
      open(press, desks.entries().form(number.get(), press.person()), language);
    } else if (form != null) {
      open(press, desks.forms().open(form, number.get(), press.person()), language);
    } else {
      act(action, rest, number.get(), press).ifPresent(notice -> answer(press, notice, language));
    }
    press
        .message()
        .ifPresent(place ->
            desks.cases().pressedOn(number.get(), press.person(), place.channel(), place.ts()));
  }

  private Optional<Notice> act(String action, String value, CaseNumber number, Press press) {
    Person member = press.person();
    return switch (action) {
      case Actions.TAKE -> desks.cases().claim(number, member, press.delivery());
      case Actions.DISMISS -> desks.cases().dismiss(number, member, press.delivery());
      case Actions.RELEASE -> desks.cases().release(number, member, press.delivery());
      case Actions.REOPEN -> desks.cases().reopen(number, member, press.delivery());
      case Actions.PICK_REPLY -> used(value, number, press);
      default -> Optional.of(new Notice.NotFound());
    };
  }

  private Optional<Notice> used(String value, CaseNumber number, Press press) {
    String[] words = value.split(" ", 2);
    if (words.length < 2) {
      return Optional.of(new Notice.NotFound());
    }
    return desks
        .cases()
        .useReply(number, press.person(), new ReplyId(words[1]), press.delivery())
        .or(() -> Optional.of(
            new Notice.Acknowledged(Notice.Acknowledged.Kind.REPLY_USED, Optional.of(number))));
  }

  /** Buttons of reporters and askers. */
  private void own(Press press, Locale language) {
    Person person = press.person();
    String[] words = press.words();
    String rest = words.length == 2 ? words[1] : "";
    switch (press.action()) {
      case Actions.OPEN_REPORT ->
        open(press, reportForm(person, Prefill.of(press.value())), language);
      case Actions.OPEN_ASK -> open(press, desks.answers().form(person, ""), language);
      case Actions.ADD_DETAILS ->
        open(press, desks.reports().detailsForm(new ReportId(press.value()), person), language);
      case Actions.ANSWER_TEAM ->
        open(
            press,
            desks.reports().answerForm(new NoteId(words[0]), new ReportId(rest), person),
            language);
      case Actions.WITHDRAW ->
        answer(
            press,
            desks.reports().withdraw(new ReportId(press.value()), person, press.delivery()),
            language);
      case Actions.NOT_SOLVED ->
        answer(
            press,
            desks.reports().notSolved(new ReportId(press.value()), person, press.delivery()),
            language);
      case Actions.SHOW_ANSWER ->
        answer(press, desks.answers().show(person, new RuleId(words[0]), rest), language);
      case Actions.ON_ACCOUNT -> onAccount(press, new RuleId(words[0]), rest, language);
      case Actions.NOT_MINE ->
        answer(press, desks.answers().notMine(person, press.value()), language);
      case Actions.UNCLEAR_RULE ->
        answer(
            press,
            desks.answers().unclear(person, new RuleId(words[0]), rest, press.delivery()),
            language);
      case Actions.SEND_ON ->
        answer(press, desks.answers().sendOn(person, press.value(), press.delivery()), language);
      case Actions.REVIEW_HOLDS ->
        open(press, desks.reviews().holdsForm(person, EntryId.ofCode(press.value())), language);
      case Actions.REVIEW_CHANGE ->
        open(press, desks.reviews().changeForm(person, EntryId.ofCode(press.value())), language);
      case Actions.REVIEW_RETIRE ->
        answer(press, desks.reviews().retire(person, EntryId.ofCode(press.value())), language);
      case Actions.REVIEW_MORE ->
        answer(press, desks.reviews().more(person, ReviewDesk.from(press.value())), language);
      case Actions.ADD_EXAMPLE ->
        open(
            press,
            desks.feedback().exampleForm(Heard.Group.seqOf(press.value()), person),
            language);
      case Actions.DISMISS_GROUP ->
        ownersPage(
            press, desks.feedback().dismiss(Heard.Group.seqOf(press.value()), person), language);
      case Actions.DROP_PROPOSAL ->
        ownersPage(press, desks.feedback().drop(press.value(), person), language);
      case Actions.BROWSE -> browse(press, language);
      case Actions.READ -> read(press, words[0], Bookmark.of(rest), language);
      case Actions.SITUATION_FIELD -> redraw(press, language);
      default -> answer(press, new Notice.NotFound(), language);
    }
  }

  private void ownersPage(Press press, Notice page, Locale language) {
    boolean inHome =
        press.window() == null && press.responseUrl() == null && press.message().isEmpty();
    if (!(inHome && page instanceof Notice.PolicyPage)) { // the home is brought up to date anyway
      answer(press, page, language);
    }
  }

  /** The answer takes the place of the question for which account it is. */
  private void onAccount(Press press, RuleId rule, String rest, Locale language) {
    String[] words = rest.split(" ", 2);
    Notice notice = desks
        .answers()
        .onAccount(press.person(), rule, words[0], words.length == 2 ? words[1].strip() : "");
    boolean answered = notice instanceof Notice.AnswerCard;
    if (answered && press.window() == null && press.responseUrl() != null) {
      whisper.inPlace(press.responseUrl(), notice, language);
    } else {
      answer(press, notice, language);
    }
  }

  /** In the window that is open, or in a new one. */
  private void browse(Press press, Locale language) {
    Opening opening = desks.browse().open(press.person(), Bookmark.of(press.value()));
    if (press.window() != null && opening instanceof Opening.Show show) {
      whisper.redraw(press.window().getId(), press.window().getHash(), show.form(), language);
    } else {
      open(press, opening, language);
    }
  }

  private void read(Press press, String rule, Bookmark back, Locale language) {
    String asked = back instanceof Bookmark.Found found ? found.words() : "";
    Notice entry = desks.answers().read(press.person(), new RuleId(rule), asked);
    if (press.window() == null) {
      answer(press, entry, language);
    } else {
      whisper.inWindow(press.window().getId(), entry, back, language);
    }
  }

  /** Another situation was chosen: the form shows whom to call first where there is danger. */
  private void redraw(Press press, Locale language) {
    if (press.window() == null) {
      return;
    }
    Fields fields = Fields.of(press.window().getState());
    Opening form = desks
        .reports()
        .form(
            press.person(),
            fields.text(Actions.LINK_FIELD),
            fields.text(Actions.TEXT_FIELD),
            Optional.of(press.value()).filter(id -> !id.isEmpty()).map(SituationId::new));
    if (form instanceof Opening.Show show) {
      whisper.redraw(press.window().getId(), press.window().getHash(), show.form(), language);
    }
  }

  private Opening reportForm(Person person, Prefill known) {
    return desks.reports().form(person, known.link(), known.words(), Optional.empty());
  }

  private void open(Press press, Opening opening, Locale language) {
    boolean inMessage = press.responseUrl() != null || press.message().isPresent();
    if (opening instanceof Opening.Show show && press.window() != null) {
      whisper.redraw(press.window().getId(), press.window().getHash(), show.form(), language);
    } else if (opening instanceof Opening.Say say && inMessage) {
      answer(press, say.notice(), language);
    } else if (!windows.open(press.trigger(), opening, language) && inMessage) {
      answer(press, new Notice.OneMoment(), language);
    }
  }

  /** Where the press was: in a message, beside it; in a window, in its place; in the home, in a window of its own. */
  private void answer(Press press, Notice notice, Locale language) {
    if (press.window() != null) {
      whisper.inWindow(press.window().getId(), notice, language);
    } else if (press.responseUrl() != null) {
      whisper.toPresser(press.responseUrl(), notice, language);
    } else if (press.message().isPresent()) {
      beside(press.message().get(), press.person(), notice, language);
    } else {
      windows.open(press.trigger(), notice, language);
    }
  }

  /** Without a response_url, as Slack may leave it out: the message's own conversation takes the answer. */
  private void beside(Press.Place place, Person person, Notice notice, Locale language) {
    String channel = place.channel().id();
    if (channel.startsWith(DIRECT_MESSAGES)) {
      whisper.inDirectMessages(channel, null, notice, language);
    } else {
      whisper.inChannel(channel, person, null, notice, language);
    }
  }
}
