package dev.instead.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.connector.authentication.AuthenticationConstants;
import com.microsoft.bot.connector.authentication.ClaimsIdentity;
import com.microsoft.bot.schema.Activity;
import dev.instead.config.TeamsSettings;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Where requests from Teams come in: first the token, then the activity against it. */
public final class Door {
  private final SigningKeys keys;
  private final TokenCheck tokens;
  private final ActivityCheck activities;

  /** A token that is good; its activity is not known yet. */
  public static final class Ticket {
    private final TokenCheck.Claims claims;

    private Ticket(TokenCheck.Claims claims) {
      this.claims = claims;
    }
  }

  /**
   * @param clock real time: the product's own clock may be moved, tokens are not
   * @param fetching where Microsoft's keys are fetched, beside the requests
   */
  public Door(TeamsSettings settings, Clock clock, Executor fetching) {
    keys = new SigningKeys(settings.openId(), clock, fetching);
    tokens = new TokenCheck(settings.cloud().issuer(), settings.appId(), keys, clock);
    activities = new ActivityCheck(settings.tenant(), settings.serviceHosts());
  }

  /** Looks for Microsoft's keys beforehand, without waiting for them, so that the first request is quick. */
  public void prepare() {
    keys.prepare();
  }

  /**
   * Checks the token alone, before anything of the body is read.
   *
   * @param authorization the header's value, null for none
   */
  public Ticket ticket(@Nullable String authorization) throws Rejection {
    return new Ticket(tokens.check(authorization));
  }

  /**
   * Reads the activity and checks it against its token and what the operator allows. Its conversation has its tenant from then on, in
   * lower case.
   *
   * @param body the activity's JSON, limited in size already
   */
  public Arrival admit(Ticket ticket, byte[] body) throws Rejection {
    ObjectNode tree = Activities.tree(body);
    String tenant = activities.check(tree, ticket.claims);
    Activity activity = Activities.of(tree);
    // Some activities name their tenant in another place only.
    activity.getConversation().setTenantId(tenant);
    return new Arrival(activity, identity(ticket.claims, activity));
  }

  private static ClaimsIdentity identity(TokenCheck.Claims claims, Activity activity) {
    return new ClaimsIdentity(
        claims.issuer(),
        Map.of(
            AuthenticationConstants.AUDIENCE_CLAIM,
            claims.audience(),
            AuthenticationConstants.SERVICE_URL_CLAIM,
            activity.getServiceUrl()));
  }
}
