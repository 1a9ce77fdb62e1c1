package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What people do in Teams, sent to the bot's {@code /api/messages} as Teams would send it, signed; the answer is shown as Teams' client
 * would show it. Every method waits for the bot's answer. People are named by their AAD object id. Signatures live in real time.
 */
public final class TeamsSender implements AutoCloseable {
  private static final Answer FINE = new Answer(200, "", Map.of(), Answer.Outcome.FINE);

  private final TeamsTenant tenant;
  private final TeamsActivities activities;
  private final TeamsDeliveries deliveries;
  private final TeamsReplies replies;
  private final TeamsNews news;

  /** {@code bot} is the bot's base address, e.g. {@code http://127.0.0.1:4000}, asked before every request. */
  public TeamsSender(LocalTeams teams, Supplier<URI> bot) {
    tenant = teams.tenant();
    activities = new TeamsActivities(teams);
    // Signatures keep the time of this machine even where a test moves the clock of the tenant.
    deliveries = new TeamsDeliveries(bot, teams, Clock.systemUTC());
    replies = new TeamsReplies(tenant);
    news = new TeamsNews(tenant, activities, deliveries);
  }

  /** Comings and goings: installs, members, channels, the team itself. */
  public TeamsNews news() {
    return news;
  }

  /** Writes to the bot in their chat. */
  public Answer say(String aad, String text) {
    return say(aad, tenant.known(aad).chat(), text, null);
  }

  /** Writes in a chat or channel; in a channel the bot hears only what has {@code @Instead} in it. */
  public Answer say(String aad, String conversation, String text, @Nullable String root) {
    return tell(write(aad, conversation, text, root));
  }

  /** Quotes a message of the chat with the bot and writes below it, as "reply" does there. */
  public Answer quote(String aad, TeamsPost about, String text) {
    TeamsPost post = write(aad, about.conversation(), text, null);
    return deliveries.send(activities.quoting(activities.message(tenant.known(aad), post), about));
  }

  /** The message alone, before the bot hears of it. */
  TeamsPost write(String aad, String conversation, String text, @Nullable String root) {
    tenant.screens().quiet(aad);
    TeamsPost post = tenant.post(TeamsTenant.Draft.text(conversation, aad, text, root));
    tenant.markRead(aad, conversation);
    return post;
  }

  /** Sends a person's message to the bot, if Teams would. */
  Answer tell(TeamsPost post) {
    boolean heard = TeamsTenant.isChat(post.conversation())
        ? tenant.canReach(post.from())
        : tenant.isAppInTeam() && post.text().contains(TeamsActivities.MENTION);
    return heard ? deliveries.send(activities.message(tenant.known(post.from()), post)) : FINE;
  }

  /** Presses the first button of this verb, with nothing filled in. */
  public Answer press(String aad, TeamsPost post, String verb) {
    return press(aad, post, verb, Map.of());
  }

  /**
   * Presses the first button of this verb in a message as the person sees it; it may be an old copy, a stale card.
   *
   * @param filled the fields by id: a text, a choice's value (several with commas between)
   */
  public Answer press(String aad, TeamsPost post, String verb, Map<String, String> filled) {
    return press(aad, post, action -> CardTree.verb(action).equals(verb), filled);
  }

  /** Presses the first button with this verb and this value in its data. */
  public Answer pressValue(String aad, TeamsPost post, String verb, String value) {
    return press(
        aad,
        post,
        action -> CardTree.verb(action).equals(verb)
            && Json.text(action.path("data"), "value").equals(value),
        Map.of());
  }

  private Answer press(
      String aad, TeamsPost post, Predicate<JsonNode> wanted, Map<String, String> filled) {
    return press(aad, post, action(card(post), wanted), filled);
  }

  /** Presses this button of the message's card. */
  Answer press(String aad, TeamsPost post, JsonNode action, Map<String, String> filled) {
    tenant.screens().quiet(aad);
    Optional<ObjectNode> data = filledIn(aad, card(post), action, filled);
    return data.isEmpty()
        ? Answer.none(Answer.Outcome.NOT_SENT)
        : act(aad, post, action, data.get());
  }

  /** As an old client without Action.Execute would: its fallback is sent as a message with a value. */
  public Answer pressFallback(String aad, TeamsPost post, String verb) {
    ObjectNode card = card(post);
    JsonNode fallback =
        action(card, action -> CardTree.verb(action).equals(verb)).path("fallback");
    if (!fallback.isObject()) {
      throw new IllegalArgumentException("The button " + verb + " has no fallback");
    }
    return act(aad, post, fallback, CardForm.data(fallback, CardTree.inputs(card), Map.of()));
  }

  /** An Execute of any data: what a person with a changed client could send. */
  public Answer forge(String aad, TeamsPost post, String verb, ObjectNode data) {
    ObjectNode action = Json.object().put("type", "Action.Execute").put("verb", verb);
    return act(aad, post, action, data);
  }

  private Answer act(String aad, TeamsPost post, JsonNode action, ObjectNode data) {
    TeamsPerson person = tenant.known(aad);
    return switch (Json.text(action, "type")) {
      case "Action.Execute" ->
        replies.toExecute(
            deliveries.send(activities.executed(person, post, action, data)), aad, post);
      case "Action.Submit" ->
        CardTree.opensDialog(action)
            ? openedBy(activities.dialogWanted(person, post, data), aad)
            : deliveries.send(activities.submitted(person, post, data));
      default -> FINE; // links and things to unfold stay in the client
    };
  }

  /** The message extension's command beside the box where one writes. */
  public Answer compose(String aad, String conversation, String command) {
    return extension(aad, conversation, command, "compose", null);
  }

  /** The command in the search and command box on top. */
  public Answer commandBox(String aad, String command) {
    return extension(aad, tenant.known(aad).chat(), command, "commandBox", null);
  }

  /** The command in a message's menu. */
  public Answer onMessage(String aad, TeamsPost post, String command) {
    return extension(aad, post.thread(), command, "message", post);
  }

  private Answer extension(
      String aad, String conversation, String command, String context, @Nullable TeamsPost about) {
    tenant.screens().quiet(aad);
    TeamsPerson person = tenant.known(aad);
    return openedBy(activities.extension(person, conversation, command, context, about), aad);
  }

  /** Sends the open dialog by its first button. */
  public Answer submit(String aad, Map<String, String> filled) {
    return submit(aad, action -> true, filled);
  }

  /** Sends the open dialog by the first button of this verb. */
  public Answer submit(String aad, String verb, Map<String, String> filled) {
    return submit(aad, action -> CardTree.verb(action).equals(verb), filled);
  }

  /** Sends the open dialog by the first button of this verb and value. */
  public Answer submitValue(String aad, String verb, String value) {
    return submit(
        aad,
        action -> CardTree.verb(action).equals(verb)
            && Json.text(action.path("data"), "value").equals(value),
        Map.of());
  }

  private Answer submit(String aad, Predicate<JsonNode> wanted, Map<String, String> filled) {
    TeamsScreens.Dialog open = dialog(aad);
    Predicate<JsonNode> submit = action -> Json.text(action, "type").equals("Action.Submit");
    return submit(aad, open, action(open.card(), submit.and(wanted)), filled);
  }

  /** Sends this dialog by this button, even one that isn't open any more: a late repeat. */
  Answer submit(
      String aad, TeamsScreens.Dialog dialog, JsonNode action, Map<String, String> filled) {
    tenant.screens().quiet(aad);
    Optional<ObjectNode> data = filledIn(aad, dialog.card(), action, filled);
    return data.isEmpty()
        ? Answer.none(Answer.Outcome.NOT_SENT)
        : openedBy(activities.submission(tenant.known(aad), dialog.origin(), data.get()), aad);
  }

  public void closeDialog(String aad) {
    tenant.screens().close(aad);
  }

  /** An activity of any kind in any conversation, e.g. of a type that nobody knows. */
  public Answer activity(String aad, String type, String conversation) {
    return send(activities.in(conversation, activities.activity(type, tenant.known(aad))));
  }

  /** Signs and sends this activity; its answer changes nothing. */
  public Answer send(ObjectNode activity) {
    return deliveries.send(activity);
  }

  /** Sends a request exactly as it is: a repeat, a forgery, a stale one. Its answer changes nothing. */
  public Answer send(SignedRequest request) {
    return deliveries.send(request);
  }

  /** The latest request that was sent by any other method. */
  public SignedRequest latest() {
    return deliveries.latest();
  }

  /** The latest activity again, under a new id: what Teams was seen to do with a slow invoke. */
  public Answer repeatUnderNewId() {
    return repeatUnderNewId(latest());
  }

  /** The same with an activity from before. */
  public Answer repeatUnderNewId(SignedRequest sent) {
    ObjectNode again = Json.readObject(sent.body()).orElseThrow();
    return deliveries.send(again.put("id", "f:" + UUID.randomUUID()));
  }

  @Override
  public void close() {
    deliveries.close();
  }

  private Answer openedBy(ObjectNode activity, String aad) {
    return replies.toDialog(deliveries.send(activity), aad, activity);
  }

  private Optional<ObjectNode> filledIn(
      String aad, JsonNode card, JsonNode action, Map<String, String> filled) {
    List<JsonNode> fields = CardForm.fields(card, action);
    CardForm.mustOffer(fields, filled);
    Map<String, String> errors = CardForm.errors(fields, filled);
    if (!errors.isEmpty()) {
      tenant.screens().complain(aad, errors);
      return Optional.empty();
    }
    return Optional.of(CardForm.data(action, fields, filled));
  }

  private static ObjectNode card(TeamsPost post) {
    return post.card().orElseThrow(() -> new IllegalArgumentException("The message has no card"));
  }

  private static JsonNode action(JsonNode card, Predicate<JsonNode> wanted) {
    return CardTree.actions(card).stream()
        .filter(wanted)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The card has no such button"));
  }

  private TeamsScreens.Dialog dialog(String aad) {
    return tenant
        .screens()
        .dialog(aad)
        .orElseThrow(() -> new IllegalStateException("No dialog is open for " + aad));
  }
}
