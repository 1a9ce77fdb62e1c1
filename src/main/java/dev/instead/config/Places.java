package dev.instead.config;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Walks a whole tree once: notes the line of every path, and what no part of a file may be. */
final class Places {
  private final String file;
  private final Map<String, Integer> lines = new HashMap<>();
  private final Problems problems;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Places(String file) {
    this.file = file;
    problems = new Problems(file, lines);
  }

  /** A collector that knows the lines of this tree, and holds its keys that are said twice. */
  static Problems of(String file, Node root) throws UnreadableException {
    Places places = new Places(file);
    places.lines.put("", 1);
    places.walk("", root);
    return places.problems;
  }

  static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  private void walk(String path, Node node) throws UnreadableException {
    if (node.isRecursive()) {
      throw SmallFile.unreadable(
          file,
          line(node),
          "this value contains itself",
          "Remove the alias (*) that points back to it.");
    }
    if (!seen.add(node)) {
      return; // an alias: its lines are those of the place that refers to it
    }
    if (node instanceof MappingNode map) {
      keys(path, map);
    } else if (node instanceof SequenceNode list) {
      for (int i = 0; i < list.getValue().size(); i++) {
        Node item = list.getValue().get(i);
        lines.putIfAbsent(path + "[" + i + "]", line(item));
        walk(path + "[" + i + "]", item);
      }
    }
  }

  private void keys(String path, MappingNode map) throws UnreadableException {
    Map<String, Integer> firsts = new HashMap<>();
    for (NodeTuple tuple : map.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.errorAt(
            line(tuple.getKeyNode()),
            path,
            "a list or map can't be a key",
            "Write a word before the colon.");
        continue;
      }
      String name = key.getValue();
      String inside = path.isEmpty() ? name : path + "." + name;
      Integer first = firsts.putIfAbsent(name, line(key));
      if (first != null) {
        problems.errorAt(
            line(key),
            inside,
            "the key \"" + name + "\" is already on line " + first,
            "Remove or rename one of the two.");
      }
      lines.putIfAbsent(inside, line(key));
      walk(inside, tuple.getValueNode());
    }
  }
}
