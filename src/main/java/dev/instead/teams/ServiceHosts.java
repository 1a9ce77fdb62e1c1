package dev.instead.teams;

import java.util.Set;

/**
 * Which services may be talked to. Every activity brings the address that its answers go to, with the bot's token, so an address that
 * isn't listed is never called.
 *
 * @param allowed {@code host}, reached by https at its usual port, or {@code host:port}, where plain http will do as well
 */
public record ServiceHosts(Set<String> allowed) {
  public ServiceHosts {
    allowed = Set.copyOf(allowed);
  }

  /** Whether the bot's token may go there. */
  public boolean allow(String service) {
    return ServiceUrl.parse(service).filter(url -> url.isAmong(allowed)).isPresent();
  }
}
