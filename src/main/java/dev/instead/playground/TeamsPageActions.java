package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** What a person does in the page's Teams half, turned into what Teams would send to the bot. */
final class TeamsPageActions {
  private final TeamsTenant tenant;
  private final TeamsSender sender;
  private final TeamsMenu menu;
  private final BotSwitch bot;
  private final Executor background;
  private final Map<String, Function<ObjectNode, ObjectNode>> actions;

  TeamsPageActions(
      TeamsTenant tenant, TeamsSender sender, TeamsMenu menu, BotSwitch bot, Executor background) {
    this.tenant = tenant;
    this.sender = sender;
    this.menu = menu;
    this.bot = bot;
    this.background = background;
    actions = Map.of(
        "say", this::say,
        "press", this::press,
        "command", this::command,
        "submit", this::submit,
        "close", this::close,
        "read", this::read,
        "install", asked -> install(asked, true),
        "uninstall", asked -> install(asked, false));
  }

  boolean knows(String name) {
    return actions.containsKey(name);
  }

  ObjectNode act(String name, ObjectNode asked) {
    try {
      return Objects.requireNonNull(actions.get(name), name).apply(asked);
    } catch (IllegalArgumentException e) {
      throw new PageRefusal("This has changed in the meantime. Please look again.");
    }
  }

  private ObjectNode say(ObjectNode asked) {
    TeamsPerson as = person(asked);
    String conversation = place(asked, as);
    String text = Json.text(asked, "text").strip();
    String root = Json.text(asked, "root");
    if (text.isEmpty()) {
      throw new PageRefusal("There is nothing to send yet. Write a message first.");
    }
    if (!root.isEmpty() && tenant.post(conversation, root).isEmpty()) {
      throw new PageRefusal("That thread is gone.");
    }
    // The message stands at once; the bot hears of it behind the person's back.
    TeamsPost post = sender.write(as.aad(), conversation, text, root.isEmpty() ? null : root);
    background.execute(() -> sender.tell(post));
    return PageActions.ok();
  }

  private ObjectNode press(ObjectNode asked) {
    TeamsPerson as = person(asked);
    TeamsPost post = post(asked, as);
    JsonNode card = post.card().orElseThrow(() -> new PageRefusal("That message has no card."));
    JsonNode action = action(card, asked);
    return told(sender.press(as.aad(), post, action, inputs(asked)), as);
  }

  private ObjectNode command(ObjectNode asked) {
    TeamsPerson as = person(asked);
    String command = Json.text(asked, "command");
    String context = Json.text(asked, "context");
    if (!menu.has(command, context)) {
      throw new PageRefusal("The app offers no such command here.");
    }
    return told(
        switch (context) {
          case "message" -> sender.onMessage(as.aad(), post(asked, as), command);
          case "commandBox" -> sender.commandBox(as.aad(), command);
          default -> sender.compose(as.aad(), place(asked, as), command);
        },
        as);
  }

  private ObjectNode submit(ObjectNode asked) {
    TeamsPerson as = person(asked);
    TeamsScreens.Dialog dialog = tenant
        .screens()
        .dialog(as.aad())
        .orElseThrow(() -> new PageRefusal("That window has closed in the meantime."));
    JsonNode action = action(dialog.card(), asked);
    Answer answer = sender.submit(as.aad(), dialog, action, inputs(asked));
    return told(answer, as);
  }

  private ObjectNode close(ObjectNode asked) {
    sender.closeDialog(person(asked).aad());
    return PageActions.ok();
  }

  private ObjectNode read(ObjectNode asked) {
    TeamsPerson as = person(asked);
    tenant.markRead(as.aad(), place(asked, as));
    return PageActions.ok();
  }

  private ObjectNode install(ObjectNode asked, boolean on) {
    TeamsPerson as = person(asked);
    background.execute(
        on ? () -> sender.news().install(as.aad()) : () -> sender.news().uninstall(as.aad()));
    return PageActions.ok();
  }

  /** The button by its place among all of the card; its verb says whether the page and the card still agree. */
  private static JsonNode action(JsonNode card, ObjectNode asked) {
    List<JsonNode> all = CardTree.actions(card);
    int index = asked.path("action").asInt(-1);
    return Optional.of(index)
        .filter(at -> at >= 0 && at < all.size())
        .map(all::get)
        .filter(action -> CardTree.verb(action).equals(Json.text(asked, "verb")))
        .orElseThrow(() -> new PageRefusal("This has changed in the meantime. Please look again."));
  }

  private static Map<String, String> inputs(ObjectNode asked) {
    Map<String, String> inputs = new HashMap<>();
    asked
        .path("inputs")
        .properties()
        .forEach(field -> inputs.put(field.getKey(), field.getValue().asText("")));
    return inputs;
  }

  private ObjectNode told(Answer answer, TeamsPerson as) {
    if (answer.ok()) {
      ObjectNode yes = PageActions.ok();
      tenant
          .screens()
          .note(as.aad())
          .ifPresent(note -> yes.putObject("note").put("text", note.text()).put("bad", note.bad()));
      return yes;
    }
    ObjectNode no = Json.object().put("ok", false);
    if (answer.outcome() == Answer.Outcome.NOT_SENT) {
      ObjectNode errors = no.put("error", "Please look at the marked fields.").putObject("errors");
      tenant.screens().missing(as.aad()).forEach(errors::put);
      return no;
    }
    return no.put(
        "error",
        bot.running()
            ? "Teams shows: " + TeamsReplies.WRONG
            : "Instead isn't running. Teams shows: " + TeamsReplies.UNREACHABLE);
  }

  TeamsPerson person(JsonNode asked) {
    return tenant
        .person(Json.text(asked, "as"))
        .orElseThrow(() -> new PageRefusal("There is no such person in this tenant."));
  }

  String place(JsonNode asked, TeamsPerson as) {
    String id = Json.text(asked, "conversation");
    if (!id.equals(as.chat()) && !tenant.roster(id).contains(as)) {
      throw new PageRefusal(as.name() + " is not in that conversation.");
    }
    return id;
  }

  private TeamsPost post(JsonNode asked, TeamsPerson as) {
    String id = Json.text(asked, "id");
    return tenant.seenBy(as.aad(), place(asked, as)).stream()
        .filter(post -> post.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new PageRefusal("That message is gone."));
  }
}
