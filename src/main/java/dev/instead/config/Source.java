package dev.instead.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A policy file's text beside its tree, so that one place can be rewritten and everything else stays as it is, comments included.
 *
 * @param text without a byte order mark
 */
record Source(String text, MappingNode root) {
  static Source of(String file, String text) throws UnreadableException {
    return new Source(text, YamlTree.compose(file, text));
  }

  // ---- what is where in the tree

  static Optional<NodeTuple> tuple(Node map, String key) {
    return map instanceof MappingNode found
        ? found.getValue().stream()
            .filter(tuple -> key.equals(word(tuple.getKeyNode())))
            .findFirst()
        : Optional.empty();
  }

  static Optional<Node> value(Node map, String key) {
    return tuple(map, key).map(NodeTuple::getValueNode);
  }

  /** What a scalar says; empty for anything else. */
  static String word(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  static boolean isFlow(Node node) {
    return node instanceof CollectionNode<?> found && found.getFlowStyle() == FlowStyle.FLOW;
  }

  static List<Node> items(Node node) {
    return node instanceof SequenceNode list ? list.getValue() : List.of();
  }

  /** The nodes of a map's values or a list's items, in order. */
  static List<Node> children(Node node) {
    List<Node> children = new ArrayList<>(items(node));
    if (node instanceof MappingNode map) {
      map.getValue().forEach(tuple -> children.add(tuple.getValueNode()));
    }
    return children;
  }

  // ---- where it is in the text

  int start(Node node) {
    return at(node.getStartMark());
  }

  /** Behind its last character; space and line ends that follow are not its own. */
  int end(Node node) {
    int start = start(node);
    int end = at(node.getEndMark());
    if (node instanceof CollectionNode<?> && !isFlow(node)) {
      // A block ends where the next thing begins, with comments between the two.
      end = children(node).stream().mapToInt(this::end).max().orElse(end);
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Columns before it on its line. */
  int column(Node node) {
    return start(node) - lineStart(start(node));
  }

  int lineStart(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  /** Where the line ends, before its line break. */
  int lineEnd(int at) {
    int end = text.indexOf('\n', at);
    end = end < 0 ? text.length() : end;
    return end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** Behind the line and its line break. */
  int nextLine(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  String newline() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  /** Whether the value stands here, and isn't taken from elsewhere by an alias. */
  boolean standsBehind(Node key, Node value) {
    return start(value) >= end(key);
  }

  String replaced(int from, int to, String words) {
    return text.substring(0, from) + words + text.substring(to);
  }

  private int at(Optional<Mark> mark) {
    return text.offsetByCodePoints(0, mark.map(Mark::getIndex).orElse(0));
  }
}
