package dev.instead.config;

import dev.instead.policy.EntryId;
import dev.instead.policy.ReplyId;
import dev.instead.policy.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * Where an entry stands in the file: in a map under its id, or in a list with its id inside.
 *
 * @param key the name of {@code around}
 * @param around the map or list
 * @param place of the entry in it, from 0
 */
record Spot(Node key, Node around, int place, Node entry) {
  private static final List<String> LISTS =
      List.of("embargoes", "sensitive", "personal_accounts", "protected");

  static Optional<Spot> of(Source file, EntryId id) {
    MappingNode root = file.root();
    if (id instanceof ResourceId) {
      return Source.tuple(root, "resources").flatMap(map -> inMap(map, id.value()));
    }
    if (id instanceof ReplyId) {
      return Source.value(root, "situations").map(Source::children).orElse(List.of()).stream()
          .flatMap(situation -> Source.tuple(situation, "replies").stream())
          .flatMap(list -> inList(list, id.value()).stream())
          .findFirst();
    }
    Stream<NodeTuple> lists = LISTS.stream().flatMap(key -> Source.tuple(root, key).stream());
    return Source.tuple(root, "answers")
        .flatMap(map -> inMap(map, id.value()))
        .or(() -> lists.flatMap(list -> inList(list, id.value()).stream()).findFirst());
  }

  private static Optional<Spot> inMap(NodeTuple map, String id) {
    if (map.getValueNode() instanceof MappingNode entries) {
      for (int i = 0; i < entries.getValue().size(); i++) {
        NodeTuple tuple = entries.getValue().get(i);
        if (id.equals(Source.word(tuple.getKeyNode()))) {
          return Optional.of(new Spot(map.getKeyNode(), entries, i, tuple.getValueNode()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Spot> inList(NodeTuple list, String id) {
    List<Node> items = Source.items(list.getValueNode());
    for (int i = 0; i < items.size(); i++) {
      String own = Source.value(items.get(i), "id").map(Source::word).orElse("");
      if (id.equals(own)) {
        return Optional.of(new Spot(list.getKeyNode(), list.getValueNode(), i, items.get(i)));
      }
    }
    return Optional.empty();
  }

  int neighbours() {
    return Source.children(around).size();
  }

  /** Where the entry at {@code index} begins: its key in a map, its item in a list. */
  int begin(Source file, int index) {
    return around instanceof MappingNode map
        ? file.start(map.getValue().get(index).getKeyNode())
        : file.start(Source.items(around).get(index));
  }

  int end(Source file, int index) {
    return file.end(Source.children(around).get(index));
  }
}
