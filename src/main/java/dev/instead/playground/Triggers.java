package dev.instead.playground;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Trigger ids: each opens one view for one person within three seconds. */
final class Triggers {
  private static final Duration LIFE = Duration.ofSeconds(3);
  private static final int REMEMBERED = 10_000;

  private record Trigger(String user, Instant born, boolean used) {}

  private final Clock clock;
  private final Map<String, Trigger> issued = new LinkedHashMap<>() {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Trigger> eldest) {
      return size() > REMEMBERED;
    }
  };

  Triggers(Clock clock) {
    this.clock = clock;
  }

  synchronized String issue(String user) {
    String id = clock.millis() + ".1." + UUID.randomUUID().toString().replace("-", "");
    issued.put(id, new Trigger(user, clock.instant(), false));
    return id;
  }

  /** Uses the trigger up and says whose it was. */
  synchronized String take(String id) {
    Trigger found = issued.get(id);
    if (found == null) {
      throw new SlackRefusal("invalid_trigger_id");
    }
    if (found.used()) {
      throw new SlackRefusal("exchanged_trigger_id");
    }
    if (Duration.between(found.born(), clock.instant()).compareTo(LIFE) > 0) {
      throw new SlackRefusal("expired_trigger_id");
    }
    issued.put(id, new Trigger(found.user(), found.born(), true));
    return found.user();
  }
}
