package dev.instead.outbox;

import dev.instead.desk.Places;
import dev.instead.notice.MessageKind;
import dev.instead.notice.Recipient;
import dev.instead.notice.Wanted;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.policy.Policy;
import dev.instead.policy.PolicyBook;
import dev.instead.report.NoteId;
import dev.instead.trail.Trail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers one message: draws it, sends it, and records how that ended. */
final class Postman {
  /** With the growing waits below, two days of trying: a platform that is away must not cost a report that was confirmed. */
  static final int TRIES_WHILE_AWAY = 600;

  /** How often a message is made anew that keeps vanishing, or is looked for: half an hour. */
  static final int TRIES = 15;

  /** How often a message is posted of which nobody can tell whether it arrived: each time it may show once more. */
  static final int TRIES_IN_DOUBT = 3;

  /** While the platform refuses the bot itself, messages are tried, and operators told, this often. */
  private static final Duration BARRED = Duration.ofMinutes(1);

  /** After a post that may have arrived and can't be looked for; later five times as long. */
  private static final Duration IN_DOUBT = Duration.ofMinutes(1);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

  private final Queue queue;
  private final Briefing briefing;
  private final Map<Platform, ChatGateway> gateways;
  private final PolicyBook policies;
  private final Places places;
  private final Clock clock;
  private final RandomGenerator random;
  private final AtomicLong quietUntil = new AtomicLong(Long.MIN_VALUE);

  Postman(
      Queue queue,
      Briefing briefing,
      List<ChatGateway> gateways,
      PolicyBook policies,
      Places places,
      Clock clock,
      RandomGenerator random) {
    this.queue = queue;
    this.briefing = briefing;
    this.gateways =
        gateways.stream().collect(Collectors.toUnmodifiableMap(ChatGateway::platform, g -> g));
    this.policies = policies;
    this.places = places;
    this.clock = clock;
    this.random = random;
  }

  /** What the platform wants to be left alone with, and how long. {@code everywhere}: not only in this conversation. */
  record Pause(Calling calling, Duration time, boolean everywhere) {}

  /** How long the platform wants to be left alone after this message; empty when it said nothing like it. */
  Optional<Pause> deliver(Due due, Platform platform) {
    ChatGateway gateway = gateways.get(platform);
    if (gateway == null) {
      giveUp(
          due,
          "The platform " + platform.code() + " is not connected",
          "Configure it, then retry.");
      return Optional.empty();
    }
    Optional<Told> told = briefing.of(due);
    if (told.isEmpty()) {
      queue.superseded(due.id(), due.wanted(), clock.instant());
      return Optional.empty();
    }
    return due.inDoubt() && due.remote().isEmpty()
        ? look(due, told.get(), gateway)
        : send(due, told.get(), gateway);
  }

  /** An earlier attempt may have arrived; posting again blindly could show a card twice. */
  private Optional<Pause> look(Due due, Told told, ChatGateway gateway) {
    ChatGateway.Looked looked = gateway.find(due);
    if (looked instanceof ChatGateway.Looked.There there) {
      if (!due.kind().edited()) {
        queue.delivered(due.id(), due.wanted(), there.remote(), clock.instant());
        Trail.delivered(due.kind().code(), gateway.platform().code());
        return Optional.empty();
      }
      return send(due.at(there.remote()), told, gateway);
    }
    if (looked instanceof ChatGateway.Looked.NotNow notNow && due.attempts() < TRIES) {
      Duration longer = backOff(due.attempts());
      Duration wait = notNow.pause().compareTo(longer) > 0 ? notNow.pause() : longer;
      queue.later(due.id(), clock.instant().plus(wait), "looking for it", due.doubts(), true);
      return Optional.of(new Pause(Calling.LOOK, notNow.pause(), true));
    }
    if (looked instanceof ChatGateway.Looked.NotThere) {
      return send(due.undoubted(), told, gateway);
    }
    if (due.doubts() >= TRIES_IN_DOUBT) {
      uncertain(due, "Its posting was interrupted time and again");
      return Optional.empty();
    }
    // Nobody can tell: then a second card is better than none; a click on it heals it.
    return send(due, told, gateway);
  }

  private Optional<Pause> send(Due due, Told told, ChatGateway gateway) {
    ChatGateway.Sent sent = due.remote().isPresent()
        ? gateway.edit(due, told.notice(), told.language())
        : gateway.post(due, told.notice(), told.language());
    Instant now = clock.instant();
    if (sent instanceof ChatGateway.Sent.Delivered delivered) {
      queue.delivered(due.id(), due.wanted(), delivered.remote(), now);
      Trail.delivered(due.kind().code(), gateway.platform().code());
    } else if (sent instanceof ChatGateway.Sent.Wait wait) {
      queue.later(due.id(), now.plus(wait.time()), "told to wait", due.doubts(), false);
      return Optional.of(new Pause(calling(due), wait.time(), wait.everywhere()));
    } else if (sent instanceof ChatGateway.Sent.Barred barred) {
      return Optional.of(barred(due, barred, now));
    } else if (sent instanceof ChatGateway.Sent.Gone) {
      gone(due, now);
    } else if (sent instanceof ChatGateway.Sent.Unreachable unreachable) {
      unreachable(due, unreachable);
    } else if (sent instanceof ChatGateway.Sent.Refused refused) {
      elsewhere(due);
      giveUp(due, refused.reason(), refused.remedy());
    } else if (sent instanceof ChatGateway.Sent.Unknown unknown) {
      unknown(due, unknown, gateway);
    } else if (sent instanceof ChatGateway.Sent.Failed failed) {
      again(due, failed.reason(), due.doubts(), backOff(due.attempts()));
    } else {
      throw new AssertionError("No rule for " + sent);
    }
    return Optional.empty();
  }

  /** The call that sending makes: what was looked for has been found, or is posted. */
  private static Calling calling(Due due) {
    Calling calling = Calling.of(due);
    return calling == Calling.LOOK ? Calling.POST : calling;
  }

  /** Nothing is wrong with the message, so it stays due, and no try is counted. */
  private Pause barred(Due due, ChatGateway.Sent.Barred barred, Instant now) {
    long quiet = quietUntil.get();
    long next = now.plus(BARRED).toEpochMilli();
    if (quiet <= now.toEpochMilli() && quietUntil.compareAndSet(quiet, next)) {
      LOG.error(
          "NOTHING GOES OUT: {}. {} Messages are kept and tried again every minute; message {} ({}) is one of them.",
          barred.reason(),
          barred.remedy(),
          due.id(),
          due.kind().code());
    }
    queue.later(due.id(), now.plus(BARRED), barred.reason(), due.doubts(), false);
    return new Pause(calling(due), BARRED, true);
  }

  /** Posted anew; but a stray that is gone needs no word, and nothing is posted anew for ever. */
  private void gone(Due due, Instant now) {
    if (due.kind() == MessageKind.STRAY_CARD) {
      queue.superseded(due.id(), due.wanted(), now);
    } else if (due.attempts() >= TRIES) {
      giveUp(due, "It is not there whenever it is edited", "See who deletes the bot's messages.");
    } else {
      queue.gone(due.id(), now);
    }
  }

  /** Something unforeseen while delivering: it is somebody's to look at, and the message is tried again. */
  void failed(Due due, RuntimeException e) {
    LOG.error(
        "Message {} ({}) could not be drawn or recorded", due.id(), due.kind().code(), e);
    again(
        due,
        "A defect of the program: " + e.getClass().getSimpleName(),
        due.doubts() + 1,
        backOff(due.attempts()));
  }

  /** It may have arrived. Where that can be looked up it soon is; elsewhere every try may be one card more, so there are few. */
  private void unknown(Due due, ChatGateway.Sent.Unknown unknown, ChatGateway gateway) {
    if (due.remote().isPresent()) {
      again(due, unknown.reason(), due.doubts(), backOff(due.attempts()));
    } else if (gateway.looks(due)) {
      again(due, unknown.reason(), due.doubts() + 1, backOff(due.attempts()));
    } else if (unknown.again() && due.doubts() + 1 < TRIES_IN_DOUBT) {
      again(due, unknown.reason(), due.doubts() + 1, IN_DOUBT.multipliedBy(1 + 4L * due.doubts()));
    } else {
      uncertain(due, unknown.reason());
    }
  }

  /** Nobody knows whether it is there, and one more could be one too many: a person has to look. A report is shown elsewhere meanwhile. */
  private void uncertain(Due due, String reason) {
    elsewhere(due);
    giveUp(
        due,
        reason + ". Whether it arrived is unknown",
        "See whether it is there. If it isn't, run: instead doctor --retry");
  }

  private void again(Due due, String reason, int doubts, Duration wait) {
    if (due.attempts() >= TRIES_WHILE_AWAY) {
      giveUp(due, reason, "When the platform answers again, run: instead doctor --retry");
      return;
    }
    Instant at = clock.instant().plus(wait);
    LOG.warn(
        "Message {} ({}, case {}): {}; try {} of {} at {}",
        due.id(),
        due.kind().code(),
        due.number().map(Object::toString).orElse("none"),
        reason,
        due.attempts() + 1,
        TRIES_WHILE_AWAY,
        at);
    queue.later(due.id(), at, reason, doubts, true);
  }

  private Duration backOff(int attempts) {
    long millis = Math.min(LONGEST_WAIT.toMillis(), 500L << Math.min(attempts, 10));
    return Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
  }

  /** A card that can't be posted where it belongs goes to the fallback, and so does what is said below it: the report must be seen. */
  private void elsewhere(Due due) {
    boolean note = due.kind() == MessageKind.TEAM_NOTE;
    if (!(note || due.kind() == MessageKind.TEAM_CARD)
        || !(due.to() instanceof Recipient.InChannel there)) {
      return;
    }
    Optional<Channel> fallback =
        places.fallback(policies.current()).filter(channel -> !channel.equals(there.channel()));
    if (fallback.isPresent() && due.number().isPresent()) {
      List<Wanted> wanted = new ArrayList<>();
      wanted.add(Wanted.teamCard(due.number().get(), fallback.get(), due.danger()));
      if (note) {
        // Its card may have been posted while that was possible: it must learn that it isn't any
        // more.
        wanted.add(Wanted.teamCard(due.number().get(), there.channel(), due.danger()));
        wanted.add(
            Wanted.teamNoteElsewhere(due.number().get(), new NoteId(due.detail()), fallback.get()));
      }
      queue.want(wanted, clock.instant());
    }
  }

  /** Whom the bot can't write to is said on the card; an alert for each piece of news would only be noise. */
  private void unreachable(Due due, ChatGateway.Sent.Unreachable unreachable) {
    if (due.to() instanceof Recipient.InPrivate && due.report().isPresent()) {
      LOG.info(
          "Message {} ({}, case {}) can't reach its reporter: {}. The card says so. {}",
          due.id(),
          due.kind().code(),
          due.number().map(Object::toString).orElse("none"),
          unreachable.reason(),
          unreachable.remedy());
      queue.unreachable(due.id(), unreachable.reason(), clock.instant());
      return;
    }
    elsewhere(due);
    noteGivenUp(due, unreachable.reason(), unreachable.remedy());
    queue.unreachable(due.id(), unreachable.reason(), clock.instant());
    alert(due, unreachable.reason(), unreachable.remedy());
  }

  private void giveUp(Due due, String reason, String remedy) {
    noteGivenUp(due, reason, remedy);
    queue.giveUp(due.id(), reason, clock.instant());
    alert(due, reason, remedy);
  }

  private static void noteGivenUp(Due due, String reason, String remedy) {
    LOG.error(
        "Message {} ({}, case {}) given up after {} tries: {}. {}",
        due.id(),
        due.kind().code(),
        due.number().map(Object::toString).orElse("none"),
        due.attempts(),
        reason,
        remedy);
  }

  private void alert(Due due, String reason, String remedy) {
    // News about an undelivered alert would chase their own tail; homes and receipts only repeat
    // what was said.
    if (due.kind() == MessageKind.UNDELIVERED
        || due.kind().urgency() >= MessageKind.RECEIPT.urgency()) {
      return;
    }
    Policy policy = policies.current();
    List<Wanted> alerts = new ArrayList<>();
    for (Person administrator : places.people(policy.administrators())) {
      alerts.add(Alert.undelivered(administrator, due, reason, remedy));
    }
    queue.want(alerts, clock.instant());
  }
}
