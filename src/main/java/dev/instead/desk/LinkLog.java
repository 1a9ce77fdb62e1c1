package dev.instead.desk;

import dev.instead.notice.Wanted;
import dev.instead.policy.Resource;
import dev.instead.policy.ResourceId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was found when the pages of resources were looked at. Methods throw {@link StoreException} when the store can't be used. */
public interface LinkLog {
  /** The latest of each resource. */
  List<Checked> all();

  /** Replaces what was known of the resource, and wants messages, in one write. */
  void keep(Checked checked, List<Wanted> wanted);

  /**
   * A resource's page as it was found last.
   *
   * @param url what was looked at; once the policy names another, none of this counts any more
   * @param deaths how often it was found dead since it was last alive, each time {@link #APART} after the time before
   * @param died when it was found dead the last of these times
   */
  record Checked(
      ResourceId resource,
      URI url,
      Instant at,
      LinkProbe.Finding found,
      int deaths,
      Optional<Instant> died) {
    /** Twice, because a page may be away while somebody works on it. */
    static final int DEAD = 2;

    static final Duration APART = Duration.ofHours(6);
    private static final Duration DAILY = Duration.ofDays(1);

    /** Of a page that was never looked at. */
    static Checked first(Resource resource, Instant now, LinkProbe.Finding found) {
      return new Checked(
              resource.id(), resource.url(), now, LinkProbe.Finding.NOT_KNOWN, 0, Optional.empty())
          .then(now, found);
    }

    /** After one more look. What can't be known leaves the count as it is. */
    Checked then(Instant now, LinkProbe.Finding next) {
      if (next == LinkProbe.Finding.ALIVE) {
        return new Checked(resource, url, now, next, 0, Optional.empty());
      }
      boolean counts = next.isDead()
          && deaths < DEAD
          && died.map(last -> !now.isBefore(last.plus(APART))).orElse(true);
      return new Checked(
          resource, url, now, next, counts ? deaths + 1 : deaths, counts ? Optional.of(now) : died);
    }

    boolean isDead() {
      return deaths >= DEAD;
    }

    boolean isOf(Resource other) {
      return resource.equals(other.id()) && url.equals(other.url());
    }

    /** Daily; sooner where it isn't well. */
    Instant next() {
      return at.plus(deaths > 0 ? APART : DAILY);
    }
  }
}
