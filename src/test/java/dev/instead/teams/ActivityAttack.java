package dev.instead.teams;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.schema.Activity;
import dev.instead.office.Office;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Any body behind a good token: it is refused as malformed, or answered by the whole product; nothing else is thrown. */
public final class ActivityAttack {
  private static final int USED_UP = 5_000;
  private static final int LARGEST_ANSWER = 40_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static @Nullable TeamsOffice office;
  private static int used;

  private ActivityAttack() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Activity activity;
    try {
      activity = Activities.of(Activities.tree(input));
    } catch (Rejection rejection) {
      assertTrue(rejection.status() == 400, rejection::reason);
      assertFalse(rejection.reason().contains("\n"), "more than one line in the log");
      return;
    }
    activity.getConversation().setTenantId(Office.TENANT);
    TeamsOffice teams = office();
    Optional<InvokeResponse> answer = teams.routes.arrived(activity);
    teams.whisper.all.clear();
    teams.whisper.hints.clear();
    answer.ifPresent(ActivityAttack::check);
  }

  private static void check(InvokeResponse answer) {
    assertTrue(
        Set.of(200, 501).contains(answer.getStatus()), () -> "answered " + answer.getStatus());
    try {
      String body = JSON.writeValueAsString(answer.getBody());
      assertTrue(body.length() < LARGEST_ANSWER, () -> "an answer of " + body.length());
    } catch (JsonProcessingException e) {
      throw new AssertionError("The answer is no JSON", e);
    }
  }

  /** What is reported stays in its store, which would grow without end. */
  private static TeamsOffice office() {
    TeamsOffice now = office;
    if (now == null || used++ % USED_UP == 0) {
      if (now != null) {
        now.close();
      }
      now = new TeamsOffice();
      office = now;
    }
    return now;
  }
}
