package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The response_urls: each takes five posts in thirty minutes, and answers where the person asked. */
final class Hooks {
  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final int POSTS = 5;
  private static final int REMEMBERED = 20_000;

  private record Hook(
      String channel, String user, @Nullable String source, Instant born, int used) {}

  private final SlackWorkspace workspace;
  private final Clock clock;
  private final Map<String, Hook> hooks = new LinkedHashMap<>() {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Hook> eldest) {
      return size() > REMEMBERED;
    }
  };

  Hooks(SlackWorkspace workspace, Clock clock) {
    this.workspace = workspace;
    this.clock = clock;
  }

  /** A new id; {@code source} is the ts of the message whose button was pressed, or null. */
  synchronized String open(String channel, String user, @Nullable String source) {
    String id = UUID.randomUUID().toString().replace("-", "");
    hooks.put(id, new Hook(channel, user, source, clock.instant(), 0));
    return id;
  }

  /** Does what a post to the response_url asks; a refusal carries Slack's word. */
  void post(String id, ObjectNode body) {
    JsonNode blocks = body.path("blocks");
    boolean deletes = body.path("delete_original").asBoolean(false);
    if (!deletes) {
      BlockKitCheck.content(Json.text(body, "text"), blocks);
    }
    Hook hook = use(id);
    SlackWorkspace.Draft draft = new SlackWorkspace.Draft(
        hook.channel(), SlackWorkspace.BOT_USER, Json.text(body, "text"), blocks, null, null, null);
    if (deletes) {
      workspace.delete(source(hook));
    } else if (body.path("replace_original").asBoolean(false)) {
      workspace.edit(source(hook), draft);
    } else {
      boolean everybody = Json.text(body, "response_type").equals("in_channel");
      String thread = Json.text(body, "thread_ts");
      workspace.post(
          draft.onlyFor(everybody ? null : hook.user()).inThread(thread.isEmpty() ? null : thread));
    }
  }

  private SlackMessage source(Hook hook) {
    String ts = hook.source();
    if (ts == null) {
      throw new SlackRefusal("cant_update_message");
    }
    return workspace
        .message(hook.channel(), ts)
        .filter(SlackMessage::byBot)
        .orElseThrow(() -> new SlackRefusal("message_not_found"));
  }

  private synchronized Hook use(String id) {
    Hook hook = hooks.get(id);
    if (hook == null) {
      throw new SlackRefusal("no_service");
    }
    if (Duration.between(hook.born(), clock.instant()).compareTo(LIFE) > 0) {
      throw new SlackRefusal("expired_url");
    }
    if (hook.used() >= POSTS) {
      throw new SlackRefusal("used_url");
    }
    hooks.put(
        id, new Hook(hook.channel(), hook.user(), hook.source(), hook.born(), hook.used() + 1));
    return hook;
  }
}
