package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every person's stack of modals (three at most) and App Home. */
public final class SlackViews {
  private static final int DEEPEST = 3;

  private final SlackWorkspace workspace;
  private final Map<String, List<ObjectNode>> stacks = new HashMap<>();
  private final Map<String, ObjectNode> homes = new HashMap<>();
  private final Map<String, Map<String, String>> errors = new HashMap<>();
  private long lastId;
  private long lastHash;

  SlackViews(SlackWorkspace workspace) {
    this.workspace = workspace;
  }

  Optional<ObjectNode> top(String user) {
    return workspace.read(() -> last(stack(user)).map(ObjectNode::deepCopy));
  }

  Optional<ObjectNode> home(String user) {
    return workspace.read(() -> Optional.ofNullable(homes.get(user)).map(ObjectNode::deepCopy));
  }

  /** How many modals lie on each other. */
  public int depth(String user) {
    return workspace.read(() -> stack(user).size());
  }

  /** What the app found wrong with the top view's last submission: block_id → text. */
  public Map<String, String> errorsOf(String user) {
    return workspace.read(() -> Map.copyOf(errors.getOrDefault(user, Map.of())));
  }

  /** The modal or home with this id, whoever has it. */
  Optional<ObjectNode> find(String id) {
    return workspace.read(() -> owner(id)
        .flatMap(user -> all(user).stream()
            .filter(view -> Json.text(view, "id").equals(id))
            .findFirst()
            .map(ObjectNode::deepCopy)));
  }

  ObjectNode open(String user, JsonNode asked) {
    return changing(user, stack -> {
      stack.clear();
      return push(stack, asked);
    });
  }

  ObjectNode push(String user, JsonNode asked) {
    return changing(user, stack -> {
      if (stack.isEmpty()) {
        throw new SlackRefusal("invalid_trigger_id");
      }
      if (stack.size() >= DEEPEST) {
        throw new SlackRefusal("push_limit_reached");
      }
      return push(stack, asked);
    });
  }

  /** Replaces a modal or home; an out of date {@code hash} is refused, an empty one is not looked at. */
  ObjectNode update(String id, String externalId, String hash, JsonNode asked) {
    return workspace.read(() -> {
      String key = id.isEmpty() ? byExternalId(externalId) : id;
      String user = owner(key).orElseThrow(() -> new SlackRefusal("not_found"));
      ObjectNode home = homes.get(user);
      if (home != null && Json.text(home, "id").equals(key)) {
        return publish(user, hash, asked);
      }
      return changing(user, stack -> replace(stack, key, hash, asked));
    });
  }

  ObjectNode publish(String user, String hash, JsonNode asked) {
    return workspace.change(ChatChange.Kind.HOME, Set.of(), Set.of(user), () -> {
      ObjectNode old = homes.get(user);
      if (old != null) {
        checkHash(old, hash);
      }
      ObjectNode view = stored(asked, old == null ? nextId() : Json.text(old, "id"));
      view.put("root_view_id", Json.text(view, "id"));
      homes.put(user, view);
      return view.deepCopy();
    });
  }

  /** Takes the top view away, or all of them. */
  void close(String user, boolean all) {
    changing(user, stack -> {
      if (all) {
        stack.clear();
      } else if (!stack.isEmpty()) {
        stack.remove(stack.size() - 1);
      }
      return Json.object();
    });
  }

  void showErrors(String user, Map<String, String> found) {
    workspace.change(
        ChatChange.Kind.VIEW,
        Set.of(),
        Set.of(user),
        () -> errors.put(user, new LinkedHashMap<>(found)));
  }

  /** Remembers what the person has filled in so far, for the next payload and the page. */
  void fillIn(String id, JsonNode values) {
    workspace.read(() -> {
      owner(id).map(this::all).orElse(List.of()).stream()
          .filter(view -> Json.text(view, "id").equals(id))
          .forEach(view -> view.putObject("state").set("values", values.deepCopy()));
      return id;
    });
  }

  private ObjectNode changing(String user, Function<List<ObjectNode>, ObjectNode> work) {
    return workspace.change(ChatChange.Kind.VIEW, Set.of(), Set.of(user), () -> {
      ObjectNode result = work.apply(stack(user)).deepCopy();
      errors.remove(user);
      return result;
    });
  }

  private ObjectNode push(List<ObjectNode> stack, JsonNode asked) {
    ObjectNode view = stored(asked, nextId());
    Optional<ObjectNode> below = last(stack);
    view.put("previous_view_id", below.map(v -> Json.text(v, "id")).orElse(null));
    view.put(
        "root_view_id", stack.isEmpty() ? Json.text(view, "id") : Json.text(stack.get(0), "id"));
    stack.add(view);
    return view;
  }

  private ObjectNode replace(List<ObjectNode> stack, String id, String hash, JsonNode asked) {
    for (int i = 0; i < stack.size(); i++) {
      ObjectNode old = stack.get(i);
      if (Json.text(old, "id").equals(id)) {
        checkHash(old, hash);
        ObjectNode view = stored(asked, id);
        view.set(
            "state",
            old.path("state")); // what was filled in stays where block_id and action_id stay
        view.set("previous_view_id", old.path("previous_view_id"));
        view.set("root_view_id", old.path("root_view_id"));
        stack.set(i, view);
        return view;
      }
    }
    throw new SlackRefusal("not_found");
  }

  private ObjectNode stored(JsonNode asked, String id) {
    ObjectNode view = Json.object();
    view.put("id", id).put("team_id", SlackWorkspace.TEAM).put("type", Json.text(asked, "type"));
    view.set("blocks", BlockTree.withIds(asked.path("blocks")));
    view.put("private_metadata", Json.text(asked, "private_metadata"));
    view.put("callback_id", Json.text(asked, "callback_id"));
    view.putObject("state").putObject("values");
    view.put("hash", ++lastHash + "." + id);
    for (String text : List.of("title", "close", "submit")) {
      view.set(text, asked.hasNonNull(text) ? asked.get(text).deepCopy() : null);
    }
    view.put("clear_on_close", asked.path("clear_on_close").asBoolean(false));
    view.put("notify_on_close", asked.path("notify_on_close").asBoolean(false));
    view.putNull("previous_view_id").put("root_view_id", id).put("app_id", SlackWorkspace.APP);
    view.put("external_id", Json.text(asked, "external_id"));
    String installed =
        workspace.grid().map(grid -> SlackGrid.ENTERPRISE).orElse(SlackWorkspace.TEAM);
    return view.put("app_installed_team_id", installed).put("bot_id", SlackWorkspace.BOT_ID);
  }

  private static void checkHash(ObjectNode old, String hash) {
    if (!hash.isEmpty() && !hash.equals(Json.text(old, "hash"))) {
      throw new SlackRefusal("hash_conflict");
    }
  }

  private String byExternalId(String externalId) {
    return stacks.values().stream()
        .flatMap(List::stream)
        .filter(view -> !externalId.isEmpty() && Json.text(view, "external_id").equals(externalId))
        .map(view -> Json.text(view, "id"))
        .findFirst()
        .orElseThrow(() -> new SlackRefusal("not_found"));
  }

  /** Whose view this is. */
  Optional<String> owner(String id) {
    return workspace.read(() -> Stream.concat(stacks.keySet().stream(), homes.keySet().stream())
        .filter(
            user -> all(user).stream().anyMatch(view -> Json.text(view, "id").equals(id)))
        .findFirst());
  }

  private List<ObjectNode> all(String user) {
    List<ObjectNode> all = new ArrayList<>(stacks.getOrDefault(user, List.of()));
    Optional.ofNullable(homes.get(user)).ifPresent(all::add);
    return all;
  }

  private List<ObjectNode> stack(String user) {
    return stacks.computeIfAbsent(user, any -> new ArrayList<>());
  }

  private static Optional<ObjectNode> last(List<ObjectNode> stack) {
    return stack.isEmpty() ? Optional.empty() : Optional.of(stack.get(stack.size() - 1));
  }

  private String nextId() {
    return "V0" + Long.toString(++lastId + 46_655, 36).toUpperCase(Locale.ROOT);
  }
}
