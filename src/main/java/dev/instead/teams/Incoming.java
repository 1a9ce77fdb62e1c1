package dev.instead.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.Entity;
import dev.instead.desk.Delivery;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What arrived from Teams, in the product's own words. Its token was checked before, so tenant, sender and service are Teams' own word;
 * {@link #value} is the client's, and nothing is believed of it.
 *
 * @param person empty for who has no account in a directory, e.g. a guest in a meeting without a name
 * @param remoteId what Teams calls the sender for this bot ({@code 29:…})
 * @param id of the activity; Teams may send it twice
 * @param repliesTo the message that was pressed on or replied to
 */
record Incoming(
    Activity activity,
    Optional<Person> person,
    String remoteId,
    Place place,
    String id,
    Optional<String> repliesTo,
    JsonNode value,
    JsonNode channelData) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Incoming of(Activity activity) {
    JsonNode channelData = JSON.valueToTree(activity.getChannelData());
    String tenant = tenant(activity, channelData);
    ChannelAccount from = activity.getFrom();
    return new Incoming(
        activity,
        person(tenant, from),
        from == null ? "" : orEmpty(from.getId()),
        Place.of(activity, tenant),
        orEmpty(activity.getId()),
        Optional.ofNullable(activity.getReplyToId()).filter(id -> !id.isEmpty()),
        JSON.valueToTree(activity.getValue()),
        channelData);
  }

  String tenant() {
    return place.tenant();
  }

  /** The sender's name as Teams shows it; empty when it isn't told. */
  String name() {
    ChannelAccount from = activity.getFrom();
    return from == null ? "" : orEmpty(from.getName());
  }

  /** The language of the sender's client. */
  Optional<Locale> language() {
    return Optional.ofNullable(activity.getLocale())
        .or(() -> entities("clientInfo").stream()
            .map(entity -> text(entity.getProperties().get("locale")))
            .flatMap(Optional::stream)
            .findFirst())
        .map(Locale::forLanguageTag)
        .filter(locale -> !locale.getLanguage().isEmpty());
  }

  List<Entity> entities(String type) {
    return activity.getEntities() == null
        ? List.of()
        : activity.getEntities().stream()
            .filter(entity -> entity != null && type.equals(entity.getType()))
            .toList();
  }

  /** Bots talk to each other in some chats; nobody is there to be helped. */
  boolean isFromBot() {
    return remoteId.startsWith("28:");
  }

  /** This activity, recognisably, with what was sent in it. */
  Delivery delivery(@Nullable String... sent) {
    return Delivery.of("teams:" + tenant() + ":activity:" + place.conversation() + ":" + id, sent);
  }

  /** A text of JSON, when it is one. */
  static Optional<String> text(@Nullable JsonNode node) {
    return node != null && node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Optional<Person> person(String tenant, @Nullable ChannelAccount from) {
    return Optional.ofNullable(from)
        .map(ChannelAccount::getAadObjectId)
        .filter(id -> !id.isBlank())
        .map(id -> new Person(Platform.TEAMS, tenant, id.toLowerCase(Locale.ROOT)));
  }

  /** One of the two is missing in some activities; that they agree was checked on the way in. */
  private static String tenant(Activity activity, JsonNode channelData) {
    return Optional.ofNullable(activity.getConversation().getTenantId())
        .filter(id -> !id.isEmpty())
        .or(() -> text(channelData.path("tenant").path("id")))
        .orElse("");
  }
}
