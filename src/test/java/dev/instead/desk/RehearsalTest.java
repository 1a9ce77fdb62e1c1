package dev.instead.desk;

import static dev.instead.office.Office.DEWI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.instead.notice.Notice;
import dev.instead.office.Office;
import dev.instead.policy.Policies;
import dev.instead.policy.Policy;
import dev.instead.policy.SituationId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final String TEXT = "my salary, and what the new store pays";

  @Test
  void a_right_that_is_named_among_others_is_explained_as_by_the_bot() {
    assertEquals(
        new Rehearsal.Reported.Right(Policies.PAY),
        new Rehearsal(Policies.sample(), new Unsure())
            .report("", TEXT, Optional.empty(), Policies.ENGLISH, Instant.EPOCH));
    try (Office office = new Office(Policies.sample(), new Unsure())) {
      assertInstanceOf(Notice.ProtectedRight.class, office.reports(DEWI, TEXT));
    }
  }

  /** Sees that a right is named, and isn't sure what the text is about. */
  private static final class Unsure implements Matcher {
    @Override
    public Weighed weigh(Policy policy, String question, Locale language) {
      return new Weighed(
          new Match.Unsure(List.of(Policies.NEW_STORE, Policies.PAY)),
          Grounds.chosen(Policies.NEW_STORE, policy.version()));
    }

    @Override
    public List<Named> named(Policy policy, String draft) {
      return List.of(new Named(Policies.PAY, List.of("salary")));
    }

    @Override
    public SituationId suggest(Policy policy, String text, Locale language) {
      return Policies.NOT_SURE;
    }
  }
}
