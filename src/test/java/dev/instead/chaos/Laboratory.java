package dev.instead.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/**
 * Rounds of the same kind, each by a plan drawn from the seed: people report and work, the road is bad, something befalls the database, a clock
 * jumps, and in the middle of it a node is ended at a certain step. Then all is made well, everybody without an answer tries again, and when
 * nothing waits any more it is checked.
 */
final class Laboratory implements AutoCloseable {
  private static final int MISHAPS_PERCENT = 12;
  private static final int PASSES = 40;
  /** 128 and the number of the signal, as a Java process ends by it. */
  private static final int SIGTERM = 143;

  private static final int SKEW_SECONDS = 20;
  private static final Duration BURST = Duration.ofSeconds(12);
  private static final Duration PLANNED = Duration.ofSeconds(3);
  private static final Duration REST = Duration.ofSeconds(90);
  /** Longer than the other node needs to miss a dead one. */
  private static final Duration SENDING = Duration.ofSeconds(12);

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MOMENT = Duration.ofMillis(20);

  private final Company company;
  private final Site site;
  private final Ledger ledger = new Ledger();
  private final Journal journal;
  private final Checker checker;
  private final Findings findings;
  private final Random random;
  private final int most;
  private final List<Step> steps = new ArrayList<>();
  private int mondays;

  /** @param most how many reports are written in a round at the most */
  Laboratory(Company company, Site site, long seed, int most) throws SQLException {
    this.company = company;
    this.site = site;
    this.most = most;
    random = new Random(seed);
    journal = new Journal(company);
    checker = new Checker(company, ledger, journal, site.stored());
    findings = new Findings(site.name(), seed);
    site.nodes().forEach(node -> node.start(company.clock));
    company.moveIn(site.nodes().get(0).address(), site.stored());
  }

  /** Goes on until something is wrong. */
  Findings run(int rounds, Instant until) throws IOException, SQLException {
    while (findings.wrong().isEmpty()
        && (findings.rounds() < rounds || Instant.now().isBefore(until))) {
      round();
    }
    System.out.println(findings.write(ledger, company.road, journal, checker));
    return findings;
  }

  private void round() throws SQLException {
    Step step = nextStep();
    Node victim = site.nodes().get(random.nextInt(site.nodes().size()));
    findings.round();
    burst(step, victim);
    company.road.mishaps(0);
    site.mend();
    site.nodes().stream()
        .filter(node -> !node.isAlive())
        .forEach(node -> node.start(company.clock));
    site.nodes().forEach(node -> node.follow(company.clock, Duration.ZERO));
    Crowd.tryAgain(company, ledger, site.nodes());
    rest();
    if (checker.pressStrays(site.nodes().get(0).address())) {
      rest();
    }
    findings.wrong(checker.wrong());
    if (findings.rounds() % 3 == 1) {
      week();
    }
    System.out.printf(
        "%s round %d: %s; %d acknowledged so far%n",
        site.name(), findings.rounds(), step.words, ledger.all().size());
  }

  /** Each step once, in an order of its own, and then again. */
  private Step nextStep() {
    if (steps.isEmpty()) {
      steps.addAll(List.of(Step.values()));
      Collections.shuffle(steps, random);
    }
    return steps.remove(0);
  }

  private void burst(Step step, Node victim) throws SQLException {
    CountDownLatch ended = new CountDownLatch(1);
    company.road.mishaps(MISHAPS_PERCENT);
    try (Crowd crowd = new Crowd(company, ledger, site.nodes(), findings.rounds(), most)) {
      plan(step, victim, ended);
      crowd.begin(random);
      await(() -> crowd.begun() > 15 + random.nextInt(20) || ended.getCount() == 0, BURST);
      String trouble = site.trouble(random);
      findings.trouble(trouble);
      skew();
      int last = most - random.nextInt(most / 2);
      await(() -> crowd.begun() >= last || ended.getCount() == 0, BURST);
      site.mend();
      end(step, victim, ended, trouble.equals(Site.NO_TROUBLE));
    }
  }

  private void plan(Step step, Node victim, CountDownLatch ended) {
    int passes = random.nextInt(PASSES);
    Runnable kill = () -> {
      victim.kill();
      ended.countDown();
    };
    step.line(site.postgres()).ifPresent(line -> victim.killAt(line, passes, kill));
    if (step == Step.SENDING || step == Step.ACCEPTED) {
      String caller = site.postgres() ? victim.host : "";
      company.road.set(new Road.Trap(step, caller, passes / 2, kill));
    }
  }

  /** What was planned may not come about in time; then it is a random moment after all. */
  private void end(Step step, Node victim, CountDownLatch ended, boolean calm) throws SQLException {
    boolean planned = step != Step.RANDOM && step != Step.STOPPED;
    if (planned && await(() -> ended.getCount() == 0, PLANNED)) {
      findings.ended(step);
    } else if (step == Step.STOPPED) {
      stop(victim, calm);
      findings.ended(step);
    } else {
      company.road.unset();
      victim.kill();
      findings.ended(Step.RANDOM);
    }
  }

  /**
   * Requests and messages that have begun are finished, so nothing is left in doubt.
   *
   * @param calm false: what was sent while the disk was full could not be recorded, and is rightly in doubt
   */
  private void stop(Node victim, boolean calm) throws SQLException {
    int code = victim.stop();
    if (code != 0 && code != SIGTERM) {
      findings.wrong(List.of("A stopped node ended with code " + code));
    }
    if (calm && !site.postgres() && site.stored().lent() > 0) {
      findings.wrong(List.of("A stopped node left messages that it was sending"));
    }
  }

  /** The clocks of the nodes jump, each a little differently. */
  private void skew() {
    if (random.nextBoolean()) {
      company.clock.advance(Duration.ofSeconds(random.nextInt(45)));
      for (Node node : site.nodes()) {
        node.follow(
            company.clock,
            Duration.ofSeconds(random.nextInt(2 * SKEW_SECONDS) - (long) SKEW_SECONDS));
      }
      findings.trouble("clock stepped");
    }
  }

  /** Nothing waits any more. Time flies while all wait for it; what is being sent has its time first. */
  private void rest() throws SQLException {
    Instant deadline = Instant.now().plus(REST);
    Instant sending = Instant.now();
    while (site.stored().waiting() > 0) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("After %s %d messages still wait, %d of them lent"
            .formatted(REST, site.stored().waiting(), site.stored().lent()));
      }
      long now = company.clock.millis();
      if (!site.stored().isBusy(now) || Instant.now().isAfter(sending.plus(SENDING))) {
        fly(Duration.ofMillis(site.stored().nextAfter(now) - now));
        sending = Instant.now();
      }
      company.workspace.await(any -> false, MOMENT);
    }
  }

  private void fly(Duration time) {
    if (!time.isNegative() && !time.isZero()) {
      company.clock.advance(time);
      site.nodes().forEach(node -> node.follow(company.clock, Duration.ZERO));
    }
  }

  /** A week later one Monday has passed; the node that is the first to see it is killed while it writes that down. */
  private void week() throws SQLException {
    Step step = random.nextBoolean() ? Step.BEFORE_COMMIT : Step.COMMITTED;
    Node victim = site.nodes().get(random.nextInt(site.nodes().size()));
    victim.killAt(step.line(site.postgres()).orElseThrow(), 0, victim::kill);
    mondays++;
    company.clock.advance(WEEK);
    site.nodes().forEach(node -> node.follow(company.clock, Duration.ZERO));
    await(() -> !victim.isAlive(), Duration.ofSeconds(3));
    victim.kill();
    victim.start(company.clock);
    await(() -> checker.heardOf(mondays), REST);
    rest();
    findings.trouble("week passed, node killed at its timer");
    findings.wrong(checker.wrongTimers(mondays));
  }

  private boolean await(BooleanSupplier what, Duration atMost) {
    Instant deadline = Instant.now().plus(atMost);
    while (!what.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        return false;
      }
      company.workspace.await(any -> false, MOMENT);
    }
    return true;
  }

  @Override
  public void close() {
    journal.close();
  }
}
