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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers one message: draws it, sends it, and records how that ended. */
final class Postman {
  /** With the growing waits below, half an hour of trying. */
  static final int TRIES = 15;

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

  private final Queue queue;
  private final Briefing briefing;
  private final Map<Platform, ChatGateway> gateways;
  private final PolicyBook policies;
  private final Places places;
  private final Clock clock;
  private final RandomGenerator random;

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

  /** How long the platform wants to be left alone after this message; empty when it said nothing like it. */
  Optional<ChatGateway.Sent.Wait> deliver(Due due, Platform platform) {
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
  private Optional<ChatGateway.Sent.Wait> look(Due due, Told told, ChatGateway gateway) {
    ChatGateway.Looked looked = gateway.find(due);
    if (looked instanceof ChatGateway.Looked.There there) {
      if (!due.kind().edited()) {
        queue.delivered(due.id(), due.wanted(), there.remote(), clock.instant());
        return Optional.empty();
      }
      return send(due.at(there.remote()), told, gateway);
    }
    if (looked instanceof ChatGateway.Looked.NotNow notNow) {
      queue.later(due.id(), clock.instant().plus(notNow.pause()), "looking for it", true, false);
      return Optional.empty();
    }
    // Not there, or nobody can tell: then a second card is better than none; a click on it heals
    // it.
    return send(due, told, gateway);
  }

  private Optional<ChatGateway.Sent.Wait> send(Due due, Told told, ChatGateway gateway) {
    ChatGateway.Sent sent = due.remote().isPresent()
        ? gateway.edit(due, told.notice(), told.language())
        : gateway.post(due, told.notice(), told.language());
    Instant now = clock.instant();
    if (sent instanceof ChatGateway.Sent.Delivered delivered) {
      queue.delivered(due.id(), due.wanted(), delivered.remote(), now);
    } else if (sent instanceof ChatGateway.Sent.Wait wait) {
      queue.later(due.id(), now.plus(wait.time()), "told to wait", false, false);
      return Optional.of(wait);
    } else if (sent instanceof ChatGateway.Sent.Gone) {
      queue.gone(due.id(), now);
    } else if (sent instanceof ChatGateway.Sent.Unreachable unreachable) {
      elsewhere(due);
      giveUp(due, unreachable.reason(), unreachable.remedy());
    } else if (sent instanceof ChatGateway.Sent.Refused refused) {
      giveUp(due, refused.reason(), refused.remedy());
    } else if (sent instanceof ChatGateway.Sent.Unknown unknown) {
      again(due, unknown.reason(), true);
    } else if (sent instanceof ChatGateway.Sent.Failed failed) {
      again(due, failed.reason(), false);
    } else {
      throw new AssertionError("No rule for " + sent);
    }
    return Optional.empty();
  }

  /** Something unforeseen while delivering: it is somebody's to look at, and the message is tried again. */
  void failed(Due due, RuntimeException e) {
    LOG.error(
        "Message {} ({}) could not be drawn or recorded", due.id(), due.kind().code(), e);
    again(due, "A defect of the program: " + e.getClass().getSimpleName(), true);
  }

  private void again(Due due, String reason, boolean inDoubt) {
    if (due.attempts() >= TRIES) {
      giveUp(due, reason, "When the platform answers again, run: instead doctor --retry");
      return;
    }
    Instant at = clock.instant().plus(backOff(due.attempts()));
    LOG.warn(
        "Message {} ({}, case {}): {}; try {} of {} at {}",
        due.id(),
        due.kind().code(),
        due.number().map(Object::toString).orElse("none"),
        reason,
        due.attempts() + 1,
        TRIES,
        at);
    queue.later(due.id(), at, reason, inDoubt, true);
  }

  private Duration backOff(int attempts) {
    long millis = Math.min(LONGEST_WAIT.toMillis(), 500L << Math.min(attempts, 10));
    return Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
  }

  /** A card that can't be posted where it belongs goes to the fallback: the report must be seen. */
  private void elsewhere(Due due) {
    if (due.kind() != MessageKind.TEAM_CARD || !(due.to() instanceof Recipient.InChannel there)) {
      return;
    }
    Optional<Channel> fallback =
        places.fallback(policies.current()).filter(channel -> !channel.equals(there.channel()));
    if (fallback.isPresent() && due.number().isPresent()) {
      queue.want(
          List.of(Wanted.teamCard(due.number().get(), fallback.get(), due.danger())),
          clock.instant());
    }
  }

  private void giveUp(Due due, String reason, String remedy) {
    LOG.error(
        "Message {} ({}, case {}) given up after {} tries: {}. {}",
        due.id(),
        due.kind().code(),
        due.number().map(Object::toString).orElse("none"),
        due.attempts(),
        reason,
        remedy);
    queue.giveUp(due.id(), reason, clock.instant());
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
