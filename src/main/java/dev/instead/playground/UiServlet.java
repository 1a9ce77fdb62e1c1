package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code /ui/*}: the page's JSON, in and out. */
final class UiServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient PageView view;
  private final transient PageActions actions;
  private final transient PagePanel panel;
  private final transient HomeVisits visits;

  UiServlet(PageView view, PageActions actions, PagePanel panel, HomeVisits visits) {
    this.view = view;
    this.actions = actions;
    this.panel = panel;
    this.visits = visits;
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
    for (String field : new String[] {"as", "conversation", "ts", "refresh"}) {
      asked.put(field, Optional.ofNullable(request.getParameter(field)).orElse(""));
    }
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
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      ObjectNode asked = Json.readObject(Body.read(request))
          .orElseThrow(() -> new PageRefusal("That is not JSON."));
      ApiServlet.write(response, act(name(request), asked));
    } catch (PageRefusal refusal) {
      refuse(response, 200, refusal.sentence());
    } catch (SlackRefusal refusal) {
      refuse(response, 200, "Slack refuses this: " + refusal.error());
    }
  }

  private ObjectNode act(String name, ObjectNode asked) {
    if (actions.knows(name)) {
      return actions.act(name, asked);
    }
    return switch (name) {
      case "troubles" -> panel.troubles(asked);
      case "bot" -> panel.bot(asked);
      default -> throw new PageRefusal("There is no /ui/" + name + ".");
    };
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
