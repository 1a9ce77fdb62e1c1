package dev.instead.config;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.ComposerException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Text as a tree of YAML nodes that know their lines. Bounded: a hostile file costs no more than a large one. */
final class YamlTree {
  private static final int MAX_ALIASES = 50;
  private static final int MAX_DEPTH = 20;

  /** The root of a file, which must be a map. */
  static MappingNode compose(String file, String text) throws UnreadableException {
    if (root(file, text).orElse(null) instanceof MappingNode map) {
      return map;
    }
    throw SmallFile.unreadable(
        file,
        1,
        "the file is not a map of keys and values",
        "Start from the example in the folder config.");
  }

  private static Optional<Node> root(String file, String text) throws UnreadableException {
    LoadSettings settings = LoadSettings.builder()
        .setSchema(new CoreSchema()) // what YAML 1.2 editors assume
        .setCodePointLimit(SmallFile.MAX_BYTES)
        .setMaxAliasesForCollections(MAX_ALIASES)
        .setAllowNonScalarKeys(true) // they are refused with their line later
        .build();
    StreamReader reader = new StreamReader(settings, text);
    try {
      return new Shallow(settings, reader).getSingleNode();
    } catch (MarkedYamlEngineException e) {
      throw invalid(file, e);
    } catch (YamlEngineException e) {
      throw SmallFile.unreadable(
          file,
          1,
          "this YAML can't be read: " + oneLine(e.getMessage()),
          "Write it in a simpler way.");
    } catch (IllegalArgumentException e) {
      // What the library makes of a code that it can't read, e.g. when the file ends behind a
      // backslash and a u.
      throw SmallFile.unreadable(
          file,
          reader.getLine() + 1,
          "this is not valid YAML: the code of a character is broken",
          "Write all its digits, or the character itself.");
    }
  }

  private static UnreadableException invalid(String file, MarkedYamlEngineException e) {
    Optional<Mark> began = e.getContextMark();
    Optional<Mark> at = e.getProblemMark().or(() -> began);
    int line = at.map(mark -> mark.getLine() + 1).orElse(1);
    String since = began
        .map(mark -> mark.getLine() + 1)
        .filter(first -> first != line)
        .map(first -> " (in what began on line " + first + ")")
        .orElse("");
    return SmallFile.unreadable(
        file,
        line,
        "this is not valid YAML: " + oneLine(e.getProblem()) + since,
        "Check indentation, quotes and brackets here and just above.");
  }

  private static String oneLine(@Nullable String message) {
    return Objects.requireNonNullElse(message, "").replaceAll("\\s+", " ").strip();
  }

  /** Refuses deep nesting, which would exhaust the stack. */
  private static final class Shallow extends Composer {
    private int depth;

    Shallow(LoadSettings settings, StreamReader reader) {
      super(settings, new ParserImpl(settings, reader));
    }

    @Override
    protected Node composeMappingNode(Optional<Anchor> anchor) {
      enter();
      Node node = super.composeMappingNode(anchor);
      depth--;
      return node;
    }

    @Override
    protected SequenceNode composeSequenceNode(Optional<Anchor> anchor) {
      enter();
      SequenceNode node = super.composeSequenceNode(anchor);
      depth--;
      return node;
    }

    private void enter() {
      depth++;
      if (depth > MAX_DEPTH) {
        throw new ComposerException(
            "lists and maps are nested more than " + MAX_DEPTH + " deep",
            parser.peekEvent().getStartMark());
      }
    }
  }

  private YamlTree() {}
}
