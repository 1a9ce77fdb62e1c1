package dev.instead.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.office.Office;
import dev.instead.people.Person;
import dev.instead.policy.Patch;
import dev.instead.policy.ReplyId;
import dev.instead.policy.ResourceId;
import dev.instead.policy.RuleId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of proposals does. */
public abstract class ProposalsContract {
  private static final Instant NOW = Office.OPENING;
  private static final Patch STORE =
      new Patch("policy.yaml", "example", new RuleId("new-store"), "2026-11", "+ one\n+ two\n");
  private static final Patch LINK =
      new Patch("policy.yaml", "still_right", new ResourceId("repairs"), "2026-11", "+ é 新 '\n");

  private static final Optional<Person> OMAR = Optional.of(Office.OMAR);

  protected abstract Proposals proposals();

  @Test
  public void what_is_kept_comes_back_as_it_was_oldest_first() {
    Proposals.Kept second = proposals().keep(LINK, Office.OMAR, NOW.plusSeconds(60));
    Proposals.Kept first = proposals().keep(STORE, Office.DEWI, NOW);

    assertEquals(new Proposals.Kept(first.id(), NOW, Office.DEWI, STORE), first);
    assertEquals(List.of(first, second), proposals().open(10));
    assertEquals(List.of(first), proposals().open(1));
  }

  @Test
  public void what_is_open_is_counted_and_read_a_part_at_a_time() {
    for (int i = 0; i < 5; i++) {
      Patch patch = new Patch("policy.yaml", "retire", new RuleId("r" + i), "1", "- " + i + "\n");
      proposals().keep(patch, Office.DEWI, NOW.plusSeconds(i / 2)); // two at the same time
    }
    List<Proposals.Kept> all = proposals().open(10);

    assertEquals(5, proposals().openCount());
    for (int i = 0; i < 5; i++) {
      Optional<Proposals.Kept> after = Optional.of(all.get(i));
      assertEquals(all.subList(i + 1, Math.min(5, i + 3)), proposals().open(after, 2));
    }
  }

  @Test
  public void the_same_patch_is_kept_once_while_it_is_open() {
    Proposals.Kept first = proposals().keep(STORE, Office.DEWI, NOW);

    assertEquals(first, proposals().keep(STORE, Office.OMAR, NOW.plusSeconds(60)));
    assertEquals(List.of(first), proposals().open(10));
    assertTrue(proposals().settle(first.id(), Proposals.State.DROPPED, OMAR, NOW));
    assertFalse(first.id().equals(proposals().keep(STORE, Office.DEWI, NOW).id()));
  }

  @Test
  public void what_is_settled_is_open_no_more_and_settled_once() {
    Proposals.Kept one = proposals().keep(STORE, Office.DEWI, NOW);
    Patch other = new Patch("policy.yaml", "retire", new ReplyId("refund-1"), "2026-11", "- x\n");
    Proposals.Kept two = proposals().keep(other, Office.DEWI, NOW.plusSeconds(1));

    assertTrue(proposals().settle(one.id(), Proposals.State.APPLIED, Optional.empty(), NOW));
    assertFalse(proposals().settle(one.id(), Proposals.State.DROPPED, OMAR, NOW));
    assertFalse(proposals().settle("no-such-id", Proposals.State.DROPPED, OMAR, NOW));
    assertEquals(List.of(two), proposals().open(10));
  }
}
