package dev.instead.search;

import dev.instead.desk.Grounds;
import dev.instead.desk.Matcher;
import dev.instead.policy.Policy;
import dev.instead.policy.RuleId;
import dev.instead.policy.SituationId;
import dev.instead.search.MeaningIndex.Near;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matches by meaning: a small model that knows English reads what was asked, set right or word by word in English, and compares it with the
 * policy's examples. Until it has been prepared for a policy, and where the model can't be run, letters and words decide. Terms that the
 * policy names come first, as ever. Thread-safe.
 */
public final class MeaningMatcher implements Matcher {
  private static final Logger LOG = LoggerFactory.getLogger(MeaningMatcher.class);
  private static final int SUGGESTIONS = 3;

  private final LuceneMatcher letters = new LuceneMatcher();
  private final Optional<Path> cache;
  private final Supplier<OnnxEncoder> loader;
  private volatile List<Prepared> prepared = List.of();
  private @Nullable OnnxEncoder encoder;
  private boolean impossible;

  private record Prepared(
      Policy policy,
      Pivot pivot,
      MeaningIndex<RuleId> index,
      Judge<RuleId> judge,
      Encoder encoder) {
    // Identity: a reloaded policy is a new one, and comparing whole policies takes long.
    @SuppressWarnings("ReferenceEquality")
    boolean isFor(Policy other) {
      return policy == other;
    }
  }

  /**
   * @param encoder whether to match by meaning; without it this is words and letters alone
   * @param cache the folder where the vectors of the policy's texts are kept between starts; empty to keep none
   */
  public MeaningMatcher(boolean encoder, Optional<Path> cache) {
    this(cache, OnnxEncoder::shared);
    impossible = !encoder;
  }

  MeaningMatcher(Optional<Path> cache, Supplier<OnnxEncoder> loader) {
    this.cache = cache;
    this.loader = loader;
  }

  /** Makes ready for a policy what words and letters need, which takes less long than meaning. */
  public void prepare(Policy policy) {
    letters.prepare(policy);
  }

  /**
   * Makes ready for a policy what meaning needs, or without it what letters learn, which takes some seconds the first time; questions are
   * answered meanwhile. Two policies are kept, because use cases that began before a reload go on with theirs.
   */
  public synchronized void warm(Policy policy) {
    if (isWarm(policy)) {
      return;
    }
    OnnxEncoder ready = encoder();
    if (ready == null) {
      letters.learn(policy);
      return;
    }
    Prepared made = made(policy, ready);
    prepared = Stream.concat(Stream.of(made), prepared.stream()).limit(2).toList();
  }

  /** Whether meaning decides by now. */
  public boolean isWarm(Policy policy) {
    return find(policy).isPresent();
  }

  @Override
  public Weighed weigh(Policy policy, String question, Locale language) {
    Optional<Prepared> ready = find(policy);
    return ready.isEmpty()
        ? letters.weighAtOnce(policy, question)
        : letters.heeding(policy, question, byMeaning(ready.get(), question, language));
  }

  @Override
  public List<Named> named(Policy policy, String draft) {
    return letters.named(policy, draft);
  }

  /** What the policy's own examples show about how well its answers can be found: by meaning where that is warm. */
  public List<Finding> examine(Policy policy) {
    List<Phrases<RuleId>> phrases = PolicyIndex.rules(policy);
    return Findability.of(find(policy)
        .map(ready -> Likeness.byMeaning(ready.index(), phrases))
        .orElseGet(() -> Likeness.byLetters(phrases)));
  }

  // A report waits for it, and letters do well enough for what its reader may change.
  @Override
  public SituationId suggest(Policy policy, String text, Locale language) {
    return letters.suggest(policy, text, language);
  }

  private static Weighed byMeaning(Prepared on, String question, Locale language) {
    Pivot.Read read = on.pivot().read(question, language);
    if (Terms.words(read.text()).isEmpty()) {
      return new Weighed(new Match.Nothing(), grounds(on, read, List.of(), 0));
    }
    Judge.Verdict<RuleId> verdict =
        on.judge().judge(on.index().see(read, on.encoder().encode(read.text())));
    List<RuleId> nearest =
        verdict.near().stream().limit(SUGGESTIONS).map(Near::entry).toList();
    Match match = switch (verdict.outcome()) {
      case ANSWER -> new Match.Sure(nearest.get(0));
      // A choice has at least two.
      case SUGGEST -> nearest.size() < 2 ? new Match.Nothing() : new Match.Unsure(nearest);
      case NONE -> new Match.Nothing();
    };
    return new Weighed(match, grounds(on, read, verdict.near(), verdict.right()));
  }

  private static Grounds grounds(
      Prepared on, Pivot.Read read, List<Near<RuleId>> near, double probability) {
    if (near.isEmpty()) {
      return new Grounds(
          Grounds.Method.MEANING,
          List.of(),
          "",
          0,
          0,
          read.text(),
          0,
          on.policy().version());
    }
    Near<RuleId> best = near.get(0);
    return new Grounds(
        Grounds.Method.MEANING,
        near.stream().limit(SUGGESTIONS).map(Near::entry).toList(),
        on.index().example(best.example()).text(),
        best.raw(),
        near.size() > 1 ? best.score() - near.get(1).score() : best.score(),
        read.text(),
        probability,
        on.policy().version());
  }

  private Optional<Prepared> find(Policy policy) {
    return prepared.stream().filter(known -> known.isFor(policy)).findFirst();
  }

  private @Nullable OnnxEncoder encoder() {
    if (encoder == null && !impossible) {
      try {
        encoder = loader.get();
      } catch (RuntimeException | LinkageError e) {
        impossible = true;
        LOG.warn(
            "The sentence model can't be run on this machine, so questions are matched by words and letters alone. Set INSTEAD_ENCODER=off to say that this is meant",
            e);
      }
    }
    return encoder;
  }

  private Prepared made(Policy policy, OnnxEncoder on) {
    List<Phrases<RuleId>> phrases = PolicyIndex.rules(policy);
    Map<String, Integer> common = on.pieces().wholeWords();
    Pivot pivot = Pivot.of(
        common, englishWords(phrases), Set.copyOf(Terms.words(Terms.plain(policy.company()))));
    VectorFile vectors = new VectorFile(cache, on);
    MeaningIndex<RuleId> index =
        new MeaningIndex<>(phrases, pivot, policy.original(), vectors::point);
    Judge<RuleId> judge = new Judge<>(index, Strangers.read(pivot, vectors::point));
    vectors.save();
    return new Prepared(policy, pivot, index, judge, on);
  }

  // Were the Indonesian ones among them, Indonesian questions would pass for English.
  static Set<String> englishWords(List<Phrases<RuleId>> phrases) {
    return phrases.stream()
        .flatMap(entry -> Stream.of(entry.examples(), entry.background()))
        .flatMap(texts -> texts.entrySet().stream())
        .filter(texts -> !Pivot.isIndonesian(texts.getKey()))
        .flatMap(texts -> texts.getValue().stream())
        .flatMap(text -> Terms.words(Terms.plain(text)).stream())
        .collect(Collectors.toSet());
  }
}
