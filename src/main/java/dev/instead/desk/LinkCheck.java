package dev.instead.desk;

import dev.instead.desk.LinkLog.Checked;
import dev.instead.notice.Wanted;
import dev.instead.policy.Policy;
import dev.instead.policy.Resource;
import dev.instead.policy.ResourceId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the pages of resources, each once a day. One that is found dead twice, hours apart, is withheld until it is alive again; its
 * owner is told of both.
 */
public final class LinkCheck {
  private static final Logger LOG = LoggerFactory.getLogger(LinkCheck.class);
  private static final String TIMER = "links";
  private static final Duration DAY = Duration.ofDays(1);

  /** Never faster, so that no host feels it. */
  private static final Duration SHORTEST = Duration.ofSeconds(10);

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final FreshPolicies policies;
  private final LinkProbe probe;
  private final LinkLog log;
  private final Timers timers;
  private final Owners owners;
  private final Clock clock;

  public LinkCheck(
      FreshPolicies policies,
      LinkProbe probe,
      LinkLog log,
      Timers timers,
      Owners owners,
      Clock clock) {
    this.policies = policies;
    this.probe = probe;
    this.log = log;
    this.timers = timers;
    this.owners = owners;
    this.clock = clock;
  }

  /**
   * Withholds what is known to be dead; before anything is served.
   *
   * @return whether that changed the policy
   */
  public boolean recall() {
    Map<ResourceId, URI> dead = new HashMap<>();
    log.all().stream()
        .filter(Checked::isDead)
        .forEach(checked -> dead.put(checked.resource(), checked.url()));
    return policies.withholds(dead);
  }

  /**
   * Looks at the page that waits longest, if any is due; for a timer, often.
   *
   * @return whether the policy serves more or less than before
   */
  public boolean round() {
    Policy policy = policies.current();
    Map<ResourceId, Checked> known = new HashMap<>();
    log.all().forEach(checked -> known.put(checked.resource(), checked));
    Instant now = clock.instant();
    Optional<Resource> due = policy.resources().values().stream()
        .filter(resource -> probe.mayLook(resource.url()))
        .filter(resource -> !now.isBefore(next(resource, known)))
        .min(Comparator.comparing(resource -> next(resource, known)));
    due.filter(resource -> isMine(policy, now))
        .ifPresent(resource -> look(policy, resource, known));
    return recall();
  }

  /** What was found of this very page. */
  private static Optional<Checked> last(Resource resource, Map<ResourceId, Checked> known) {
    return Optional.ofNullable(known.get(resource.id())).filter(checked -> checked.isOf(resource));
  }

  private static Instant next(Resource resource, Map<ResourceId, Checked> known) {
    return last(resource, known).map(Checked::next).orElse(Instant.MIN);
  }

  /** Whether it is this node's turn; turns come so often that a day has room for all pages twice over. */
  private boolean isMine(Policy policy, Instant now) {
    Duration pace = DAY.dividedBy(2L * policy.resources().size());
    Duration quick = pace.compareTo(SHORTEST) < 0 ? SHORTEST : pace;
    timers.begin(TIMER, now);
    Instant next = now.plus(quick.compareTo(LONGEST) > 0 ? LONGEST : quick);
    return timers.take(TIMER, now, next, List.of());
  }

  private void look(Policy policy, Resource resource, Map<ResourceId, Checked> known) {
    Optional<Checked> last = last(resource, known);
    LinkProbe.Finding seen = probe.look(resource.url());
    LinkProbe.Finding found = isOurs(seen, last, known) ? LinkProbe.Finding.NOT_KNOWN : seen;
    Instant now = clock.instant();
    Checked checked = last.map(before -> before.then(now, found))
        .orElseGet(() -> Checked.first(resource, now, found));
    boolean wasDead = last.map(Checked::isDead).orElse(false);
    LOG.info("The page of resource {} was found {}", resource.id(), found.code());
    log.keep(
        checked, wasDead == checked.isDead() ? List.of() : news(policy, resource, checked, now));
  }

  /**
   * Whether a death says more of our network than of the page. Where names can't be looked up, or something stands in every connection,
   * all hosts seem to be gone at once; so since a page was found dead for the first time, any page must have answered.
   */
  private boolean isOurs(
      LinkProbe.Finding seen, Optional<Checked> last, Map<ResourceId, Checked> known) {
    Optional<Instant> died = last.filter(checked -> !checked.isDead()).flatMap(Checked::died);
    boolean ours = seen.isDead()
        && !seen.isAnswer()
        && died.isPresent()
        && known.values().stream()
            .noneMatch(other -> other.found().isAnswer() && other.at().isAfter(died.get()));
    if (ours) {
      LOG.warn(
          "No page of any resource could be reached since {}, so that is not held against them. Are hosts reached only through a proxy from"
              + " here? Then pages can't be looked at: set INSTEAD_LINK_CHECK=off.",
          died.get());
    }
    return ours;
  }

  /** The instant keeps one death from being taken for another. */
  private List<Wanted> news(Policy policy, Resource resource, Checked checked, Instant now) {
    LOG.warn(
        "Resource {} is {} from now on: its page was found {}",
        resource.id(),
        checked.isDead() ? "withheld" : "handed out again",
        checked.found().code());
    return owners.of(policy, resource.owner()).stream()
        .map(owner -> Wanted.linkNews(
            owner, resource.id().value() + "/" + now.toEpochMilli(), detail(checked)))
        .toList();
  }

  private static String detail(Checked checked) {
    return checked.resource() + " " + checked.found().code();
  }
}
