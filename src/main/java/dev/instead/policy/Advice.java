package dev.instead.policy;

import java.util.List;
import java.util.Optional;

/**
 * What the policy tells staff: for every don't, a do.
 *
 * @param dont what to leave alone; absent where nothing is forbidden
 * @param instead what to do; absent only where {@link #resources} say it all
 * @param why the reason, always given
 * @param resources links to hand out, in the policy's order
 */
public record Advice(
    Optional<LocalText> dont,
    Optional<LocalText> instead,
    LocalText why,
    List<ResourceId> resources) {
  public Advice {
    resources = List.copyOf(resources);
  }
}
