package dev.instead.trial;

import dev.instead.policy.Policy;
import dev.instead.trial.EntryChange.Values;
import dev.instead.trial.EntryChange.What;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares two policies entry by entry. */
final class EntryChanges {
  private static final Map<String, String> KINDS = Map.of(
      "resources", "resource",
      "teams", "team",
      "situations", "situation",
      "routes", "route",
      "answers", "answer",
      "embargoes", "embargo",
      "sensitive", "sensitive topic",
      "personalAccounts", "personal account rule",
      "protectedTopics", "protected topic");

  private final List<EntryChange> changes = new ArrayList<>();
  private final Map<String, String> headBefore = new LinkedHashMap<>();
  private final Map<String, String> headAfter = new LinkedHashMap<>();

  private EntryChanges() {}

  /** The head first, then in the order of the file; what was removed comes last of its kind. */
  static List<EntryChange> between(Policy before, Policy after) {
    EntryChanges found = new EntryChanges();
    for (RecordComponent component : Policy.class.getRecordComponents()) {
      found.compare(
          component.getName(), Fields.value(component, before), Fields.value(component, after));
    }
    Map<String, Values> head = differences(found.headBefore, found.headAfter);
    if (!head.isEmpty()) {
      found.changes.add(0, new EntryChange(What.CHANGED, "policy", "", head));
    }
    return List.copyOf(found.changes);
  }

  private void compare(String name, Object before, Object after) {
    Map<String, Record> old = entries(before);
    Map<String, Record> now = entries(after);
    if (old.isEmpty() && now.isEmpty()) {
      headBefore.putAll(Fields.of(name, before));
      headAfter.putAll(Fields.of(name, after));
      return;
    }
    String kind = KINDS.getOrDefault(name, Fields.name(name));
    now.forEach((id, entry) -> {
      Record was = old.get(id);
      if (was == null) {
        changes.add(new EntryChange(What.ADDED, kind, id, Map.of()));
      } else {
        changed(kind, id, differences(Fields.of(was), Fields.of(entry)));
      }
    });
    old.keySet().stream()
        .filter(id -> !now.containsKey(id))
        .forEach(id -> changes.add(new EntryChange(What.REMOVED, kind, id, Map.of())));
    headBefore.put(Fields.name(name) + " in order", common(old, now));
    headAfter.put(Fields.name(name) + " in order", common(now, old));
  }

  private void changed(String kind, String id, Map<String, Values> fields) {
    if (!fields.isEmpty()) {
      changes.add(new EntryChange(What.CHANGED, kind, id, fields));
    }
  }

  /** Those that both have, in the first one's order: the order of routes decides, and that of situations is the form's. */
  private static String common(Map<String, Record> first, Map<String, Record> second) {
    List<String> ids = new ArrayList<>(first.keySet());
    ids.retainAll(second.keySet());
    return String.join(", ", ids);
  }

  /** Entries by id; nothing where a component holds none. */
  private static Map<String, Record> entries(Object component) {
    Map<String, Record> entries = new LinkedHashMap<>();
    Collection<?> values = component instanceof Map<?, ?> map
        ? map.values()
        : component instanceof Collection<?> list ? list : List.of();
    for (Object value : values) {
      if (value instanceof Record entry) {
        Fields.id(entry).ifPresent(id -> entries.put(id, entry));
      }
    }
    return entries;
  }

  private static Map<String, Values> differences(
      Map<String, String> before, Map<String, String> after) {
    Set<String> names = new LinkedHashSet<>(after.keySet());
    names.addAll(before.keySet());
    Map<String, Values> differing = new LinkedHashMap<>();
    for (String name : names) {
      String was = before.getOrDefault(name, "");
      String is = after.getOrDefault(name, "");
      if (!was.equals(is)) {
        differing.put(name, new Values(was, is));
      }
    }
    return differing;
  }
}
