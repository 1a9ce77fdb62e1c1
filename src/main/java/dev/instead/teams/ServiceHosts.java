package dev.instead.teams;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
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
    try {
      return allow(new URI(service));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private boolean allow(URI service) {
    if (service.getHost() == null || service.getUserInfo() != null) {
      return false;
    }
    String host = service.getHost().toLowerCase(Locale.ROOT);
    boolean https = "https".equalsIgnoreCase(service.getScheme());
    if (allowed.contains(host + ":" + service.getPort())) {
      return https || "http".equalsIgnoreCase(service.getScheme());
    }
    return https && allowed.contains(host) && (service.getPort() == -1 || service.getPort() == 443);
  }
}
