package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.notice.Wanted;
import dev.instead.people.Person;
import dev.instead.policy.Answer;
import dev.instead.policy.Embargo;
import dev.instead.policy.EntryId;
import dev.instead.policy.LocalText;
import dev.instead.policy.Policy;
import dev.instead.policy.PolicyBook;
import dev.instead.policy.Reply;
import dev.instead.policy.Resource;
import dev.instead.policy.ResourceId;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has to be read again, and by whom: each Monday morning every owner hears of theirs, in one message. */
public final class Reviews {
  /** How many are shown at once. */
  public static final int SHOWN = 10;

  static final String TIMER = "reviews";
  private static final int DAYS_AHEAD = 30;

  /** A lifted embargo is worth a look once a quarter, not each week. */
  private static final int QUARTER = 90;

  private static final int WEEK = 7;
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final PolicyBook policies;
  private final Timers timers;
  private final Owners owners;
  private final Clock clock;

  public Reviews(PolicyBook policies, Timers timers, Owners owners, Clock clock) {
    this.policies = policies;
    this.timers = timers;
    this.owners = owners;
    this.clock = clock;
  }

  /** Something of the policy, with the role that owns it. */
  private record Owned(String role, Notice.Review review) {}

  /** Tells the owners when it is time; for a timer, often. A Monday that was missed is made up for once. */
  public void round() {
    Instant now = clock.instant();
    Policy policy = policies.current();
    Instant next = monday(now, policy.zone());
    Optional<Instant> due = timers.due(TIMER);
    if (due.isEmpty()) {
      timers.begin(TIMER, next);
    } else if (!now.isBefore(due.get())) {
      timers.take(TIMER, now, next, messages(policy, now));
    }
  }

  /** Everybody who owns something that is due gets one message, whatever roles and accounts they have. */
  private List<Wanted> messages(Policy policy, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, policy.zone());
    List<Person> people = new ArrayList<>();
    due(policy, today).stream()
        .map(Owned::role)
        .distinct()
        .forEach(role -> people.addAll(owners.of(policy, role)));
    return owners.once(people).stream()
        .map(person -> Wanted.reviewList(person, today))
        .toList();
  }

  /**
   * What the person has to read again, longest waiting first.
   *
   * @param from how many of them were shown before
   * @return empty when there is nothing
   */
  public Optional<Notice> list(Person person, int from) {
    Policy policy = policies.current();
    LocalDate today = LocalDate.ofInstant(clock.instant(), policy.zone());
    List<Notice.Review> all = due(policy, today).stream()
        .filter(owned -> owners.owns(policy, owned.role(), person) == Readers.Membership.YES)
        .map(Owned::review)
        .sorted(Comparator.comparing(Notice.Review::day))
        .toList();
    int begin = Math.max(0, Math.min(from, all.size()));
    List<Notice.Review> shown = all.subList(begin, Math.min(all.size(), begin + SHOWN));
    return shown.isEmpty()
        ? Optional.empty()
        : Optional.of(new Notice.ReviewList(shown, all.size(), begin + shown.size()));
  }

  /** What is told of a dead or living page; empty when the policy no longer has the resource. */
  public Optional<Notice> linkNews(String detail) {
    String[] words = detail.split(" ", -1);
    LinkProbe.Finding found = LinkProbe.Finding.ofCode(words[1]);
    return Optional.ofNullable(policies.current().resources().get(new ResourceId(words[0])))
        .map(resource -> found.isDead()
            ? new Notice.LinkDead(resource, "link_dead." + found.code())
            : new Notice.LinkAlive(resource));
  }

  /** How many texts and links of the policy in force have to be read again, by how late they are. */
  public Map<Notice.Review.State, Integer> waiting() {
    Policy policy = policies.current();
    Map<Notice.Review.State, Integer> waiting = new EnumMap<>(Notice.Review.State.class);
    due(policy, LocalDate.ofInstant(clock.instant(), policy.zone()))
        .forEach(owned -> waiting.merge(owned.review().state(), 1, Integer::sum));
    return waiting;
  }

  private static List<Owned> due(Policy policy, LocalDate today) {
    List<Owned> due = new ArrayList<>();
    for (Answer answer : policy.answers().values()) {
      read(answer.id(), answer.topic(), answer.reviewBy(), today)
          .ifPresent(review -> due.add(new Owned(answer.owner(), review)));
    }
    for (Resource resource : policy.resources().values()) {
      read(resource.id(), resource.label(), resource.reviewBy(), today)
          .ifPresent(review -> due.add(new Owned(resource.owner(), review)));
    }
    policy
        .situations()
        .values()
        .forEach(situation -> situation
            .replies()
            .forEach(reply -> read(reply, situation.title(), today)
                .ifPresent(review -> due.add(new Owned(reply.owner(), review)))));
    for (Embargo embargo : policy.embargoes()) {
      lifted(embargo, policy.zone(), today)
          .ifPresent(review -> due.add(new Owned(embargo.owner(), review)));
    }
    return due;
  }

  private static Optional<Notice.Review> read(Reply reply, LocalText situation, LocalDate today) {
    return reply.reviewBy().flatMap(day -> read(reply.id(), situation, day, today));
  }

  private static Optional<Notice.Review> read(
      EntryId id, LocalText title, LocalDate by, LocalDate today) {
    if (by.isAfter(today.plusDays(DAYS_AHEAD))) {
      return Optional.empty();
    }
    Notice.Review.State state =
        by.isBefore(today) ? Notice.Review.State.OVERDUE : Notice.Review.State.DUE;
    return Optional.of(new Notice.Review(id, title, state, by));
  }

  private static Optional<Notice.Review> lifted(Embargo embargo, ZoneId zone, LocalDate today) {
    LocalDate lifted = LocalDate.ofInstant(embargo.until(), zone);
    long days = ChronoUnit.DAYS.between(lifted, today);
    return days >= QUARTER && days % QUARTER < WEEK
        ? Optional.of(
            new Notice.Review(embargo.id(), embargo.topic(), Notice.Review.State.LIFTED, lifted))
        : Optional.empty();
  }

  /** The first Monday morning after {@code now}. */
  static Instant monday(Instant now, ZoneId zone) {
    LocalDate monday =
        LocalDate.ofInstant(now, zone).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    Instant morning = monday.atTime(MORNING).atZone(zone).toInstant();
    return morning.isAfter(now)
        ? morning
        : monday.plusDays(WEEK).atTime(MORNING).atZone(zone).toInstant();
  }
}
