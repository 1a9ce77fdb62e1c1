package dev.instead.teams;

import dev.instead.desk.Delivery;
import dev.instead.desk.Filing;
import dev.instead.desk.StoreException;
import dev.instead.desk.UseCases;
import dev.instead.notice.Notice;
import dev.instead.people.AddressBook;
import dev.instead.people.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people write: commands, questions, links and calls for help, in the personal chat or with a mention. */
final class TalkRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(TalkRoutes.class);

  private static final Pattern COMMAND = Pattern.compile(
      "/?(report|lapor|canipost|bolehposting)(?:[\\s:]+(.*))?",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Set<String> OWN_REPORTS =
      Set.of("my reports", "myreports", "laporan saya", "laporanku");

  private final UseCases desks;
  private final AddressBook book;
  private final Whisper whisper;
  private final Clock clock;

  TalkRoutes(UseCases desks, AddressBook book, Whisper whisper, Clock clock) {
    this.desks = desks;
    this.book = book;
    this.whisper = whisper;
    this.clock = clock;
  }

  /** @param notice what there is to say; {@code byCourier}: all of it comes to the personal chat, as every receipt does */
  private record Answer(Notice notice, boolean byCourier) {}

  void written(Incoming incoming, Person person) {
    Typed typed = Typed.in(incoming);
    if (!incoming.place().isPersonal() && !typed.toBot()) {
      return; // Overheard, where the bot may read along; nobody asked it.
    }
    // What is stored goes first, so that a repeat makes up for a failure; who repeats isn't
    // answered twice.
    Optional<Answer> stored =
        answered(incoming, person, typed).or(() -> filed(incoming, person, typed.text()));
    if (isNew(incoming.delivery("message", person.id(), typed.text()))) {
      Answer answer = stored.orElseGet(() -> new Answer(reply(person, typed.text()), false));
      say(incoming.place(), person, answer);
    }
  }

  /** Without the store nothing is known of repeats; better an answer twice than none. */
  private boolean isNew(Delivery delivery) {
    try {
      return desks.answers().isNew(delivery);
    } catch (StoreException e) {
      LOG.warn("Whether {} was answered before isn't known: {}", delivery.mark(), e.getMessage());
      return true;
    }
  }

  /** Words below the team's message go to the team. */
  private Optional<Answer> answered(Incoming incoming, Person person, Typed typed) {
    for (String message : incoming.place().isPersonal() ? typed.quoted() : List.<String>of()) {
      Optional<Notice> answer = desks
          .threads()
          .answered(person, message, typed.text(), incoming.delivery("answer", person.id()));
      if (answer.isPresent()) {
        return answer.map(notice -> new Answer(notice, false));
      }
    }
    return Optional.empty();
  }

  private Optional<Answer> filed(Incoming incoming, Person person, String text) {
    Matcher command = COMMAND.matcher(text);
    if (!command.matches() || !isReport(command.group(1)) || rest(command).isEmpty()) {
      return Optional.empty();
    }
    Instant before = clock.instant();
    Filing filing = new Filing(person, "", rest(command), Optional.empty());
    Notice notice = desks.reports().file(filing, incoming.delivery("report", person.id()));
    boolean fresh =
        notice instanceof Notice.Receipt receipt && !receipt.report().at().isBefore(before);
    return Optional.of(new Answer(notice, fresh));
  }

  private Notice reply(Person person, String text) {
    Matcher command = COMMAND.matcher(text);
    if (command.matches()) {
      // No typed command can open a dialog; the card of help has the buttons that do.
      return isReport(command.group(1)) || rest(command).isEmpty()
          ? desks.talk().reply(person, "")
          : desks.answers().ask(person, rest(command));
    }
    return OWN_REPORTS.contains(text.toLowerCase(Locale.ROOT))
        ? desks.homes().home(person)
        : desks.talk().reply(person, text);
  }

  private void say(Place place, Person person, Answer answer) {
    Locale language = desks.readers().languageOf(person);
    Optional<Notice> thanks =
        answer.byCourier() || !place.isPersonal() ? thanks(answer.notice()) : Optional.empty();
    Notice notice = thanks.orElseGet(() -> asSeen(place, answer.notice()));
    TeamsMessage message = TeamsCards.of(notice, language);
    if (thanks.isEmpty()) {
      say(place, person, message, notice);
    } else if (place.isPersonal() || !hasChat(person)) {
      // The receipt may be long in coming, or have nowhere to go; that it was taken, and whom to
      // call, must be seen at once.
      whisper.here(place, message);
    } else {
      whisper.privately(place, person, message);
    }
  }

  private static Notice asSeen(Place place, Notice notice) {
    return notice instanceof Notice.AnswerCard card && !place.isPersonal()
        ? card.amongOthers()
        : notice;
  }

  /** The same for every report that was taken: others read along, and nothing may show whether its case is restricted. */
  private static Optional<Notice> thanks(Notice notice) {
    if (notice instanceof Notice.Receipt receipt) {
      return Optional.of(new Notice.Thanks(receipt.emergency()));
    }
    return notice instanceof Notice.Thanks ? Optional.of(notice) : Optional.empty();
  }

  /** Who asks in a channel is answered there; everything else is between the person and the bot. */
  private void say(Place place, Person person, TeamsMessage message, Notice notice) {
    boolean answer = notice instanceof Notice.AnswerCard
        || notice instanceof Notice.WhichAccount
        || notice instanceof Notice.Suggestions
        || notice instanceof Notice.NoAnswer
        || notice instanceof Notice.UnderReview;
    if (place.isPersonal() || answer) {
      whisper.here(place, message);
    } else if (isHint(notice)) {
      whisper.hint(place, person, message);
    } else {
      whisper.privately(place, person, message);
    }
  }

  private static boolean isHint(Notice notice) {
    return notice instanceof Notice.Help
        || notice instanceof Notice.Refused
        || notice instanceof Notice.OneMoment
        || notice instanceof Notice.Slower
        || notice instanceof Notice.Unclear;
  }

  private boolean hasChat(Person person) {
    try {
      return book.of(person)
          .filter(known -> known.reachable() && known.chat().isPresent())
          .isPresent();
    } catch (StoreException e) {
      return false;
    }
  }

  private static boolean isReport(String command) {
    String word = command.toLowerCase(Locale.ROOT);
    return word.equals("report") || word.equals("lapor");
  }

  private static String rest(Matcher command) {
    return command.group(2) == null ? "" : command.group(2).strip();
  }
}
