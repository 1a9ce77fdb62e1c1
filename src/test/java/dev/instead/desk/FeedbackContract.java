package dev.instead.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instead.office.Office;
import dev.instead.policy.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of feedback does. */
public abstract class FeedbackContract {
  protected static final Instant NOW = Office.OPENING;
  protected static final Feedback.Given STORE = new Feedback.Given(
      Feedback.Kind.NOT_MINE,
      Optional.of(new RuleId("new-store")),
      "may i post it",
      Locale.ENGLISH,
      "May I post it?");
  private static final Feedback.Given ZEBRAS = new Feedback.Given(
      Feedback.Kind.SENT_ON,
      Optional.empty(),
      "zebras é 新",
      Locale.forLanguageTag("id"),
      "zebras: é 新 '");

  protected abstract Feedback feedback();

  @Test
  public void what_was_given_comes_back_newest_first() {
    feedback().keep(STORE, NOW);
    feedback().keep(ZEBRAS, NOW.plusSeconds(60));

    List<Feedback.Kept> kept = feedback().since(NOW, 10);
    assertEquals(List.of(ZEBRAS, STORE), kept.stream().map(Feedback.Kept::given).toList());
    assertEquals(NOW, kept.get(1).at());
    assertEquals(Optional.of(kept.get(0)), feedback().find(kept.get(0).seq()));
    assertEquals(1, feedback().since(NOW, 1).size());
    assertEquals(1, feedback().since(NOW.plusSeconds(1), 10).size());
    assertEquals(Optional.empty(), feedback().find(-1));
  }

  @Test
  public void what_is_settled_is_not_shown_again() {
    feedback().keep(STORE, NOW);
    feedback().keep(ZEBRAS, NOW.plusSeconds(60));
    feedback().settle(List.of(feedback().since(NOW, 10).get(0).seq()));

    assertEquals(
        List.of(STORE),
        feedback().since(NOW.minus(Duration.ofDays(1)), 10).stream()
            .map(Feedback.Kept::given)
            .toList());
  }
}
