package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What people do, sent to the bot as Slack would send it, signed; the answer is shown as Slack would show it. Every
 * method waits for the bot's answer (three seconds at most). Signatures and triggers live in real time.
 */
public final class SlackSender implements AutoCloseable {
  private final SlackWorkspace workspace;
  private final Payloads payloads;
  private final Deliveries deliveries;
  private final BotReplies replies;

  /** {@code bot} is the bot's base address, e.g. {@code http://127.0.0.1:4000}, asked before every request. */
  public SlackSender(LocalSlack slack, Supplier<URI> bot, SigningSecret secret) {
    workspace = slack.workspace();
    payloads = new Payloads(slack);
    // Signatures keep the time of this machine even where a test moves the clock that ages
    // triggers.
    deliveries = new Deliveries(new BotLine(bot), secret, slack.troubles(), Clock.systemUTC());
    replies = new BotReplies(workspace);
  }

  /** {@code /word text}, typed in a channel. */
  public Answer command(String user, String channel, String command, String text) {
    Answer answer = deliveries.form(payloads.command(person(user), place(channel), command, text));
    return replies.toCommand(answer, channel, user);
  }

  /** Writes a message; in the app's conversation it is a {@code message.im}, with a mention an {@code app_mention}. */
  public Answer say(String user, String channel, String text, @Nullable String thread) {
    return tell(write(user, channel, text, thread));
  }

  /** The message alone, before the bot hears of it. */
  SlackMessage write(String user, String channel, String text, @Nullable String thread) {
    SlackMessage message =
        workspace.post(SlackWorkspace.Draft.text(channel, user, text).inThread(thread));
    workspace.markRead(user, channel);
    return message;
  }

  /** Sends the event for a person's message, if Slack would send one. */
  Answer tell(SlackMessage message) {
    SlackChannel channel = place(message.channel());
    if (channel.isDirect()) {
      return event(
          Payloads.said("message", person(message.user()), message).put("channel_type", "im"));
    }
    boolean mentioned = message.text().contains("<@" + SlackWorkspace.BOT_USER + ">");
    return mentioned && channel.has(SlackWorkspace.BOT_USER)
        ? event(Payloads.said("app_mention", person(message.user()), message))
        : new Answer(200, "", Map.of(), Answer.Outcome.FINE);
  }

  /** Presses a button of a message as the person sees it; it may be an old copy: a stale card. */
  public Answer press(String user, SlackMessage message, String actionId) {
    BlockTree.Found found = element(message.blocks(), actionId);
    return act(user, message, pressed(found), MissingNode.getInstance());
  }

  /** Chooses from a menu, overflow or input of a message; {@code word} is the option's value, the id, the date. */
  public Answer choose(String user, SlackMessage message, String actionId, String word) {
    BlockTree.Found found = element(message.blocks(), actionId);
    return act(user, message, chosen(found, word), MissingNode.getInstance());
  }

  /** Any action in a message; {@code given} are the fields filled in so far ({@code state.values}), or missing. */
  Answer act(String user, SlackMessage message, ObjectNode action, JsonNode given) {
    ObjectNode state = FormState.values(message.blocks(), given, MissingNode.getInstance());
    return interact(
        payloads.messageAction(person(user), place(message.channel()), message, action, state));
  }

  public Answer pressInModal(String user, String actionId) {
    ObjectNode view = modal(user);
    return act(
        user, view, pressed(element(view.path("blocks"), actionId)), MissingNode.getInstance());
  }

  public Answer chooseInModal(String user, String actionId, String word) {
    ObjectNode view = modal(user);
    BlockTree.Found found = element(view.path("blocks"), actionId);
    ObjectNode given = Json.object();
    given.putObject(found.blockId()).set(found.actionId(), FormState.filled(found.element(), word));
    return act(user, view, chosen(found, word), given);
  }

  public Answer pressInHome(String user, String actionId) {
    ObjectNode view = home(user);
    return act(
        user, view, pressed(element(view.path("blocks"), actionId)), MissingNode.getInstance());
  }

  /** Any action in a modal or home. */
  Answer act(String user, ObjectNode view, ObjectNode action, JsonNode given) {
    return interact(payloads.viewAction(person(user), filledIn(view, given), action));
  }

  /** Submits the person's top modal; {@code words} by block_id: texts, option values, ids, dates. */
  public Answer submit(String user, Map<String, String> words) {
    ObjectNode view = modal(user);
    return submit(user, view, FormState.fill(view.path("blocks"), words));
  }

  /** Submits this view, even one that is not on top any more: a late repeat. */
  public Answer submit(String user, ObjectNode view, JsonNode given) {
    ObjectNode filled = filledIn(view, given);
    return replies.toSubmission(interact(payloads.submission(person(user), filled)), user, view);
  }

  /** Closes the top modal, or all of them; the bot hears of it only if the view asked to. */
  public Answer closeModal(String user, boolean all) {
    ObjectNode view = modal(user);
    workspace.views().close(user, all || view.path("clear_on_close").asBoolean(false));
    return view.path("notify_on_close").asBoolean(false)
        ? interact(payloads.closed(person(user), view, all))
        : new Answer(200, "", Map.of(), Answer.Outcome.FINE);
  }

  public Answer shortcut(String user, String callbackId) {
    return interact(payloads.shortcut(person(user), callbackId));
  }

  public Answer messageShortcut(String user, String callbackId, SlackMessage message) {
    return interact(
        payloads.messageShortcut(person(user), place(message.channel()), message, callbackId));
  }

  public Answer openHome(String user) {
    ObjectNode home = workspace.homeOf(user).orElseGet(Json::object);
    return event(payloads.homeOpened(person(user), home));
  }

  /** Any other event; {@code event} is the inner object. */
  public Answer event(ObjectNode event) {
    return deliveries.event(payloads.event(event));
  }

  /** The organisation lets the app into workspaces, and Slack tells the bot. */
  public Answer grants(String... workspaces) {
    workspace.grid().ifPresent(grid -> List.of(workspaces).forEach(grid::grant));
    return deliveries.event(payloads.access("team_access_granted", workspaces));
  }

  /** The organisation takes the app out of workspaces, and Slack tells the bot. */
  public Answer revokes(String... workspaces) {
    workspace.grid().ifPresent(grid -> List.of(workspaces).forEach(grid::revoke));
    return deliveries.event(payloads.access("team_access_revoked", workspaces));
  }

  /** What Slack asks when an address is entered in the app's settings; a good bot answers with the challenge. */
  public Answer verifyUrl(String challenge) {
    ObjectNode body = Json.object().put("token", "deprecated").put("challenge", challenge);
    return deliveries.send(deliveries.json(body.put("type", "url_verification")));
  }

  /** Sends a request exactly as it is: a repeat, a forgery, a stale one. Its answer changes nothing. */
  public Answer send(SignedRequest request) {
    return deliveries.send(request);
  }

  /** The latest request that was sent by any other method. */
  public SignedRequest latest() {
    return deliveries.latest();
  }

  @Override
  public void close() {
    deliveries.close();
  }

  private Answer interact(ObjectNode payload) {
    return deliveries.form(Payloads.form(Map.of("payload", Json.write(payload))));
  }

  private ObjectNode filledIn(ObjectNode view, JsonNode given) {
    JsonNode remembered = view.path("state").path("values");
    ObjectNode values = FormState.values(view.path("blocks"), given, remembered);
    workspace.views().fillIn(Json.text(view, "id"), values);
    ObjectNode filled = view.deepCopy();
    filled.putObject("state").set("values", values);
    return filled;
  }

  ObjectNode pressed(BlockTree.Found found) {
    ObjectNode action = found.element().deepCopy();
    action.retain("action_id", "text", "value", "type", "style", "url");
    return stamped(action, found);
  }

  private ObjectNode chosen(BlockTree.Found found, String word) {
    return stamped(FormState.filled(found.element(), word), found);
  }

  /** Completes an action as Slack does. */
  ObjectNode stamped(ObjectNode action, BlockTree.Found found) {
    return action
        .put("action_id", found.actionId())
        .put("block_id", found.blockId())
        .put("action_ts", payloads.now());
  }

  private static BlockTree.Found element(JsonNode blocks, String actionId) {
    return BlockTree.elements(blocks).stream()
        .filter(found -> found.actionId().equals(actionId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "There is nothing to press with the action_id " + actionId));
  }

  private ObjectNode modal(String user) {
    return workspace
        .modalOf(user)
        .orElseThrow(() -> new IllegalStateException("No modal is open for " + user));
  }

  private ObjectNode home(String user) {
    return workspace
        .homeOf(user)
        .orElseThrow(
            () -> new IllegalStateException(user + " has no home yet; the bot has to publish one"));
  }

  private SlackUser person(String id) {
    return workspace
        .person(id)
        .orElseThrow(() -> new IllegalArgumentException("There is nobody with the id " + id));
  }

  private SlackChannel place(String id) {
    return workspace
        .channel(id)
        .orElseThrow(() -> new IllegalArgumentException("There is no channel with the id " + id));
  }
}
