package dev.instead.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instead.notice.MessageKind;
import dev.instead.notice.Recipient;
import dev.instead.notice.Wanted;
import dev.instead.office.Office;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many conversations are served at the same time, while calls hang. */
class LanesTest {
  private final List<Runnable> hanging = new ArrayList<>();
  private final Office office = new Office(hanging::add);

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void a_platform_that_hangs_does_not_hold_the_others_messages() {
    hangs(Platform.SLACK, Office.WORKSPACE, 100);
    int before = hanging.size();
    office.queue.want(
        List.of(alert(new Person(Platform.TEAMS, Office.TENANT, "olga"))), office.clock.instant());
    office.delivers();
    answers(before);
    assertEquals(1, office.teams.told("olga").size());
  }

  @Test
  void while_everything_hangs_a_few_lanes_are_left_for_cards() {
    hangs(Platform.SLACK, Office.WORKSPACE, 100);
    int before = hanging.size();
    assertEquals(Courier.LANES - Courier.KEPT, before);
    office.files(Office.DEWI, "https://x.com/acme/status/1 refund");
    office.delivers();
    answers(before);
    assertEquals(1, office.chat.in("C0SOCIAL").size());
    assertEquals(List.of(), office.chat.told(Office.DEWI.id()));
  }

  @Test
  void no_more_conversations_are_served_at_once_than_there_are_lanes() {
    hangs(Platform.SLACK, Office.WORKSPACE, 100);
    hangs(Platform.TEAMS, Office.TENANT, 100);
    assertEquals(2 * (Courier.LANES - Courier.KEPT), hanging.size());
  }

  private void hangs(Platform platform, String workspace, int messages) {
    office.queue.want(
        IntStream.range(0, messages)
            .mapToObj(i -> alert(new Person(platform, workspace, platform.code() + i)))
            .toList(),
        office.clock.instant());
    office.delivers();
  }

  /** What came after the first so many is answered. */
  private void answers(int after) {
    List.copyOf(hanging.subList(after, hanging.size())).forEach(Runnable::run);
  }

  private static Wanted alert(Person to) {
    return Wanted.alert(
        MessageKind.POLICY_NEWS, new Recipient.InPrivate(to), to.id() + "/mended/1", "1");
  }
}
