package dev.instead.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.instead.desk.Matcher;
import dev.instead.policy.Policy;
import dev.instead.policy.RuleId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Measures the matcher on public sets, read from {@code -Danswers.data}, and on questions to the example policy that nothing was tuned on,
 * and writes {@code docs/answers.md}. Processes of their own measure time and memory.
 */
final class AnswerBenchmarks {
  private static final Path DATA = Path.of(System.getProperty("answers.data", "../shared/answers"));
  private static final Path PAGE = Path.of("docs", "answers.md");
  private static final Path KEPT = Path.of("target", "answers-vectors");
  private static final Set<String> PARTS =
      Set.of(System.getProperty("answers.parts", "questions,time,public").split(","));
  private static final String HEAD =
      "| questions | first | among three | answered right | answered wrong | right or offered | outside: answered |\n|---|---|---|---|---|---|---|\n";
  private static final int DRAWS = Integer.getInteger("answers.draws", 3);

  private final OnnxEncoder encoder = OnnxEncoder.shared();
  private final VectorFile vectors = new VectorFile(Optional.of(KEPT), encoder);
  private final StringBuilder page = new StringBuilder();

  /** @param gold the entries that would be right; none for a question that no entry answers */
  record Question(Locale language, Set<String> gold, String text) {}

  public static void main(String[] arguments) throws Exception {
    new AnswerBenchmarks().run();
    System.exit(0);
  }

  private void run() throws IOException, InterruptedException {
    if (PARTS.contains("questions")) {
      questionSets();
      write("questions");
    }
    if (PARTS.contains("time")) {
      starts();
      write("time");
    }
    if (PARTS.contains("public")) {
      publicSets();
      write("public");
    }
    vectors.save();
  }

  /** What was measured takes the place of what the page had between the part's two marks. */
  private void write(String part) throws IOException {
    String begin = "<!-- measured: " + part + " -->\n";
    String end = "<!-- end: " + part + " -->";
    String text = Files.readString(PAGE);
    int from = text.indexOf(begin) + begin.length();
    Files.writeString(PAGE, text.substring(0, from) + page + text.substring(text.indexOf(end)));
    page.setLength(0);
  }

  private void publicSets() throws IOException {
    page.append("\n### Public sets, few examples, nothing trained\n\n")
        .append("Averaged over ")
        .append(DRAWS)
        .append(" random draws of the examples. \"Before\" is the best of the ")
        .append("designs that were compared before this one was built, on the same files.\n\n")
        .append(
            "| set, examples per entry | first | among three | AUROC | before: first | right / wrong / offered, with the right one / handed over | outside: answered / offered / handed over |\n")
        .append("|---|---|---|---|---|---|---|\n");
    publicSet("clinc150", "3", Locale.ENGLISH, "87.3");
    publicSet("clinc150", "5", Locale.ENGLISH, "89.3, AUROC 95.5");
    publicSet("banking77", "3", Locale.ENGLISH, "81.8");
    publicSet("banking77", "5", Locale.ENGLISH, "84.3");
    publicSet("banking50_idoos", "5", Locale.ENGLISH, "79.0, AUROC 86.8");
    publicSet("xsid_en_to_en", "5", Locale.ENGLISH, "89.6");
    publicSet("xsid_en_to_id", "5", Locale.forLanguageTag("id"), "86.8");
  }

  private void publicSet(String name, String examples, Locale language, String before)
      throws IOException {
    JsonNode set = new ObjectMapper().readTree(DATA.resolve(name + ".json").toFile());
    Tally tally = new Tally();
    for (int draw = 0; draw < DRAWS; draw++) {
      List<Phrases<String>> phrases =
          phrases(set, set.path("kshot").path(examples).path(draw));
      Asking asking = new Asking(phrases);
      set.path("test")
          .forEach(row ->
              tally.add(Set.of(row.path(1).asText()), asking.ask(row.path(0).asText(), language)));
      set.path("oos").forEach(row -> tally.add(Set.of(), asking.ask(row.asText(), language)));
    }
    page.append(tally.row(name + ", " + examples, before));
  }

  private static List<Phrases<String>> phrases(JsonNode set, JsonNode drawn) {
    List<Phrases<String>> phrases = new ArrayList<>();
    set.path("titles").properties().forEach(title -> {
      List<String> texts = new ArrayList<>();
      drawn.path(title.getKey()).forEach(text -> texts.add(text.asText()));
      texts.add(title.getValue().asText());
      phrases.add(new Phrases<>(title.getKey(), true, Map.of(Locale.ENGLISH, texts), Map.of()));
    });
    return phrases;
  }

  private void questionSets() {
    Policy policy = ColdStart.example();
    MeaningMatcher meaning = new MeaningMatcher(true, Optional.of(KEPT.resolve("policy")));
    meaning.prepare(policy);
    meaning.warm(policy);
    MeaningMatcher letters = new MeaningMatcher(false, Optional.empty());
    page.append("\n### The example policy, questions never tuned on\n\n")
        .append(
            "In percent, with 95 % intervals (Wilson). \"Right or offered\": answered right, or the right one among those offered.\n\n")
        .append(HEAD);
    Map<String, MeaningMatcher> both = new LinkedHashMap<>();
    both.put("meaning", meaning);
    both.put("words and letters alone", letters);
    for (String set : List.of("unseen.tsv", "unseen2.tsv")) {
      both.forEach((how, matcher) -> List.of("en", "id").forEach(language -> {
        Tally tally = new Tally();
        questions(set).stream()
            .filter(question -> question.language().getLanguage().equals(language))
            .forEach(question -> tally.add(
                question.gold(),
                verdict(matcher.weigh(policy, question.text(), question.language()))));
        page.append(tally.intervals(set + ", " + how + ", " + language));
      }));
    }
    page.append("\n### The tuning bed: 45 entries, three English and two Indonesian examples\n\n")
        .append(HEAD)
        .append(TuningBed.rows(true, KEPT.resolve("policy")))
        .append(TuningBed.rows(false, KEPT.resolve("policy")));
  }

  static Judge.Verdict<String> verdict(Matcher.Weighed weighed) {
    Matcher.Match match = weighed.match();
    Judge.Outcome outcome = match instanceof Matcher.Match.Sure
        ? Judge.Outcome.ANSWER
        : match instanceof Matcher.Match.Unsure ? Judge.Outcome.SUGGEST : Judge.Outcome.NONE;
    List<MeaningIndex.Near<String>> near = new ArrayList<>();
    for (RuleId rule : weighed.grounds().nearest()) {
      near.add(new MeaningIndex.Near<>(rule.value(), 0, 0, weighed.grounds().closeness(), 0));
    }
    if (near.isEmpty()) {
      near.add(new MeaningIndex.Near<>("", 0, 0, 0, 0));
    }
    return new Judge.Verdict<>(outcome, near, weighed.grounds().probability(), 0);
  }

  static List<Question> unseen() {
    return questions("unseen.tsv");
  }

  static List<Question> questions(String file) {
    try {
      return Files.readAllLines(Path.of("src/test/resources/answers", file)).stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(cells -> new Question(
              Locale.forLanguageTag(cells[0]),
              cells[1].equals("-") ? Set.of() : new HashSet<>(Arrays.asList(cells[1].split(","))),
              cells[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void starts() throws IOException, InterruptedException {
    Path cache = Files.createTempDirectory("instead-answers");
    page.append("\n### Time and memory\n\n")
        .append(
            "The example policy in a process of its own, `-Xmx128m`, bound to one core where `taskset` is there; the first row makes the vectors, ")
        .append("the second finds them on disk.\n\n")
        .append(
            "| start | words and letters ready, s | meaning ready, s | a question: median, ms | p95, ms | resident, MB |\n|---|---|---|---|---|---|\n");
    for (String start : List.of("without cache", "with cache")) {
      String[] numbers = coldStart(cache).split(" ", -1);
      page.append("| %s | %.1f | %.1f | %s | %s | %s |\n"
          .formatted(
              start,
              Double.parseDouble(numbers[0]) / 1000,
              Double.parseDouble(numbers[1]) / 1000,
              numbers[2],
              numbers[3],
              numbers[4]));
    }
  }

  private static String coldStart(Path cache) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/taskset"))) {
      command.addAll(List.of("taskset", "-c", "0"));
    }
    command.addAll(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx128m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        ColdStart.class.getName(),
        cache.toString()));
    Process process = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("The process of its own failed");
    }
    return said.strip().lines().reduce((one, last) -> last).orElseThrow();
  }

  /** A set's index and judge. */
  private final class Asking {
    private final Pivot pivot;
    private final MeaningIndex<String> index;
    private final Judge<String> judge;

    Asking(List<Phrases<String>> phrases) {
      Set<String> words = new HashSet<>();
      Map<String, Integer> common = new HashMap<>(encoder.pieces().wholeWords());
      phrases.forEach(entry -> entry
          .examples()
          .values()
          .forEach(texts -> texts.forEach(text -> words.addAll(Terms.words(Terms.plain(text))))));
      pivot = Pivot.of(common, words, Set.of());
      index = new MeaningIndex<>(phrases, pivot, Locale.ENGLISH, vectors::point);
      judge = new Judge<>(index, Strangers.read(pivot, vectors::point));
    }

    Judge.Verdict<String> ask(String text, Locale language) {
      Pivot.Read read = pivot.read(text, language);
      return judge.judge(index.see(read, vectors.point(read.text())));
    }
  }
}
