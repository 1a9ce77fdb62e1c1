package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code /ui/teams/*}: the JSON of the page's Teams half, in and out. People are named by their AAD object id. */
final class TeamsUiServlet extends JsonServlet {
  private static final long serialVersionUID = 1L;

  private final transient TeamsPageView view;
  private final transient TeamsPageActions actions;
  private final transient TeamsPanel panel;

  TeamsUiServlet(TeamsPageView view, TeamsPageActions actions, TeamsPanel panel) {
    super("as", "conversation", "id");
    this.view = view;
    this.actions = actions;
    this.panel = panel;
  }

  @Override
  ObjectNode look(String name, ObjectNode asked) {
    if (name.equals("panel")) {
      return view.panel();
    }
    if (name.equals("people")) {
      return view.people();
    }
    TeamsPerson as = actions.person(asked);
    return switch (name) {
      case "state" -> view.state(as);
      case "messages" -> view.messages(as, actions.place(asked, as));
      case "thread" -> view.thread(as, actions.place(asked, as), Json.text(asked, "id"));
      case "screen" -> view.screen(as);
      default -> throw unknown(name);
    };
  }

  @Override
  ObjectNode act(String name, ObjectNode asked) {
    if (actions.knows(name)) {
      return actions.act(name, asked);
    }
    if (name.equals("troubles")) {
      return panel.troubles(asked);
    }
    throw unknown(name);
  }

  private static PageRefusal unknown(String name) {
    return new PageRefusal("There is no /ui/teams/" + name + ".");
  }
}
