package dev.instead.slack;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Which addresses may be called as a response_url: Slack's own, and the host of the API that is configured in Slack's place. */
final class ResponseUrls {
  private static final Set<String> SLACKS_OWN = Set.of("hooks.slack.com", "hooks.slack-gov.com");

  private final URI api;

  ResponseUrls(URI api) {
    this.api = api;
  }

  boolean allow(String url) {
    try {
      URI target = new URI(url);
      String host = target.getHost();
      if (host == null || target.getUserInfo() != null) {
        return false;
      }
      boolean slacks = "https".equals(target.getScheme()) && SLACKS_OWN.contains(host);
      // A stand-in for Slack answers from the host that the operator named, over the same scheme.
      boolean standIn =
          host.equals(api.getHost()) && String.valueOf(api.getScheme()).equals(target.getScheme());
      return slacks || standIn;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
