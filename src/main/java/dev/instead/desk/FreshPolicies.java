package dev.instead.desk;

import dev.instead.policy.Policy;
import dev.instead.policy.PolicyBook;
import dev.instead.policy.Resource;
import dev.instead.policy.ResourceId;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The policy of the file, which hands out no link whose page is dead: whoever asks for the policy here can't serve one by mistake.
 */
public final class FreshPolicies implements PolicyBook {
  private final PolicyBook file;
  private Map<ResourceId, URI> dead = Map.of();
  private @Nullable Policy read;
  private Policy fresh;

  public FreshPolicies(PolicyBook file) {
    this.file = file;
    this.fresh = file.current();
    this.read = fresh;
  }

  // Identity: a reloaded policy is a new one. And as long as nothing changes it must be the same
  // one here, because matchers know theirs by identity.
  @Override
  @SuppressWarnings("ReferenceEquality")
  public synchronized Policy current() {
    Policy now = file.current();
    if (now != read) {
      read = now;
      fresh = withholding(now);
    }
    return fresh;
  }

  /**
   * From now on these are withheld.
   *
   * @param pages of dead resources; one whose address the policy has changed meanwhile is not withheld
   * @return whether anything changed
   */
  synchronized boolean withholds(Map<ResourceId, URI> pages) {
    if (pages.equals(dead)) {
      return false;
    }
    dead = Map.copyOf(pages);
    read = null;
    return true;
  }

  private Policy withholding(Policy policy) {
    Set<ResourceId> withheld = policy.resources().values().stream()
        .filter(resource -> resource.url().equals(dead.get(resource.id())))
        .map(Resource::id)
        .collect(Collectors.toSet());
    return withheld.isEmpty() ? policy : policy.withholding(withheld);
  }
}
