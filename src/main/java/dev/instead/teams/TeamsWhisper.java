package dev.instead.teams;

import dev.instead.calls.Later;
import dev.instead.calls.Sayings;
import dev.instead.calls.Sayings.Failure;
import dev.instead.calls.Sending;
import dev.instead.desk.StoreException;
import dev.instead.people.AddressBook;
import dev.instead.people.AddressBook.Acquaintance;
import dev.instead.people.Person;
import dev.instead.teams.Connector.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whispers through Teams' Connector, from a bounded executor. What Teams was too busy for is tried twice more; what can't be said in time is
 * left out and logged.
 */
final class TeamsWhisper implements Whisper {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsWhisper.class);

  /** After this an answer would only puzzle. */
  private static final Duration TOO_LATE = Duration.ofSeconds(30);

  private final Connector connector;
  private final AddressBook book;
  private final boolean onlyYou;
  private final Sayings sayings;

  /**
   * @param onlyYou whether Teams shows messages to one person in a channel
   *     (https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages)
   * @param voices bounded; it may refuse work
   */
  TeamsWhisper(
      Connector connector,
      AddressBook book,
      boolean onlyYou,
      Executor voices,
      Later later,
      LongSupplier nanos) {
    this.connector = connector;
    this.book = book;
    this.onlyYou = onlyYou;
    this.sayings = new Sayings(voices, later, nanos, Optional.of(TOO_LATE), LOG);
  }

  @Override
  public void here(Place place, TeamsMessage message) {
    speak("here", () -> connector.post(place.service(), place.conversation(), activity(message)));
  }

  @Override
  public void hint(Place place, Person person, TeamsMessage message) {
    if (onlyYou && !place.isPersonal()) {
      speak("only you", () -> onlyFor(person, place, message));
    } else {
      privately(place, person, message);
    }
  }

  @Override
  public void privately(Place place, Person person, TeamsMessage message) {
    if (place.isPersonal()) {
      here(place, message);
    } else {
      speak("in private", () -> inChat(person, message));
    }
  }

  private Reply onlyFor(Person person, Place place, TeamsMessage message) throws IOException {
    Optional<Acquaintance> known = book.of(person);
    if (known.isEmpty()) {
      return inChat(person, message);
    }
    Reply reply = connector.postOnlyFor(
        known.get().remoteId(), place.service(), place.conversation(), activity(message));
    // Where such messages aren't allowed nothing was shown; being busy is another matter.
    boolean refused = reply.status() / 100 == 4 && !TeamsErrors.isBusy(reply);
    return refused ? inChat(person, message) : reply;
  }

  private Reply inChat(Person person, TeamsMessage message) throws IOException {
    Optional<Acquaintance> known = book.of(person);
    if (known.isEmpty()) {
      throw new IOException("nobody knows how to reach the person");
    }
    Acquaintance who = known.get();
    if (who.chat().isPresent()) {
      return connector.post(who.service(), who.chat().get(), activity(message));
    }
    Chats.Opened opened = new Chats(connector, book).open(who);
    return opened.chat().isEmpty()
        ? opened.reply()
        : connector.post(who.service(), opened.chat().get(), activity(message));
  }

  private static Map<String, Object> activity(TeamsMessage message) {
    return TeamsGateway.activity(message);
  }

  /** A call to Teams. */
  private interface Call {
    Reply now() throws IOException;
  }

  private void speak(String name, Call call) {
    sayings.say(name, () -> failureOf(call));
  }

  private static Optional<Failure> failureOf(Call call) {
    try {
      Reply reply = call.now();
      return reply.isOk() ? Optional.empty() : Optional.of(failureOf(reply));
    } catch (Connector.ForbiddenService e) {
      return Optional.of(Failure.forGood(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      // What was begun may have arrived: a second one would only puzzle.
      String reason = e.getClass().getSimpleName();
      return Optional.of(Sending.begun() ? Failure.forGood(reason) : Failure.forNow(reason));
    } catch (Credentials.Refused e) {
      return Optional.of(Failure.forGood(e.reason()));
    } catch (StoreException e) {
      // The address is read before anything is sent.
      return Optional.of(Failure.forNow("the address could not be read"));
    }
  }

  private static Failure failureOf(Reply reply) {
    String reason = "HTTP " + reply.status() + " " + reply.error();
    return TeamsErrors.isBusy(reply)
        ? Failure.busy(reason, reply.retryAfter().orElse(Sayings.SOON))
        : Failure.forGood(reason);
  }
}
