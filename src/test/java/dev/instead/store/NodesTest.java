package dev.instead.store;

import static dev.instead.store.Samples.ANA;
import static dev.instead.store.Samples.BEN;
import static dev.instead.store.Samples.CHANNEL;
import static dev.instead.store.Samples.DEWI;
import static dev.instead.store.Samples.NOW;
import static dev.instead.store.Samples.NUMBER;
import static dev.instead.store.Samples.OTHER;
import static dev.instead.store.Samples.change;
import static dev.instead.store.Samples.filing;
import static dev.instead.store.Samples.joining;
import static dev.instead.store.Samples.newCase;
import static dev.instead.store.Samples.person;
import static dev.instead.store.Samples.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.config.DatabaseAddress;
import dev.instead.notice.MessageKind;
import dev.instead.notice.Wanted;
import dev.instead.outbox.Due;
import dev.instead.outbox.Remote;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.report.Case;
import dev.instead.report.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes on one PostgreSQL. */
@OnPostgres
@Timeout(120)
class NodesTest {
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final ExecutorService people = Executors.newCachedThreadPool();
  private Database one;
  private Database two;

  @BeforeEach
  void open() {
    DatabaseAddress address = PostgresServer.shared().fresh();
    one = PostgresServer.open(address);
    two = PostgresServer.open(address);
  }

  @AfterEach
  void close() {
    people.shutdownNow();
    one.close();
    two.close();
  }

  @Test
  void each_message_is_taken_by_one_of_them() throws Exception {
    List<Wanted> receipts = IntStream.range(0, 200)
        .mapToObj(i -> Wanted.receipt(report(NUMBER, person("U1" + i))))
        .toList();
    queue(one).want(receipts, NOW);

    List<Future<List<Due>>> takers = all(
        IntStream.range(0, 4).mapToObj(i -> takesAll(i % 2 == 0 ? one : two)).toList());
    List<String> taken = new ArrayList<>();
    for (Future<List<Due>> taker : takers) {
      taker.get().forEach(due -> taken.add(due.id().value()));
    }

    assertEquals(200, taken.size());
    assertEquals(200, new HashSet<>(taken).size());
  }

  @Test
  void a_conversation_is_served_by_one_node_at_a_time() {
    queue(one)
        .want(
            List.of(
                Wanted.teamCard(NUMBER, CHANNEL, false), Wanted.teamCard(OTHER, CHANNEL, false)),
            NOW);

    Due first = take(one, 1).get(0);
    assertEquals(List.of(), take(two, 10));
    queue(one).delivered(first.id(), 1, new Remote(CHANNEL.id(), "1"), NOW);
    Due second = take(two, 10).get(0);

    assertEquals(NUMBER, first.number().orElseThrow());
    assertEquals(OTHER, second.number().orElseThrow());
  }

  @Test
  void a_person_hears_from_one_node_at_a_time() {
    queue(one)
        .want(
            List.of(Wanted.receipt(report(NUMBER, DEWI)), Wanted.receipt(report(OTHER, DEWI))),
            NOW);

    Due first = take(one, 1).get(0);
    assertEquals(List.of(), take(two, 10));
    queue(one).delivered(first.id(), 1, new Remote("D0DEWI", "1"), NOW);

    assertEquals(1, take(two, 10).size());
  }

  @Test
  void of_a_hundred_claims_on_both_nodes_one_wins() throws Exception {
    cases(one).save(filing(newCase(NUMBER, "example.com/post/1"), report(NUMBER, DEWI)));
    Case open = cases(two).find(NUMBER).orElseThrow();
    Case claimed = open.at(new Stage.Claimed(ANA, NOW));

    List<Callable<Boolean>> claims = IntStream.range(0, 100)
        .<Callable<Boolean>>mapToObj(
            i -> () -> cases(i % 2 == 0 ? one : two).save(change(List.of(claimed), List.of())))
        .toList();
    int won = 0;
    for (Future<Boolean> claim : all(claims)) {
      won += claim.get() ? 1 : 0;
    }

    assertEquals(1, won);
    assertEquals(open.version() + 1, cases(one).find(NUMBER).orElseThrow().version());
  }

  /** Each person on both nodes at the same moment: two reports, one person. */
  @Test
  void whoever_joins_on_both_nodes_at_once_counts_once() throws Exception {
    cases(one).save(filing(newCase(NUMBER, "example.com/post/1"), report(NUMBER, DEWI)));
    List<Callable<Boolean>> joins = IntStream.range(0, 100)
        .<Callable<Boolean>>mapToObj(i -> () -> cases(i % 2 == 0 ? one : two)
            .join(joining(report(NUMBER, pair("U2", i))))
            .isPresent())
        .toList();

    for (Future<Boolean> join : all(joins)) {
      assertTrue(join.get());
    }

    assertEquals(51, cases(one).find(NUMBER).orElseThrow().reports());
  }

  @Test
  void what_a_lost_node_was_sending_is_sent_by_the_other_soon_and_in_doubt() throws Exception {
    queue(one).want(List.of(Wanted.receipt(report(NUMBER, BEN))), NOW);
    assertEquals(1, take(one, 10).size());
    assertEquals(List.of(), take(two, 10));
    CountDownLatch takenBack = new CountDownLatch(1);

    // The first one says nothing any more.
    people.execute(() -> nodes(two).run(takenBack::countDown));

    assertTrue(takenBack.await(30, TimeUnit.SECONDS), "nobody missed the lost node");
    List<Due> again = take(two, 10);
    assertEquals(1, again.size());
    assertTrue(again.get(0).inDoubt());
  }

  @Test
  void a_node_that_is_there_keeps_what_it_is_sending() {
    queue(one).want(List.of(Wanted.receipt(report(NUMBER, BEN))), NOW);
    take(one, 10);

    nodes(one).seen();

    assertEquals(0, nodes(two).seen());
    assertEquals(List.of(), take(two, 10));
  }

  @Test
  void a_node_that_leaves_is_not_waited_for() {
    queue(one).want(List.of(Wanted.receipt(report(NUMBER, BEN))), NOW);
    take(one, 10);

    nodes(one).leave();

    assertEquals(1, nodes(two).seen());
  }

  @Test
  void who_is_met_by_both_nodes_at_once_is_one_person() throws Exception {
    List<Callable<Integer>> wants = IntStream.range(0, 60)
        .<Callable<Integer>>mapToObj(i -> () -> {
          Person who = pair("U3", i);
          queue(i % 2 == 0 ? one : two).want(List.of(Wanted.home(who)), NOW);
          return 1;
        })
        .toList();
    for (Future<Integer> want : all(wants)) {
      want.get();
    }

    assertEquals(30, queue(one).backlog(NOW).waiting());
  }

  private static Person pair(String prefix, int i) {
    int number = i / 2;
    return person(prefix + number);
  }

  private <T> List<Future<T>> all(List<Callable<T>> works) throws InterruptedException {
    return people.invokeAll(works);
  }

  private Callable<List<Due>> takesAll(Database node) {
    return () -> {
      List<Due> taken = new ArrayList<>();
      for (List<Due> some = take(node, 7); !some.isEmpty(); some = take(node, 7)) {
        taken.addAll(some);
      }
      return taken;
    };
  }

  private static List<Due> take(Database node, int limit) {
    return queue(node).take(NOW, Platform.SLACK, limit, LEASE, List.of(), MessageKind.LEAST_URGENT);
  }

  private static JdbiQueue queue(Database node) {
    return new JdbiQueue(node);
  }

  private static JdbiCases cases(Database node) {
    return new JdbiCases(node, CLOCK, () -> {});
  }

  private static Nodes nodes(Database node) {
    return node.nodes().orElseThrow();
  }
}
