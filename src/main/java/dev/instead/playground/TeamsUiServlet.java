package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code /ui/teams/*}: the JSON of the page's Teams half, in and out. People are named by their AAD object id. */
final class TeamsUiServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient TeamsPageView view;
  private final transient TeamsPageActions actions;
  private final transient TeamsPanel panel;

  TeamsUiServlet(TeamsPageView view, TeamsPageActions actions, TeamsPanel panel) {
    this.view = view;
    this.actions = actions;
    this.panel = panel;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      ApiServlet.write(response, look(name(request), request));
    } catch (PageRefusal refusal) {
      refuse(response, 404, refusal.sentence());
    }
  }

  private ObjectNode look(String name, HttpServletRequest request) {
    ObjectNode asked = Json.object();
    for (String field : new String[] {"as", "conversation", "id"}) {
      asked.put(field, Optional.ofNullable(request.getParameter(field)).orElse(""));
    }
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
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      ObjectNode asked = Json.readObject(Body.read(request))
          .orElseThrow(() -> new PageRefusal("That is not JSON."));
      ApiServlet.write(response, act(name(request), asked));
    } catch (PageRefusal refusal) {
      refuse(response, 200, refusal.sentence());
    }
  }

  private ObjectNode act(String name, ObjectNode asked) {
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

  private static String name(HttpServletRequest request) {
    return Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
  }

  private static void refuse(HttpServletResponse response, int status, String sentence)
      throws IOException {
    response.setStatus(status);
    ApiServlet.write(response, Json.object().put("ok", false).put("error", sentence));
  }
}
