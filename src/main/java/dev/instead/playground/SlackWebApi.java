package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Function;

/** The methods of Slack's Web API that the product uses; any other is {@code unknown_method}. */
final class SlackWebApi {
  private final Map<String, Function<Arguments, ObjectNode>> methods;

  SlackWebApi(SlackWorkspace workspace, Triggers triggers) {
    Places places = new Places(workspace);
    ChatMethods chat = new ChatMethods(workspace, places);
    ConversationMethods conversations = new ConversationMethods(workspace, places);
    PeopleMethods people = new PeopleMethods(workspace);
    ViewMethods views = new ViewMethods(workspace, triggers);
    methods = Map.ofEntries(
        Map.entry("auth.test", people::authTest),
        Map.entry("auth.teams.list", people::workspaces),
        Map.entry("chat.postMessage", chat::postMessage),
        Map.entry("chat.postEphemeral", chat::postEphemeral),
        Map.entry("chat.update", chat::update),
        Map.entry("chat.delete", chat::delete),
        Map.entry("chat.getPermalink", chat::getPermalink),
        Map.entry("conversations.open", conversations::open),
        Map.entry("conversations.info", conversations::info),
        Map.entry("conversations.list", conversations::list),
        Map.entry("conversations.members", conversations::members),
        Map.entry("conversations.join", conversations::join),
        Map.entry("conversations.history", conversations::history),
        Map.entry("conversations.replies", conversations::replies),
        Map.entry("users.info", people::info),
        Map.entry("users.lookupByEmail", people::lookupByEmail),
        Map.entry("usergroups.list", people::groups),
        Map.entry("usergroups.users.list", people::groupMembers),
        Map.entry("views.open", views::open),
        Map.entry("views.push", views::push),
        Map.entry("views.update", views::update),
        Map.entry("views.publish", views::publish));
  }

  /** Does what is asked, or refuses as Slack would. */
  ObjectNode call(String method, Arguments asked) {
    Function<Arguments, ObjectNode> known = methods.get(method);
    if (known == null) {
      throw new SlackRefusal("unknown_method");
    }
    return known.apply(asked);
  }
}
