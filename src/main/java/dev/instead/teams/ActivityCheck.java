package dev.instead.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether an activity is the one its token speaks for, of the bot's own tenant and of a host that the operator allows.
 *
 * <p>The token alone says nothing about the tenant: "single tenant" in Azure doesn't keep other tenants' people away, and some
 * activities name their tenant in one place only.
 */
final class ActivityCheck {
  static final String CHANNEL = "msteams";

  private static final Pattern LOGGABLE = Pattern.compile("[a-z0-9.:-]{1,100}");

  private final String tenant;
  private final Set<String> hosts;

  /**
   * @param tenant in lower case
   * @param hosts as {@link ServiceUrl#isAmong} takes them
   */
  ActivityCheck(String tenant, Set<String> hosts) {
    this.tenant = tenant;
    this.hosts = Set.copyOf(hosts);
  }

  /** The tenant, in lower case. */
  String check(JsonNode activity, TokenCheck.Claims claims) throws Rejection {
    checkChannel(activity, claims);
    checkService(activity, claims);
    return tenant(activity);
  }

  private static void checkChannel(JsonNode activity, TokenCheck.Claims claims) throws Rejection {
    String channel = text(activity.path("channelId"));
    if (!channel.equals(CHANNEL)) {
      throw Rejection.unverified("the activity is not of the channel " + CHANNEL);
    }
    if (!claims.key().endorsements().contains(channel)) {
      throw Rejection.unverified("the token's key is not endorsed for the channel " + CHANNEL);
    }
  }

  private void checkService(JsonNode activity, TokenCheck.Claims claims) throws Rejection {
    Optional<ServiceUrl> service = ServiceUrl.parse(text(activity.path("serviceUrl")));
    Optional<ServiceUrl> claimed = claims.serviceUrl().flatMap(ServiceUrl::parse);
    if (service.isEmpty() || !service.equals(claimed)) {
      throw Rejection.unverified("the activity's serviceUrl is not the one of its token");
    }
    if (!service.get().isAmong(hosts)) {
      throw Rejection.forbidden(
          "the host %s of the serviceUrl is not allowed; if it is Microsoft's, add it to INSTEAD_TEAMS_SERVICE_HOSTS"
              .formatted(loggable(service.get().host())));
    }
  }

  private String tenant(JsonNode activity) throws Rejection {
    String ofConversation = id(activity.path("conversation").path("tenantId"));
    String ofChannel = id(activity.path("channelData").path("tenant").path("id"));
    String told = ofConversation.isEmpty() ? ofChannel : ofConversation;
    if (told.isEmpty()) {
      throw Rejection.forbidden("the activity names no tenant");
    }
    if (!ofChannel.isEmpty() && !ofChannel.equals(told)) {
      throw Rejection.forbidden("the activity names two different tenants");
    }
    if (!told.equals(tenant)) {
      throw Rejection.forbidden(
          "the tenant %s is not allowed; the bot serves the one of INSTEAD_TEAMS_TENANT_ID"
              .formatted(loggable(told)));
    }
    return told;
  }

  /** Empty for none; what is there and no text is taken for an id that nobody allows. */
  private static String id(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    return node.isTextual() ? node.textValue().toLowerCase(Locale.ROOT) : "?";
  }

  private static String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : "";
  }

  private static String loggable(String text) {
    return LOGGABLE.matcher(text).matches() ? text : "(unreadable)";
  }
}
