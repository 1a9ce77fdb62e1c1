package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code /ui/*}: the page's JSON, in and out. */
final class UiServlet extends JsonServlet {
  private static final long serialVersionUID = 1L;

  private final transient PageView view;
  private final transient PageActions actions;
  private final transient PagePanel panel;
  private final transient HomeVisits visits;

  UiServlet(PageView view, PageActions actions, PagePanel panel, HomeVisits visits) {
    super("as", "conversation", "ts", "refresh");
    this.view = view;
    this.actions = actions;
    this.panel = panel;
    this.visits = visits;
  }

  @Override
  ObjectNode look(String name, ObjectNode asked) {
    if (name.equals("panel")) {
      return view.panel();
    }
    if (name.equals("people")) {
      return view.people();
    }
    SlackUser as = actions.person(asked);
    return switch (name) {
      case "state" -> view.state(as);
      case "messages" -> view.messages(as, actions.place(asked, as));
      case "thread" -> view.thread(as, actions.place(asked, as), Json.text(asked, "ts"));
      case "modal" -> view.modal(as);
      case "home" -> {
        visits.visit(as.id(), !Json.text(asked, "refresh").isEmpty());
        yield view.home(as);
      }
      default -> throw new PageRefusal("There is no /ui/" + name + ".");
    };
  }

  @Override
  ObjectNode act(String name, ObjectNode asked) {
    if (actions.knows(name)) {
      return actions.act(name, asked);
    }
    return switch (name) {
      case "troubles" -> panel.troubles(asked);
      case "bot" -> panel.bot(asked);
      default -> throw new PageRefusal("There is no /ui/" + name + ".");
    };
  }
}
