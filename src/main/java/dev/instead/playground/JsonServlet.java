package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** JSON in and out for the page: GET looks, POST acts. What can't be done is said in a sentence that the page shows. */
abstract class JsonServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient List<String> parameters;

  /** @param parameters what a look may be asked with */
  JsonServlet(String... parameters) {
    this.parameters = List.of(parameters);
  }

  /** What the page asks to see; parameters that it left out are empty. */
  abstract ObjectNode look(String name, ObjectNode asked);

  /** What the page asks to do. */
  abstract ObjectNode act(String name, ObjectNode asked);

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ObjectNode asked = Json.object();
    for (String parameter : parameters) {
      asked.put(parameter, Optional.ofNullable(request.getParameter(parameter)).orElse(""));
    }
    try {
      ApiServlet.write(response, look(name(request), asked));
    } catch (PageRefusal refusal) {
      refuse(response, 404, refusal.sentence());
    }
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

  private static String name(HttpServletRequest request) {
    return Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
  }

  private static void refuse(HttpServletResponse response, int status, String sentence)
      throws IOException {
    response.setStatus(status);
    ApiServlet.write(response, Json.object().put("ok", false).put("error", sentence));
  }
}
