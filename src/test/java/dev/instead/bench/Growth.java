package dev.instead.bench;

import dev.instead.desk.Cases;
import dev.instead.desk.Change;
import dev.instead.desk.Delivery;
import dev.instead.desk.Forgetting;
import dev.instead.desk.Joining;
import dev.instead.notice.MessageKind;
import dev.instead.notice.Wanted;
import dev.instead.outbox.Due;
import dev.instead.outbox.Queue;
import dev.instead.outbox.Remote;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.policy.Severity;
import dev.instead.policy.SituationId;
import dev.instead.policy.TeamId;
import dev.instead.report.Case;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseNumber;
import dev.instead.report.Link;
import dev.instead.report.Report;
import dev.instead.report.ReportId;
import dev.instead.report.Stage;
import dev.instead.store.Database;
import dev.instead.store.JdbiCases;
import dev.instead.store.JdbiForgetting;
import dev.instead.store.JdbiQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** What the store's work costs when it holds much: one thing after the other, each on the disk before the next begins. */
final class Growth {
  private static final Channel CHANNEL = new Channel(Platform.SLACK, "T0ACME", "C0SOCIAL");
  private static final int WARM_UP = 50;

  // Little enough for the smallest store to have it so often.
  private static final int TAKEN = 4;
  private static final int FORGOTTEN = 3;

  private static final int SHOWN = 20;

  private final FilledStore store;
  private final int times;
  private final Random random;
  private final List<Case> opened = new ArrayList<>();

  Growth(FilledStore store, int times) {
    this.store = store;
    this.times = times;
    this.random = new Random(store.people()); // other case numbers for each size
  }

  /** Median milliseconds of each kind of work. */
  Map<String, Double> measured() {
    opened.clear();
    try (Database database = Database.open(store.address)) {
      Cases cases = new JdbiCases(database, Clock.systemUTC(), () -> {});
      Queue queue = new JdbiQueue(database);
      Forgetting forgetting = new JdbiForgetting(database);
      Map<String, Double> medians = new LinkedHashMap<>();
      medians.put("store a report", median(i -> file(cases)));
      medians.put("join its case", median(i -> join(cases, opened.get(i % opened.size()))));
      medians.put("claim a case", median(i -> claim(cases, opened.get(i))));
      medians.put("read one's own reports", median(i -> cases.filedBy(somebody(), SHOWN)));
      medians.put(
          "take " + TAKEN + " due messages, and note that they were sent",
          median(i -> deliver(queue)));
      medians.put(
          "forget " + FORGOTTEN + " cases that ended long ago", median(i -> forget(forgetting)));
      return medians;
    }
  }

  private interface Work {
    void run(int i);
  }

  private double median(Work work) {
    double[] millis = new double[times];
    for (int i = 0; i < WARM_UP + times; i++) {
      long begun = System.nanoTime();
      work.run(i);
      if (i >= WARM_UP) {
        millis[i - WARM_UP] = (System.nanoTime() - begun) / 1e6;
      }
    }
    Arrays.sort(millis);
    return millis[times / 2];
  }

  private void file(Cases cases) {
    CaseNumber number = CaseNumber.random(Case.Kind.REPORT, 12, random);
    String link = "social.example/new/" + number;
    Case about = new Case(
        number,
        Case.Kind.REPORT,
        new SituationId("refund"),
        new TeamId("social-care"),
        Severity.NORMAL,
        new Stage.Open(),
        Optional.of(new Link("https://" + link, link)),
        false,
        Locale.ENGLISH,
        1,
        Instant.now(),
        Optional.of(Instant.now().plusSeconds(1800)),
        "2026-11",
        0,
        0);
    Report report = report(number, false);
    CaseEvent event = event(
        number,
        report.reporter(),
        new CaseEvent.Opened(about.situation(), about.team(), about.severity()));
    stored(cases.save(new Change(
        List.of(about),
        List.of(report),
        List.of(event),
        List.of(),
        List.of(Wanted.teamCard(number, CHANNEL, false), Wanted.receipt(report)),
        Optional.of(delivery()),
        "filed:" + report.id())));
    opened.add(about);
  }

  private void join(Cases cases, Case about) {
    Report report = report(about.number(), true);
    CaseEvent event = event(about.number(), report.reporter(), new CaseEvent.Joined(report.id()));
    stored(cases
        .join(new Joining(
            report, event, List.of(Wanted.receipt(report)), delivery(), "joined:" + report.id()))
        .isPresent());
  }

  private void claim(Cases cases, Case about) {
    Case found = cases.find(about.number()).orElseThrow();
    Person member = somebody();
    stored(cases.save(new Change(
        List.of(found.at(new Stage.Claimed(member, Instant.now()))),
        List.of(),
        List.of(event(found.number(), member, new CaseEvent.Claimed())),
        List.of(),
        List.of(
            Wanted.teamCard(found.number(), CHANNEL, false),
            Wanted.news(MessageKind.PICKED_UP, found.number(), found.version() + 1, member)),
        Optional.of(delivery()),
        "claimed")));
  }

  private static void forget(Forgetting forgetting) {
    List<CaseNumber> ended = forgetting.ended(Case.Kind.REPORT, Instant.now(), FORGOTTEN);
    stored(ended.size() == FORGOTTEN);
    ended.forEach(number -> forgetting.erase(number, Instant.now()));
  }

  private void deliver(Queue queue) {
    Instant now = Instant.now();
    List<Due> due = queue.take(now, Platform.SLACK, TAKEN, Duration.ofMinutes(1), List.of(), 100);
    stored(due.size() == TAKEN);
    for (Due each : due) {
      queue.delivered(
          each.id(), each.wanted(), new Remote("C0SOCIAL", UUID.randomUUID().toString()), now);
    }
  }

  private static void stored(boolean well) {
    if (!well) {
      throw new IllegalStateException("The store did not do what was to be measured");
    }
  }

  private Report report(CaseNumber number, boolean joined) {
    return new Report(
        new ReportId(UUID.randomUUID().toString()),
        number,
        somebody(),
        "Dewi Lestari",
        "They want their money back",
        Locale.ENGLISH,
        Instant.now(),
        joined,
        false);
  }

  private static CaseEvent event(CaseNumber number, Person by, CaseEvent.What what) {
    return new CaseEvent(number, Instant.now(), Optional.of(by), what);
  }

  private static Delivery delivery() {
    return new Delivery("slack:T0ACME:trigger:" + UUID.randomUUID());
  }

  private Person somebody() {
    return new Person(Platform.SLACK, "T0ACME", "U" + random.nextInt(store.people()));
  }
}
