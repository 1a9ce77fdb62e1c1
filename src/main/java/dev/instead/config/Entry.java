package dev.instead.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One value of the file. Asked for what it isn't, it notes the problem and gives nothing, so that reading goes on.
 *
 * @param name what people call it, e.g. {@code "title" of situation "refund"}
 */
record Entry(Node node, String name, String path, Problems problems) {
  void wrong(String what, String remedy) {
    problems.errorAt(Places.line(node), path, name + " " + what, remedy);
  }

  boolean isNothing() {
    return Tag.NULL.equals(node.getTag());
  }

  boolean isText() {
    return node instanceof ScalarNode && Tag.STR.equals(node.getTag());
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Text of at most {@code max} characters, without space around it. */
  Optional<String> text(int max) {
    if (!(node instanceof ScalarNode scalar)) {
      wrong("must be text, not " + kind(), "Write one text.");
      return Optional.empty();
    }
    if (!isText()) {
      wrong(
          "must be text, but " + scalar.getValue() + " is read as " + kind(),
          "Put it in quotes: \"" + scalar.getValue() + "\".");
      return Optional.empty();
    }
    return fitting(scalar.getValue().strip(), max);
  }

  private Optional<String> fitting(String text, int max) {
    int length = text.codePointCount(0, text.length());
    if (text.isEmpty()) {
      wrong("is empty", "Write it.");
      return Optional.empty();
    }
    if (length > max) {
      wrong("has " + length + " characters, but there is room for " + max, "Shorten it.");
      return Optional.empty();
    }
    if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
      wrong("holds an invisible control character", "Remove it.");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** Text of one form; {@code form} says which, with an example. */
  Optional<String> text(Pattern pattern, String form) {
    Optional<String> text = text(Limits.LONGEST_LINK);
    if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
      wrong("is \"" + text.get() + "\"", "Write " + form + ".");
      return Optional.empty();
    }
    return text;
  }

  /** Text of one form, as what it means; {@code meaning} throws when it means nothing. */
  <T> Optional<T> parsed(Pattern pattern, String form, Function<String, T> meaning) {
    return text(pattern, form).flatMap(text -> {
      try {
        return Optional.of(meaning.apply(text));
      } catch (RuntimeException e) { // java.time and java.net each have their own
        wrong("is \"" + text + "\", which does not exist", "Write " + form + ".");
        return Optional.empty();
      }
    });
  }

  Optional<String> oneOf(Collection<String> words) {
    return text(Limits.LONGEST_LINK).filter(text -> {
      boolean known = words.contains(text);
      if (!known) {
        String all = "Write one of: " + String.join(", ", words) + ".";
        String hint = Nearest.hint(text, words, "");
        wrong("is \"" + text + "\"", hint.isEmpty() ? all : hint + " " + all);
      }
      return known;
    });
  }

  Optional<Boolean> yesOrNo() {
    if (node instanceof ScalarNode scalar && Tag.BOOL.equals(node.getTag())) {
      return Optional.of(Boolean.parseBoolean(scalar.getValue()));
    }
    wrong("must be true or false", "Write true or false, without quotes.");
    return Optional.empty();
  }

  Optional<Section> section() {
    return section(name);
  }

  /** The map under this entry, known to people by a name of its own. */
  Optional<Section> section(String called) {
    if (node instanceof MappingNode map) {
      return Optional.of(new Section(map, called, path, problems));
    }
    wrong("must be a map, not " + kind(), "Write keys and values below it.");
    return Optional.empty();
  }

  /** The items of a list. */
  List<Entry> items() {
    List<Entry> items = new ArrayList<>();
    if (node instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        int i = items.size();
        items.add(
            new Entry(item, "item " + (i + 1) + " of " + name, path + "[" + i + "]", problems));
      }
    } else {
      wrong(
          "must be a list, not " + kind(), "Write a list: [ … ], or lines that begin with \"- \".");
    }
    return items;
  }

  /** The items of a list, or the one value that stands without one. */
  List<Entry> oneOrMore() {
    return isList() ? items() : List.of(this);
  }

  private String kind() {
    if (isMap()) {
      return "a map";
    }
    if (isList()) {
      return "a list";
    }
    if (isText()) {
      return "text";
    }
    if (isNothing()) {
      return "nothing";
    }
    return Tag.BOOL.equals(node.getTag()) ? "true or false" : "a number";
  }
}
