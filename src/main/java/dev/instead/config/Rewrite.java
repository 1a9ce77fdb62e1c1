package dev.instead.config;

import dev.instead.policy.EntryId;
import dev.instead.policy.Part;
import dev.instead.policy.Proposal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Writes a proposal into the text of a policy file, at its place. What comes out may be wrong, for want of room in a text or because the
 * file is written in an unusual way, so it must be read again before anybody is shown it.
 */
final class Rewrite {
  /** Why a proposal can't be written at its place; words for whoever looks after the file. */
  static final class ImpossibleException extends Exception {
    ImpossibleException(String what) {
      super(what);
    }
  }

  private final Source file;

  Rewrite(Source file) {
    this.file = file;
  }

  /** The whole text with the proposal in it; the entry must be in the file. */
  String with(Proposal proposal) throws ImpossibleException {
    if (proposal instanceof Proposal.Example example) return with(example);
    if (proposal instanceof Proposal.StillRight right) {
      return scalar(spot(right.about()), List.of("review_by"), right.reviewBy().toString(), true);
    }
    if (proposal instanceof Proposal.ChangeText change) return with(change);
    if (proposal instanceof Proposal.ChangeLink change) {
      return scalar(spot(change.about()), List.of("url"), change.url().strip(), false);
    }
    if (proposal instanceof Proposal.Retire retire) return without(spot(retire.about()));
    throw new AssertionError("No place for " + proposal.getClass().getSimpleName());
  }

  private Spot spot(EntryId id) throws ImpossibleException {
    return Spot.of(file, id)
        .orElseThrow(() -> new ImpossibleException("\"" + id.value() + "\" is not in the file."));
  }

  // ---- one value

  private String with(Proposal.ChangeText change) throws ImpossibleException {
    Spot spot = spot(change.about());
    String text = change.text().strip().replace("\r\n", "\n").replaceAll("[ \t]+\n", "\n");
    List<String> path =
        change.part() == Part.DO ? List.of("do", "text") : List.of(change.part().code());
    return scalar(spot, path, change.language(), text);
  }

  private String scalar(Spot spot, List<String> path, Locale language, String text)
      throws ImpossibleException {
    Node whole = tuple(spot.entry(), path).getValueNode();
    if (whole instanceof ScalarNode) { // a policy of one language
      return scalar(spot, path, text, false);
    }
    return scalar(spot, and(path, language.toLanguageTag()), text, false);
  }

  private String scalar(Spot spot, List<String> path, String text, boolean asItIs)
      throws ImpossibleException {
    Node around = path.size() == 1
        ? spot.entry()
        : tuple(spot.entry(), path.subList(0, path.size() - 1)).getValueNode();
    NodeTuple tuple = tuple(spot.entry(), path);
    Node value = tuple.getValueNode();
    if (!(value instanceof ScalarNode) || !file.standsBehind(tuple.getKeyNode(), value)) {
      throw new ImpossibleException("\"" + String.join(".", path)
          + "\" is written in an unusual way (an alias, perhaps). Change it by hand.");
    }
    String written = asItIs
        ? text
        : Source.isFlow(around)
            ? YamlWords.flow(text)
            : YamlWords.block(
                text,
                file.column(tuple.getKeyNode()) + 2,
                file.end(tuple.getKeyNode()) - file.lineStart(file.start(tuple.getKeyNode())) + 2,
                file.newline());
    return file.replaced(file.start(value), file.end(value), written);
  }

  private static NodeTuple tuple(Node entry, List<String> path) throws ImpossibleException {
    Optional<NodeTuple> found = Source.tuple(entry, path.get(0));
    for (String key : path.subList(1, path.size())) {
      found = found.flatMap(tuple -> Source.tuple(tuple.getValueNode(), key));
    }
    return found.orElseThrow(() -> new ImpossibleException(
        "The entry has no \"" + String.join(".", path) + "\". Add it by hand, in all languages."));
  }

  private static List<String> and(List<String> path, String key) {
    return java.util.stream.Stream.concat(path.stream(), java.util.stream.Stream.of(key))
        .toList();
  }

  // ---- one more question

  private String with(Proposal.Example example) throws ImpossibleException {
    Spot spot = spot(example.about());
    if (Source.value(spot.entry(), "questions").isEmpty()) {
      throw new ImpossibleException(
          "\"" + example.about()
              + "\" is not found by questions. Add its words to its terms, or \"questions\" in all languages, by hand.");
    }
    NodeTuple all = tuple(spot.entry(), List.of("questions"));
    NodeTuple list = all.getValueNode() instanceof SequenceNode
        ? all
        : tuple(spot.entry(), List.of("questions", example.language().toLanguageTag()));
    Node questions = list.getValueNode();
    List<Node> items = Source.items(questions);
    if (items.isEmpty() || !file.standsBehind(list.getKeyNode(), questions)) {
      throw new ImpossibleException("\"questions\" of \"" + example.about()
          + "\" is written in an unusual way (an alias, perhaps). Add the question by hand.");
    }
    String question = oneLine(example.question());
    Node last = items.get(items.size() - 1);
    int end = file.end(last);
    if (Source.isFlow(questions)) {
      return file.replaced(end, end, ", " + YamlWords.flow(question));
    }
    int dash = file.start(questions) - file.lineStart(file.start(questions));
    int behind = file.lineEnd(end);
    return file.replaced(
        behind,
        behind,
        file.newline() + " ".repeat(dash) + "- "
            + YamlWords.block(question, dash + 2, dash + 2, file.newline()));
  }

  /** Questions are one line each. */
  static String oneLine(String words) {
    return words.strip().replaceAll("\\s+", " ");
  }

  // ---- one entry less

  private String without(Spot spot) throws ImpossibleException {
    if (!file.standsBehind(spot.key(), spot.around())) {
      throw new ImpossibleException(
          "It is written in an unusual way (an alias, perhaps). Remove it by hand.");
    }
    if (Source.isFlow(spot.around())) {
      return withoutInFlow(spot);
    }
    if (spot.neighbours() == 1) {
      String nothing = spot.around() instanceof SequenceNode ? " []" : " {}";
      String less =
          file.replaced(file.lineStart(spot.begin(file, 0)), file.nextLine(spot.end(file, 0)), "");
      int colon = less.indexOf(':', file.end(spot.key())) + 1;
      return less.substring(0, colon) + nothing + less.substring(colon);
    }
    int from = file.lineStart(spot.begin(file, spot.place()));
    int to = file.nextLine(spot.end(file, spot.place()));
    boolean blankBefore = from > 0 && isBlank(file.lineStart(from - 1));
    if (blankBefore && to < file.text().length() && isBlank(to)) {
      to = file.nextLine(to);
    }
    return file.replaced(from, to, "");
  }

  private boolean isBlank(int lineStart) {
    return file.text().substring(lineStart, file.lineEnd(lineStart)).isBlank();
  }

  private String withoutInFlow(Spot spot) {
    int place = spot.place();
    if (place > 0) {
      return file.replaced(spot.end(file, place - 1), spot.end(file, place), "");
    }
    int to = spot.neighbours() > 1 ? spot.begin(file, 1) : spot.end(file, 0);
    return file.replaced(spot.begin(file, 0), to, "");
  }
}
