package dev.instead.config;

import dev.instead.policy.Policy;
import dev.instead.policy.Proposal;
import dev.instead.policy.RuleId;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Writes an answer that the file doesn't have yet behind those that it has. */
final class NewAnswer {
  private static final int LONGEST_ID = 40;
  private static final String NAMELESS = "new-answer";
  private static final String STAND_IN = "# to be translated";
  private static final int STEP = 2;

  private final Source file;
  private final Policy policy;
  private final Proposal.NewEntry entry;
  private final StringBuilder lines = new StringBuilder();

  NewAnswer(Source file, Policy policy, Proposal.NewEntry entry) {
    this.file = file;
    this.policy = policy;
    this.entry = entry;
  }

  /** The file's text with the answer in it. */
  String written(RuleId id) throws Rewrite.ImpossibleException {
    NodeTuple answers = Source.tuple(file.root(), "answers").orElse(null);
    if (answers == null) {
      lines.append(file.newline()).append("answers:").append(file.newline());
      answer(id, STEP);
      String end = file.text().endsWith("\n") ? "" : file.newline();
      return file.text() + end + lines;
    }
    Node all = answers.getValueNode();
    if (Source.children(all).isEmpty() && Source.isFlow(all)) {
      answer(id, STEP);
      return file.replaced(
          file.end(answers.getKeyNode()), file.end(all), ":" + file.newline() + cut(lines));
    }
    if (!(all instanceof MappingNode map)
        || Source.isFlow(all)
        || !file.standsBehind(answers.getKeyNode(), all)) {
      throw new Rewrite.ImpossibleException(
          "\"answers\" is written in an unusual way (braces or an alias). Add the answer by hand.");
    }
    List<NodeTuple> known = map.getValue();
    Node last = known.get(known.size() - 1).getValueNode();
    answer(id, file.column(known.get(0).getKeyNode()));
    int behind = file.lineEnd(file.end(last));
    return file.replaced(behind, behind, file.newline() + file.newline() + cut(lines));
  }

  private static String cut(StringBuilder lines) {
    return lines.toString().stripTrailing();
  }

  private void answer(RuleId id, int indent) {
    int inside = indent + STEP;
    line(indent, id + ":");
    texts("topic", entry.topic(), inside);
    line(inside, "questions:");
    Map<Locale, List<String>> questions = entry.questions();
    for (Locale language : policy.languages()) {
      standIn(questions, language, inside + STEP);
      line(inside + STEP, language.toLanguageTag() + ":");
      for (String question : filled(questions, language, List.of(""))) {
        String words = Rewrite.oneLine(question);
        int dash = inside + 2 * STEP;
        line(dash, "- " + YamlWords.block(words, dash + 2, dash + 2, file.newline()));
      }
    }
    line(inside, "verdict: " + Forms.word(entry.verdict()));
    line(inside, "do:");
    texts("text", entry.text(), inside + STEP);
    texts("why", entry.why(), inside);
    String by = YamlWords.flow(Rewrite.oneLine(entry.approvedBy()));
    line(inside, "approved: { by: " + by + ", on: " + entry.approvedOn() + " }");
    line(inside, "owner: " + YamlWords.flow(Rewrite.oneLine(entry.owner())));
    line(inside, "review_by: " + entry.reviewBy());
  }

  private void texts(String key, Map<Locale, String> texts, int indent) {
    line(indent, key + ":");
    for (Locale language : policy.languages()) {
      int inside = indent + STEP;
      String code = language.toLanguageTag();
      standIn(texts, language, inside);
      String text = filled(texts, language, "").strip().replaceAll("[ \t\r]*\r?\n", "\n");
      line(
          inside,
          code + ": "
              + YamlWords.block(text, inside + STEP, inside + code.length() + 2, file.newline()));
    }
  }

  private void standIn(Map<Locale, ?> texts, Locale language, int indent) {
    if (!texts.containsKey(language)) {
      line(indent, STAND_IN);
    }
  }

  private static <T> T filled(Map<Locale, T> texts, Locale language, T nothing) {
    T own = texts.get(language);
    return own != null ? own : texts.values().stream().findFirst().orElse(nothing);
  }

  private void line(int indent, String words) {
    lines.append(" ".repeat(indent)).append(words).append(file.newline());
  }

  // ---- its id

  /** Made from the topic, and no other entry's. */
  static RuleId idFor(Policy policy, Proposal.NewEntry entry) {
    String topic = entry
        .topic()
        .getOrDefault(
            policy.original(), entry.topic().values().stream().findFirst().orElse(""));
    String word = slug(topic);
    Set<String> taken = taken(policy);
    String free = word;
    for (int i = 2; taken.contains(free); i++) {
      free = word + "-" + i;
    }
    return new RuleId(free);
  }

  private static String slug(String topic) {
    String plain = Normalizer.normalize(topic, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^[^a-z]+", "");
    String cut = plain.length() <= LONGEST_ID
        ? plain
        : plain.substring(0, LONGEST_ID + 1).replaceAll("-[^-]*$", "");
    String word = cut.substring(0, Math.min(LONGEST_ID, cut.length())).replaceAll("-+$", "");
    return word.isEmpty() ? NAMELESS : word;
  }

  private static Set<String> taken(Policy policy) {
    Set<String> ids = new HashSet<>();
    policy.situations().forEach((id, situation) -> {
      ids.add(id.value());
      situation.replies().forEach(reply -> ids.add(reply.id().value()));
    });
    policy.answers().keySet().forEach(id -> ids.add(id.value()));
    policy.embargoes().forEach(rule -> ids.add(rule.id().value()));
    policy.sensitive().forEach(rule -> ids.add(rule.id().value()));
    policy.personalAccounts().forEach(rule -> ids.add(rule.id().value()));
    policy.protectedTopics().forEach(rule -> ids.add(rule.id().value()));
    return ids;
  }
}
