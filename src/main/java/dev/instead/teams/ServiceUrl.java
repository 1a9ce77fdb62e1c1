package dev.instead.teams;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The address of a Bot Connector, as an activity and its token name it. Two that mean the same are equal: a final slash, a port that the
 * scheme implies, and the case of scheme and host don't count.
 *
 * @param host in lower case
 * @param path without a final slash; empty for none
 */
public record ServiceUrl(String scheme, String host, int port, String path) {
  private static final int LONGEST = 2_000;

  /** Empty for what is no plain http or https address. */
  public static Optional<ServiceUrl> parse(@Nullable String text) {
    if (text == null || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<ServiceUrl> of(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    boolean plain = uri.getHost() != null
        && uri.getRawUserInfo() == null
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
    if (!plain || !Set.of("http", "https").contains(scheme)) {
      return Optional.empty();
    }
    int implied = scheme.equals("https") ? 443 : 80;
    return Optional.of(new ServiceUrl(
        scheme,
        uri.getHost().toLowerCase(Locale.ROOT),
        uri.getPort() < 0 ? implied : uri.getPort(),
        withoutFinalSlash(uri.getRawPath())));
  }

  private static String withoutFinalSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /**
   * Whether messages and tokens may go there. Plain http needs the host with this very port in the list, so that nobody allows it by
   * accident.
   *
   * @param allowed {@code host} or {@code host:port}, in lower case
   */
  public boolean isAmong(Set<String> allowed) {
    boolean namedWithPort = allowed.contains(host + ":" + port);
    boolean named = scheme.equals("https") && port == 443 && allowed.contains(host);
    return namedWithPort || named;
  }
}
