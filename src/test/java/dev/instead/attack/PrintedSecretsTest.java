package dev.instead.attack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.config.Settings;
import dev.instead.office.LiveOffice;
import dev.instead.people.Platform;
import dev.instead.playground.LocalSlack;
import dev.instead.playground.LocalTeams;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is printed of the settings and of a bot that runs, no secret is in it. */
@Timeout(90)
class PrintedSecretsTest {
  @Test
  void no_part_of_the_settings_prints_a_secret() {
    Map<String, String> all = new HashMap<>();
    all.put("INSTEAD_SLACK_SIGNING_SECRET", Marks.SIGNING + "," + Marks.OLD_SIGNING);
    all.put("INSTEAD_SLACK_BOT_TOKEN", LocalSlack.TOKEN);
    all.put("INSTEAD_TEAMS_APP_ID", "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee");
    all.put("INSTEAD_TEAMS_TENANT_ID", "11111111-2222-4333-8444-555555555555");
    all.put("INSTEAD_TEAMS_APP_PASSWORD", LocalTeams.SECRET + "," + Marks.OLD_PASSWORD);
    all.put("INSTEAD_DATABASE_URL", "jdbc:postgresql://db.example/instead");
    all.put("INSTEAD_DATABASE_USER", "instead");
    all.put("INSTEAD_DATABASE_PASSWORD", Marks.DATABASE_PASSWORD);
    Set<String> seen = assertPrintsNone(Settings.of(all));
    assertTrue(
        seen.containsAll(Set.of("Settings", "SlackSettings", "TeamsSettings", "DatabaseAddress")),
        seen::toString);
  }

  @Test
  void no_part_of_a_running_bot_prints_a_secret() {
    try (LiveOffice office =
        new LiveOffice(workspace -> {}, Set.of(Platform.SLACK, Platform.TEAMS))) {
      office.reports("U0DEWI", "https://x.com/a/status/1 refund");
      Set<String> seen = assertPrintsNone(office.bot());
      assertTrue(
          seen.containsAll(Set.of("SlackSide", "Credentials", "SigningKeys")), seen::toString);
    }
  }

  /** Prints every object of ours that can be reached; the names of their classes come back. */
  private static Set<String> assertPrintsNone(Object root) {
    Set<String> seen = new TreeSet<>();
    Set<Object> met = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> waiting = new ArrayDeque<>(Set.of(root));
    while (!waiting.isEmpty()) {
      Object next = waiting.pop();
      if (!met.add(next)) {
        continue;
      }
      if (isOurs(next)) {
        Marks.assertNoneIn(next.getClass().getName(), next.toString());
        seen.add(next.getClass().getSimpleName());
        parts(next, waiting);
      } else {
        contents(next, waiting);
      }
    }
    return seen;
  }

  private static boolean isOurs(Object object) {
    String name = object.getClass().getName();
    return name.startsWith("dev.instead.") && !name.startsWith("dev.instead.office.");
  }

  private static void parts(Object object, Deque<Object> waiting) {
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      if (!type.getName().startsWith("dev.instead.")) {
        return;
      }
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          add(value(field, object), waiting);
        }
      }
    }
  }

  private static void contents(Object object, Deque<Object> waiting) {
    if (object instanceof Collection<?> many) {
      many.forEach(one -> add(one, waiting));
    } else if (object instanceof Map<?, ?> map) {
      map.values().forEach(one -> add(one, waiting));
    } else if (object instanceof Optional<?> perhaps) {
      perhaps.ifPresent(one -> add(one, waiting));
    }
  }

  private static void add(@Nullable Object value, Deque<Object> waiting) {
    if (value != null) {
      waiting.push(value);
    }
  }

  private static @Nullable Object value(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
