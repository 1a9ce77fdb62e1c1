package dev.instead.config;

import java.net.URI;
import java.util.Set;

/**
 * One of Microsoft's clouds, and where its Bot Framework is.
 *
 * <p>https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication; the hosts are those that
 * https://microsoft.github.io/teams-sdk/csharp/essentials/app-configuration/service-url-validation names.
 */
public enum TeamsCloud {
  /** Also GCC, whose bots are registered in public Azure. */
  PUBLIC(
      "https://api.botframework.com",
      "https://login.botframework.com/v1/.well-known/openidconfiguration",
      "https://login.microsoftonline.com"),

  /** GCC High and DoD. */
  US_GOV(
      "https://api.botframework.us",
      "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
      "https://login.microsoftonline.us");

  private final String issuer;
  private final URI openId;
  private final URI login;

  TeamsCloud(String issuer, String openId, String login) {
    this.issuer = issuer;
    this.openId = URI.create(openId);
    this.login = URI.create(login);
  }

  /** Who signs the tokens that come with requests. */
  public String issuer() {
    return issuer;
  }

  /** What a token for answering is asked for. */
  public String scope() {
    return issuer + "/.default";
  }

  /** Where the document is that says where the signing keys are. */
  public URI openId() {
    return openId;
  }

  /** Where tokens for answering are given; without a final slash. */
  public URI login() {
    return login;
  }

  /** The hosts that serve bots, and so may be sent a token. */
  public Set<String> serviceHosts() {
    return switch (this) {
      case PUBLIC ->
        Set.of(
            "smba.trafficmanager.net",
            "smba.onyx.prod.teams.trafficmanager.net",
            "smba.infra.gcc.teams.microsoft.com");
      case US_GOV ->
        Set.of("smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us");
    };
  }
}
