package dev.instead.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A map of the file. It learns its known keys by being asked for them; {@link #close} then reports all others. */
final class Section {
  static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");
  static final String ID_FORM = "a lower-case word such as \"bad-review\", at most 60 characters";

  private final String name;
  private final String path;
  private final Problems problems;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  Section(MappingNode map, String name, String path, Problems problems) {
    this.name = name;
    this.path = path;
    this.problems = problems;
    for (NodeTuple tuple : map.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        String word = key.getValue();
        String called = path.isEmpty() ? "\"" + word + "\"" : "\"" + word + "\" of " + name;
        entries.putIfAbsent(word, new Entry(tuple.getValueNode(), called, inside(word), problems));
      }
    }
  }

  String name() {
    return name;
  }

  String path() {
    return path;
  }

  String inside(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** What the map is by, where its keys are the file's own words. */
  Set<String> keys() {
    return entries.keySet();
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  Optional<Entry> get(String key) {
    asked.add(key);
    Entry entry = entries.get(key);
    if (entry != null && entry.isNothing()) {
      entry.wrong("has no value", "Write one, or remove the key.");
      return Optional.empty();
    }
    return Optional.ofNullable(entry);
  }

  Optional<Entry> require(String key) {
    return require(key, "Add it.");
  }

  Optional<Entry> require(String key, String remedy) {
    if (!has(key)) {
      asked.add(key);
      problems.error(inside(key), name + " has no \"" + key + "\"", remedy);
    }
    return get(key);
  }

  /** A short text that must be there; when it isn't, that is noted and a stand-in given. */
  String line(String key) {
    return require(key).flatMap(entry -> entry.text(Limits.TITLE)).orElse("?");
  }

  List<Entry> list(String key) {
    return get(key).map(Entry::items).orElse(List.of());
  }

  Optional<Section> section(String key) {
    return get(key).flatMap(Entry::section);
  }

  /** Like {@link #byId}, for a map that must hold something. */
  Map<String, Section> requireById(String key, String kind) {
    require(key)
        .filter(entry -> entry.section().map(found -> found.entries.isEmpty()).orElse(false))
        .ifPresent(entry -> entry.wrong("is empty", "Add at least one " + kind + "."));
    return byId(key, kind);
  }

  /** The entries of a map whose keys are ids; {@code kind} is what people call one of them, e.g. {@code situation}. */
  Map<String, Section> byId(String key, String kind) {
    Map<String, Section> sections = new LinkedHashMap<>();
    section(key)
        .ifPresent(found -> found
            .ids()
            .forEach(id -> Optional.ofNullable(found.entries.get(id))
                .flatMap(entry -> entry.section(kind + " \"" + id + "\""))
                .ifPresent(section -> sections.put(id, section))));
    return sections;
  }

  /** The keys, where they are ids; one that is none is noted. */
  Set<String> ids() {
    entries.forEach((id, entry) -> {
      if (!ID.matcher(id).matches()) {
        problems.error(
            entry.path(), "the id \"" + id + "\" is not well-formed", "Write " + ID_FORM + ".");
      }
    });
    return entries.keySet();
  }

  /** The maps of a list, each with an {@code id}. */
  List<Section> listWithIds(String key, String kind) {
    List<Section> sections = new ArrayList<>();
    for (Entry entry : list(key)) {
      entry.section().ifPresent(section -> sections.add(section.calledById(entry, kind)));
    }
    return sections;
  }

  private Section calledById(Entry entry, String kind) {
    Entry id = entries.get("id");
    return id != null && id.isText() && id.text(Limits.TITLE).isPresent()
        ? entry.section(kind + " \"" + id.text(Limits.TITLE).get() + "\"").orElse(this)
        : this;
  }

  String id() {
    return require("id").flatMap(entry -> entry.text(ID, ID_FORM)).orElse("?");
  }

  void wrong(String what, String remedy) {
    problems.error(path, name + " " + what, remedy);
  }

  /** Something is wrong with this whole map, because of what one key holds or lacks. */
  void wrong(String key, String what, String remedy) {
    problems.error(inside(key), name + " " + what, remedy);
  }

  /** Like {@link #close()}, for keys that have a meaning of their own. */
  void close(UnaryOperator<String> what, String remedy) {
    entries.forEach((key, entry) -> {
      if (!asked.contains(key)) {
        problems.error(entry.path(), name + what.apply(key), remedy);
      }
    });
  }

  /** Everything known has been asked for: what is left is unknown. */
  void close() {
    entries.forEach((key, entry) -> {
      if (!asked.contains(key)) {
        String remedy =
            Nearest.hint(key, asked, "Remove it; known here: " + String.join(", ", asked) + ".");
        problems.error(entry.path(), name + " has an unknown key \"" + key + "\"", remedy);
      }
    });
  }
}
