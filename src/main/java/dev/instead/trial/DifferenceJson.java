package dev.instead.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** A difference for programs. */
public final class DifferenceJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DifferenceJson() {}

  /**
   * One object, over several lines.
   *
   * @param matched how questions were matched, e.g. {@code by meaning}
   */
  public static String of(Difference difference, String matched) {
    ObjectNode root = JSON.createObjectNode();
    root.put("changes", !difference.isNone());
    root.put("old_version", difference.before().version());
    root.put("new_version", difference.after().version());
    root.put("matched", matched);
    ArrayNode entries = root.putArray("entries");
    difference.entries().forEach(change -> entry(entries.addObject(), change));
    difference.cases().ifPresent(replay -> cases(root.putObject("cases"), replay));
    ObjectNode tests = root.putObject("tests");
    tests.put("run", difference.tests());
    ArrayNode retold = tests.putArray("changed");
    difference.fixtures().forEach(test -> {
      ObjectNode one = retold.addObject();
      one.put("file", test.place().file());
      one.put("line", test.place().line());
      beforeAndAfter(one, test.before(), test.after());
    });
    ArrayNode moved = root.putArray("moved");
    difference
        .moves()
        .forEach(move -> moved
            .addObject()
            .put("text", move.text())
            .put("language", move.language().toLanguageTag())
            .put("of", move.of())
            .put("old", move.before())
            .put("new", move.after()));
    return root.toPrettyString();
  }

  private static void entry(ObjectNode to, EntryChange change) {
    to.put("change", change.what().name().toLowerCase(Locale.ROOT));
    to.put("kind", change.kind());
    to.put("id", change.id());
    ObjectNode fields = to.putObject("fields");
    change
        .fields()
        .forEach((name, values) ->
            fields.putObject(name).put("old", values.before()).put("new", values.after()));
  }

  private static void cases(ObjectNode to, CaseReplay replay) {
    to.put("replayed", replay.replayed());
    to.put("changes", replay.changes());
    ArrayNode changed = to.putArray("changed");
    replay.changed().forEach(each -> {
      ObjectNode one = changed.addObject();
      one.put("number", each.known().number());
      one.put("restricted", each.restricted());
      if (!each.restricted()) {
        one.put("host", each.known().host());
        one.put("language", each.known().language().toLanguageTag());
        one.put("opened_at", each.known().openedAt().toString());
        one.put("situation_gone", each.gone());
        beforeAndAfter(one, each.before(), each.after());
      }
    });
  }

  private static void beforeAndAfter(ObjectNode to, Outcome before, Outcome after) {
    ObjectNode old = to.putObject("old");
    before.parts().forEach(old::put);
    ObjectNode now = to.putObject("new");
    after.parts().forEach(now::put);
  }
}
