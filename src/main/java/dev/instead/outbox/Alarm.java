package dev.instead.outbox;

import dev.instead.desk.Places;
import dev.instead.desk.ReportDesk;
import dev.instead.desk.StoreException;
import dev.instead.desk.Unstored;
import dev.instead.notice.MessageKind;
import dev.instead.notice.Notice;
import dev.instead.notice.Recipient;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Danger to life while the store is down: its team is told directly, the one thing that is said without being stored, and the report is
 * stored as soon as that can be done. A message too many is better than none here, so what may have arrived is sent again.
 */
public final class Alarm {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** After a call that failed; the platform's own wish comes first. */
  private static final Duration CALM = Duration.ofSeconds(5);

  /** Channels take about one message a second, and some at once. */
  private static final int AT_ONCE = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);

  private final Unstored unstored;
  private final ReportDesk reports;
  private final Map<Platform, ChatGateway> gateways;
  private final Places places;
  private final Clock clock;
  private Instant quietUntil = Instant.MIN;
  private volatile boolean stopping;

  public Alarm(
      Unstored unstored,
      ReportDesk reports,
      List<ChatGateway> gateways,
      Places places,
      Clock clock) {
    this.unstored = unstored;
    this.reports = reports;
    this.gateways =
        gateways.stream().collect(Collectors.toUnmodifiableMap(ChatGateway::platform, g -> g));
    this.places = places;
    this.clock = clock;
  }

  /** Works until {@link #stop}; for a thread of its own. */
  public void run() {
    while (!stopping) {
      try {
        unstored.await(PAUSE);
        round();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.error("A round for danger that isn't stored failed; the next one is in a second", e);
      }
    }
  }

  /** Begins nothing more. What could not be stored until now is lost with this process, and said so. */
  public void stop() {
    stopping = true;
    int lost = unstored.waiting().size();
    if (lost > 0) {
      LOG.error(
          "{} reports of danger could not be stored before the stop, {} of them nobody was told of."
              + " Ask the teams for danger what they were told, and look at the store.",
          lost,
          unstored.untold(lost).size());
    }
  }

  /** Tells what is untold, then stores what can be stored. */
  public void round() {
    if (!clock.instant().isBefore(quietUntil)) {
      unstored.untold(AT_ONCE).forEach(this::tells);
    }
    for (Unstored.Kept report : unstored.waiting()) {
      if (stopping || !stores(report)) {
        return;
      }
    }
  }

  /** False when the store is still down. */
  private boolean stores(Unstored.Kept report) {
    try {
      reports.store(report);
      LOG.info("The report of danger {} is stored now", report.delivery().mark());
      return true;
    } catch (StoreException e) {
      return false;
    } catch (RuntimeException e) {
      // A defect that one report meets must not keep the others waiting.
      LOG.error("The report of danger {} could not be stored", report.delivery().mark(), e);
      return true;
    }
  }

  private void tells(Unstored.Kept report) {
    try {
      tell(report);
    } catch (RuntimeException e) {
      // Neither the other reports nor storing this one must wait for a defect.
      LOG.error(
          "The danger reported as {} could not be told, and is tried again",
          report.delivery().mark(),
          e);
      quietFor(CALM);
    }
  }

  /** To the team's conversation; where that fails to its people, one by one; and where that fails to the fallback. */
  private void tell(Unstored.Kept report) {
    Optional<Channel> fallback =
        report.situation().restricted() ? Optional.empty() : places.fallback(report.policy());
    if (toChannel(report, places.of(report.team()))
        || toPeople(report)
        || toChannel(report, fallback)) {
      unstored.told(report);
      return;
    }
    LOG.error(
        "NOBODY COULD BE TOLD of the danger reported as {}. Tell the team \"{}\" that a report waits. It is tried again.",
        report.delivery().mark(),
        report.team().id());
    quietFor(CALM);
  }

  private boolean toChannel(Unstored.Kept report, Optional<Channel> channel) {
    return channel
        .map(to -> sent(report, new Recipient.InChannel(to), to.platform()))
        .orElse(false);
  }

  private boolean toPeople(Unstored.Kept report) {
    Set<Person> people = new LinkedHashSet<>(places.people(report.team().lead()));
    people.addAll(places.people(report.team().members()));
    boolean told = false;
    for (Person person : people) {
      told |= sent(report, new Recipient.InPrivate(person), person.platform());
    }
    return told;
  }

  private boolean sent(Unstored.Kept report, Recipient to, Platform platform) {
    ChatGateway gateway = gateways.get(platform);
    if (gateway == null) {
      return false;
    }
    ChatGateway.Sent sent = posted(gateway, report, to);
    if (sent instanceof ChatGateway.Sent.Wait wait) {
      quietFor(wait.time());
    }
    if (sent instanceof ChatGateway.Sent.Delivered) {
      return true;
    }
    LOG.warn(
        "The danger reported as {} could not be told: {}", report.delivery().mark(), sent);
    return false;
  }

  /** Whatever goes wrong with one recipient, the next is tried. */
  private static ChatGateway.Sent posted(ChatGateway gateway, Unstored.Kept report, Recipient to) {
    try {
      return gateway.post(due(report, to), notice(report), report.team().language());
    } catch (RuntimeException e) {
      LOG.error("Telling of the danger reported as {} failed", report.delivery().mark(), e);
      return new ChatGateway.Sent.Unknown(e.getClass().getSimpleName());
    }
  }

  private void quietFor(Duration time) {
    Instant until = clock.instant().plus(time);
    quietUntil = until.isAfter(quietUntil) ? until : quietUntil;
  }

  private static Notice notice(Unstored.Kept report) {
    return new Notice.DangerReported(
        report.situation(),
        report.link(),
        report.text(),
        report.reader().person(),
        report.reader().name(),
        report.at());
  }

  private static Due due(Unstored.Kept report, Recipient to) {
    String subject = report.delivery().key() + "/" + to;
    return new Due(
        new MessageId(
            UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8)).toString()),
        MessageKind.ALARM,
        Optional.empty(),
        subject,
        to,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1,
        1,
        0,
        true,
        report.at(),
        "");
  }
}
