package dev.instead.policy;

import java.net.URI;
import java.time.LocalDate;

/**
 * A link that staff may give to customers.
 *
 * @param url always https
 * @param owner the role that keeps it right
 * @param reviewBy the last day on which it is served
 */
public record Resource(ResourceId id, URI url, LocalText label, String owner, LocalDate reviewBy) {
  public boolean servedOn(LocalDate day) {
    return !day.isAfter(reviewBy);
  }
}
