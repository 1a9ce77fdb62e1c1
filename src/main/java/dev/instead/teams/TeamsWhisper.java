package dev.instead.teams;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whispers through Teams' Connector, from a bounded executor. What Teams was too busy for is tried twice more; what can't be said in time is
 * left out and logged.
 */
final class TeamsWhisper implements Whisper {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsWhisper.class);

  private static final int ATTEMPTS = 3;
  private static final int MOST_LATER_ONES = 2_000;
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** After this an answer would only puzzle. */
  private static final Duration TOO_LATE = Duration.ofSeconds(30);

  private final Connector connector;
  private final AddressBook book;
  private final boolean onlyYou;
  private final Executor voices;
  private final Semaphore laterOnes = new Semaphore(MOST_LATER_ONES);

  /**
   * @param onlyYou whether Teams shows messages to one person in a channel
   *     (https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages)
   * @param voices bounded; it may refuse work
   */
  TeamsWhisper(Connector connector, AddressBook book, boolean onlyYou, Executor voices) {
    this.connector = connector;
    this.book = book;
    this.onlyYou = onlyYou;
    this.voices = voices;
  }

  @Override
  public void here(Place place, TeamsMessage message) {
    say(() -> connector.post(place.service(), place.conversation(), activity(message)), 1);
  }

  @Override
  public void hint(Place place, Person person, TeamsMessage message) {
    if (onlyYou && !place.isPersonal()) {
      say(() -> onlyFor(person, place, message), 1);
    } else {
      privately(place, person, message);
    }
  }

  @Override
  public void privately(Place place, Person person, TeamsMessage message) {
    if (place.isPersonal()) {
      here(place, message);
    } else {
      say(() -> inChat(person, message), 1);
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
    boolean refused = reply.status() / 100 == 4 && waitAfter(reply).isEmpty();
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

  private void say(Call call, int attempt) {
    long since = System.nanoTime();
    try {
      voices.execute(() -> {
        if (System.nanoTime() - since < TOO_LATE.toNanos()) {
          run(call, attempt);
        } else {
          LOG.warn("An answer was left out: it waited too long for its turn");
        }
      });
    } catch (RejectedExecutionException full) {
      LOG.warn("An answer was left out: too many are waiting");
    }
  }

  private void run(Call call, int attempt) {
    try {
      Reply reply = call.now();
      if (!reply.isOk()) {
        failed(call, attempt, "HTTP " + reply.status() + " " + reply.error(), waitAfter(reply));
      }
    } catch (Connector.ForbiddenService e) {
      failed(call, attempt, String.valueOf(e.getMessage()), Optional.empty());
    } catch (IOException e) {
      // What was begun may have arrived: a second one would only puzzle.
      Optional<Duration> wait = Sending.begun() ? Optional.empty() : Optional.of(SOON);
      failed(call, attempt, e.getClass().getSimpleName(), wait);
    } catch (Credentials.Refused e) {
      failed(call, attempt, e.reason(), Optional.empty());
    } catch (StoreException e) {
      // The address is read before anything is sent.
      failed(call, attempt, "the address could not be read", Optional.of(SOON));
    }
  }

  /** @param wait until it may be tried again; empty when that is of no use */
  private void failed(Call call, int attempt, String reason, Optional<Duration> wait) {
    if (wait.isEmpty() || attempt == ATTEMPTS || !laterOnes.tryAcquire()) {
      LOG.warn("An answer did not arrive: {}, attempt {}", reason, attempt);
      return;
    }
    LOG.info(
        "An answer is tried again in {}: {}, attempt {} of {}",
        wait.get(),
        reason,
        attempt,
        ATTEMPTS);
    // No voice sleeps meanwhile, so others are heard.
    CompletableFuture.delayedExecutor(wait.get().toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
        .execute(() -> {
          laterOnes.release();
          say(call, attempt + 1);
        });
  }

  /** Only of these two it is sure that the message was not taken; later than in ten seconds an answer is no answer any more. */
  private static Optional<Duration> waitAfter(Reply reply) {
    if (reply.status() != 429 && reply.status() != 412) {
      return Optional.empty();
    }
    Duration asked = reply.retryAfter().orElse(SOON);
    return Optional.of(asked.compareTo(LONGEST) < 0 ? asked : LONGEST);
  }
}
