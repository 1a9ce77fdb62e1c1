package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a person does in the page, turned into what Slack would send to the bot. */
final class PageActions {
  private final SlackWorkspace workspace;
  private final SlackSender sender;
  private final AppMenu menu;
  private final BotSwitch bot;
  private final Typed typed;
  private final Executor background;
  private final Map<String, Function<ObjectNode, ObjectNode>> actions;

  PageActions(
      SlackWorkspace workspace,
      SlackSender sender,
      AppMenu menu,
      BotSwitch bot,
      Executor background) {
    this.workspace = workspace;
    this.sender = sender;
    this.menu = menu;
    this.bot = bot;
    this.background = background;
    typed = new Typed(workspace);
    actions = Map.of(
        "say", this::say,
        "command", this::command,
        "shortcut", this::shortcut,
        "action", this::action,
        "submit", this::submit,
        "close", this::close,
        "read", this::read);
  }

  boolean knows(String name) {
    return actions.containsKey(name);
  }

  ObjectNode act(String name, ObjectNode asked) {
    return Objects.requireNonNull(actions.get(name), name).apply(asked);
  }

  private ObjectNode say(ObjectNode asked) {
    SlackUser as = person(asked);
    SlackChannel channel = place(asked, as);
    String text = Json.text(asked, "text").strip();
    String thread = Json.text(asked, "thread_ts");
    if (text.isEmpty()) {
      throw new PageRefusal("There is nothing to send yet. Write a message first.");
    }
    if (text.startsWith("/")) {
      if (!thread.isEmpty()) {
        throw new PageRefusal(
            "Slash commands don't work in threads. Use them in the channel, or a message's shortcuts.");
      }
      String[] parts = text.split("\\s+", 2);
      return send(as, channel, parts[0], parts.length > 1 ? parts[1] : "");
    }
    if (channel.archived()) {
      throw new PageRefusal("#" + channel.name() + " is archived. Nobody can write there.");
    }
    @Nullable String root = thread.isEmpty() ? null : thread;
    // The message stands at once; the event is delivered behind the person's back, whatever the bot
    // does with it.
    SlackMessage message = sender.write(as.id(), channel.id(), typed.message(text), root);
    background.execute(() -> sender.tell(message));
    return ok();
  }

  private ObjectNode command(ObjectNode asked) {
    SlackUser as = person(asked);
    String text = Json.text(asked, "text").strip();
    return send(as, place(asked, as), Json.text(asked, "command"), text);
  }

  private ObjectNode send(SlackUser as, SlackChannel channel, String command, String text) {
    if (!menu.has(command)) {
      throw new PageRefusal(command + " is not a command that this workspace knows.");
    }
    Answer answer = sender.command(as.id(), channel.id(), command, typed.command(text));
    return told(answer, command + " failed with the error \"" + answer.outcome().word() + "\"");
  }

  private ObjectNode shortcut(ObjectNode asked) {
    SlackUser as = person(asked);
    String callbackId = Json.text(asked, "callback_id");
    boolean onMessage = !Json.text(asked, "ts").isEmpty();
    if (!menu.hasShortcut(callbackId, onMessage)) {
      throw new PageRefusal("The app has no such shortcut.");
    }
    Answer answer = onMessage
        ? sender.messageShortcut(as.id(), callbackId, message(asked, as))
        : sender.shortcut(as.id(), callbackId);
    return told(answer, "the shortcut failed (" + answer.outcome().word() + ")");
  }

  private ObjectNode action(ObjectNode asked) {
    SlackUser as = person(asked);
    JsonNode container = asked.path("container");
    JsonNode given = asked.path("state").path("values");
    Answer answer;
    if (Json.text(container, "type").equals("message")) {
      SlackMessage message = message(container, as);
      answer = sender.act(as.id(), message, completed(message.blocks(), asked), given);
    } else {
      ObjectNode view = view(container, as);
      answer = sender.act(as.id(), view, completed(view.path("blocks"), asked), given);
    }
    return told(answer, "something went wrong (" + answer.outcome().word() + ")");
  }

  /** A button says what the app gave it; anything else what the person chose. */
  private ObjectNode completed(JsonNode blocks, ObjectNode asked) {
    JsonNode action = asked.path("action");
    BlockTree.Found found = BlockTree.elements(blocks).stream()
        .filter(each -> each.blockId().equals(Json.text(asked, "block_id")))
        .filter(each -> each.actionId().equals(Json.text(action, "action_id")))
        .findFirst()
        .orElseThrow(() -> new PageRefusal("This has changed in the meantime. Please look again."));
    if (Json.text(found.element(), "type").equals("button")) {
      return sender.pressed(found);
    }
    ObjectNode chosen = action.isObject() ? action.deepCopy() : Json.object();
    return sender.stamped(chosen.put("type", Json.text(found.element(), "type")), found);
  }

  private ObjectNode submit(ObjectNode asked) {
    SlackUser as = person(asked);
    ObjectNode view = view(asked, as);
    JsonNode values = FormState.values(
        view.path("blocks"), asked.path("values"), view.path("state").path("values"));
    Map<String, String> errors = FormCheck.errors(view, values);
    if (!errors.isEmpty()) {
      return wrong(errors);
    }
    Answer answer = sender.submit(as.id(), view, values);
    Map<String, String> found = workspace.views().errorsOf(as.id());
    return answer.ok() && !found.isEmpty()
        ? wrong(found)
        : told(
            answer,
            "We had some trouble connecting. Try again? (" + answer.outcome().word() + ")");
  }

  private static ObjectNode wrong(Map<String, String> errors) {
    ObjectNode json =
        Json.object().put("ok", false).put("error", "Please look at the marked fields.");
    ObjectNode fields = json.putObject("errors");
    errors.forEach(fields::put);
    return json;
  }

  private ObjectNode close(ObjectNode asked) {
    SlackUser as = person(asked);
    boolean onTop = workspace
        .modalOf(as.id())
        .filter(view -> Json.text(view, "id").equals(Json.text(asked, "view_id")))
        .isPresent();
    if (onTop) {
      sender.closeModal(as.id(), asked.path("all").asBoolean(false));
    }
    return ok();
  }

  private ObjectNode read(ObjectNode asked) {
    SlackUser as = person(asked);
    workspace.markRead(as.id(), place(asked, as).id());
    return ok();
  }

  private ObjectNode told(Answer answer, String whenWrong) {
    if (answer.ok()) {
      return ok();
    }
    String sentence = bot.running()
        ? "Slack shows: " + whenWrong
        : "Instead isn't running. Slack shows: operation_timeout";
    return Json.object().put("ok", false).put("error", sentence);
  }

  SlackUser person(JsonNode asked) {
    return workspace
        .person(Json.text(asked, "as"))
        .filter(user -> !user.is(SlackUser.Trait.BOT) && !user.is(SlackUser.Trait.DEACTIVATED))
        .orElseThrow(() -> new PageRefusal("There is no such person in this workspace."));
  }

  SlackChannel place(JsonNode asked, SlackUser as) {
    return workspace
        .channel(Json.text(asked, "conversation"))
        .filter(channel -> channel.has(as.id()))
        .orElseThrow(() -> new PageRefusal(as.name() + " is not in that conversation."));
  }

  private SlackMessage message(JsonNode asked, SlackUser as) {
    SlackChannel channel = place(asked, as);
    return workspace
        .message(channel.id(), Json.text(asked, "ts"))
        .filter(message -> message.seenOnlyBy() == null || as.id().equals(message.seenOnlyBy()))
        .orElseThrow(() -> new PageRefusal("That message is gone."));
  }

  private ObjectNode view(JsonNode asked, SlackUser as) {
    String id = Json.text(asked, "view_id");
    if (Json.text(asked, "type").equals("home")) {
      return workspace
          .homeOf(as.id())
          .orElseThrow(() -> new PageRefusal("The home is still empty."));
    }
    return workspace
        .modalOf(as.id())
        .filter(view -> id.isEmpty() || Json.text(view, "id").equals(id))
        .or(() -> workspace.homeOf(as.id()).filter(view -> Json.text(view, "id").equals(id)))
        .orElseThrow(() -> new PageRefusal("That window has closed in the meantime."));
  }

  static ObjectNode ok() {
    return Json.object().put("ok", true);
  }
}
