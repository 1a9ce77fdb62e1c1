package dev.instead.teams;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.microsoft.bot.schema.Activity;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads activities, more tolerantly than botbuilder in what doesn't matter (fields and kinds it doesn't know), and more strictly in what
 * does (depth, length, a conversation to answer in).
 */
final class Activities {
  /** A card inside a message inside a request nests some 30 deep. */
  private static final int DEEPEST = 64;

  private static final int LONGEST_TEXT = 256 * 1024;
  private static final int LONGEST_NAME = 1_000;
  private static final ObjectMapper JSON = JsonMapper.builder(new JsonFactoryBuilder()
          .streamReadConstraints(StreamReadConstraints.builder()
              .maxNestingDepth(DEEPEST)
              .maxStringLength(LONGEST_TEXT)
              .maxNameLength(LONGEST_NAME)
              .build())
          .build())
      .addModule(new JavaTimeModule())
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
      .build();

  private Activities() {}

  static ObjectNode tree(byte[] body) throws Rejection {
    try {
      if (JSON.readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      // Without its message: it quotes the body.
      throw Rejection.malformed(
          "the body is no JSON that is served here (" + e.getClass().getSimpleName() + ")");
    }
    throw Rejection.malformed("the body is no JSON object");
  }

  /** Takes out of the tree what botbuilder reads wrongly. */
  static Activity of(ObjectNode tree) throws Rejection {
    if (isBlank(tree.path("type")) || isBlank(tree.path("conversation").path("id"))) {
      throw Rejection.malformed("the activity has no type or no conversation");
    }
    // botbuilder takes a text for the id of an account.
    if (tree.has("from") && !tree.get("from").isObject()) {
      throw Rejection.malformed("the activity's sender is no object");
    }
    // botbuilder 4.14.3 reads a time of whole seconds not at all, and .89 as 89 nanoseconds.
    OffsetDateTime sent = time(tree.remove("timestamp"));
    OffsetDateTime local = time(tree.remove("localTimestamp"));
    tree.remove("expiration");
    try {
      Activity activity = JSON.treeToValue(tree, Activity.class);
      activity.setTimestamp(sent); // also without one: botbuilder would make it now
      activity.setLocalTimestamp(local);
      return activity;
    } catch (IOException | IllegalArgumentException e) {
      throw Rejection.malformed(
          "the activity has a field of a wrong kind (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static boolean isBlank(JsonNode node) {
    return !node.isTextual() || node.textValue().isBlank();
  }

  /** Nothing depends on these times, so one that can't be read is as good as none. */
  private static @Nullable OffsetDateTime time(@Nullable JsonNode node) {
    try {
      return node != null && node.isTextual() ? OffsetDateTime.parse(node.textValue()) : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
