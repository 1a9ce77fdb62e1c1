package dev.instead.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.builder.InvokeResponse;
import dev.instead.desk.UseCases;
import dev.instead.notice.Notice;
import dev.instead.notice.Words;
import dev.instead.outbox.Briefing;
import dev.instead.people.Person;
import dev.instead.report.CaseNumber;
import java.util.Locale;
import java.util.Optional;

/** Buttons in messages: Action.Execute, and Action.Submit from clients that know no better. */
final class CardRoutes {
  private static final String BAD_REQUEST = "BadRequest";
  private static final int BEGINNING = 80;

  private final UseCases desks;
  private final Briefing briefing;
  private final PressRoutes presses;
  private final Dialogs dialogs;
  private final Whisper whisper;

  CardRoutes(
      UseCases desks, Briefing briefing, PressRoutes presses, Dialogs dialogs, Whisper whisper) {
    this.desks = desks;
    this.briefing = briefing;
    this.presses = presses;
    this.dialogs = dialogs;
    this.whisper = whisper;
  }

  /** {@code adaptiveCard/action}: the answer is the card as it is now, or what there is to say. */
  InvokeResponse executed(Incoming incoming, Person person) {
    JsonNode action = incoming.value().path("action");
    Locale language = desks.readers().languageOf(person);
    // Our cards don't ask to be refreshed, so nothing that a client sends by itself is a press.
    boolean byItself = "automatic".equals(incoming.value().path("trigger").asText());
    Optional<Press> press = byItself
        ? Optional.empty()
        : Press.of(incoming, action.path("data")).filter(one -> !one.isForm());
    return press
        .map(button -> answer(incoming.place(), button, language))
        .orElseGet(() -> notFound(language));
  }

  /** A message with the button's data: the answer is a message too. */
  void submitted(Incoming incoming, Person person) {
    Locale language = desks.readers().languageOf(person);
    Place place = incoming.place();
    Reaction reaction = Press.of(incoming, incoming.value())
        .map(presses::pressed)
        .orElseGet(() -> new Reaction.Tell(new Notice.NotFound()));
    if (reaction instanceof Reaction.Tell tell) {
      whisper.privately(place, person, TeamsCards.of(tell.notice(), language));
    } else if (reaction instanceof Reaction.Ask ask) {
      Dialog form = dialogs.form(ask, language);
      whisper.privately(place, person, new TeamsMessage(form.title(), form.card()));
    }
  }

  private InvokeResponse answer(Place place, Press press, Locale language) {
    Reaction reaction = presses.pressed(press);
    if (reaction instanceof Reaction.Tell tell && takesThePlace(press, tell.notice())) {
      return Replies.card(TeamsCards.of(tell.notice(), language));
    }
    if (reaction instanceof Reaction.Tell tell) {
      return isBehind(tell.notice(), press) && !place.isPersonal()
          ? movedOn(place, press.person(), (Notice.NoLongerOpen) tell.notice(), language)
          : said(place, press.person(), tell.notice(), language);
    }
    if (reaction instanceof Reaction.Done done) {
      return asItIsNow(place, done.number());
    }
    return notFound(language); // A form can't open in the answer to an Action.Execute.
  }

  /** The card that was pressed on shows a case as it was. */
  private static boolean isBehind(Notice said, Press press) {
    return said instanceof Notice.NoLongerOpen closed
        && closed.number().value().equals(press.words()[0]);
  }

  /** An answer is a card or a sentence; both are wanted, so the sentence comes besides. */
  private InvokeResponse movedOn(
      Place place, Person person, Notice.NoLongerOpen notice, Locale language) {
    whisper.hint(place, person, TeamsCards.of(notice, language));
    return asItIsNow(place, notice.number());
  }

  /** The answer takes the place of the question for which account it is. */
  private static boolean takesThePlace(Press press, Notice notice) {
    return press.verb().equals(Verbs.ON_ACCOUNT) && notice instanceof Notice.AnswerCard;
  }

  /** For the presser at once; the courier brings everybody else's up to date. */
  private InvokeResponse asItIsNow(Place place, CaseNumber number) {
    return briefing
        .card(number, place.channel())
        .map(told -> TeamsCards.of(told.notice(), told.language()))
        .map(card -> place.isPersonal() ? Replies.message(card.summary()) : Replies.card(card))
        .orElseGet(() -> Replies.message(number.value()));
  }

  private InvokeResponse said(Place place, Person person, Notice notice, Locale language) {
    TeamsMessage message = TeamsCards.of(notice, language);
    if (notice instanceof Notice.NotFound) {
      return notFound(language);
    }
    if (notice instanceof Notice.NotStored) {
      return Replies.error(500, "NotStored", message.summary());
    }
    if (showsAWayOn(notice)) {
      whisper.privately(place, person, message);
      return Replies.message(message.summary());
    }
    if (!isMoreThanASentence(notice)) {
      return Replies.message(message.summary());
    }
    whisper.privately(place, person, message);
    return Replies.message(beginning(message.summary()));
  }

  /** What shows for a moment, and has no buttons. */
  static String plain(Notice notice, Locale language) {
    return TeamsCards.of(notice, language).summary();
  }

  /** What can be done instead is a button, or more than one reads in a moment. */
  private static boolean showsAWayOn(Notice notice) {
    return notice instanceof Notice.NotYourTeam
        || notice instanceof Notice.Refused
        || (notice instanceof Notice.TooLate late && late.next().isPresent());
  }

  /** What shows for a moment can have neither buttons nor text to copy, so that comes as a message besides. */
  private static boolean isMoreThanASentence(Notice notice) {
    return notice instanceof Notice.AnswerCard
        || notice instanceof Notice.WhichAccount
        || notice instanceof Notice.DraftChecked
        || notice instanceof Notice.Suggestions
        || notice instanceof Notice.NoAnswer
        || notice instanceof Notice.UnderReview
        || notice instanceof Notice.ProtectedRight
        || notice instanceof Notice.ReviewList
        || notice instanceof Notice.Receipt
        || notice instanceof Notice.Help
        || notice instanceof Notice.Home
        || notice instanceof Notice.PolicyPage
        || notice instanceof Notice.Proposed
        || notice instanceof Notice.NotProposed;
  }

  private static String beginning(String text) {
    return text.length() <= BEGINNING ? text : text.substring(0, BEGINNING - 1).strip() + "…";
  }

  private static InvokeResponse notFound(Locale language) {
    return Replies.error(400, BAD_REQUEST, Words.in(language).say("not_found"));
  }
}
