package dev.instead.search;

import dev.instead.desk.Grounds;
import dev.instead.desk.Matcher;
import dev.instead.policy.Policy;
import dev.instead.policy.RuleId;
import dev.instead.policy.Situation;
import dev.instead.policy.SituationId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Matches words, stems and runs of letters, in all languages of the policy at once: people ask in one language and read in another. It
 * knows no synonyms, so it rather suggests than errs. Thread-safe; the first use of a policy builds its index, later ones reuse it.
 */
public final class LuceneMatcher implements Matcher {
  private volatile List<Prepared> prepared = List.of();

  private record Prepared(Policy policy, PolicyIndex index) {
    // Identity: a reloaded policy is a new one, and comparing whole policies takes long.
    @SuppressWarnings("ReferenceEquality")
    boolean isFor(Policy other) {
      return policy == other;
    }
  }

  /** Builds the policy's index now, so that the first question needn't wait for it. */
  public void prepare(Policy policy) {
    index(policy);
  }

  @Override
  public Weighed weigh(Policy policy, String question, Locale language) {
    return heeding(policy, question, byLetters(policy, question));
  }

  @Override
  public List<Named> named(Policy policy, String draft) {
    return index(policy).allNamedIn(draft);
  }

  /** The same, unless the question names a protected topic or an embargo. */
  Weighed heeding(Policy policy, String question, Weighed own) {
    return index(policy)
        .namedIn(question)
        .map(rule ->
            NamedRule.weigh(own, Grounds.term(rule, Terms.plain(question), policy.version()), rule))
        .orElse(own);
  }

  private Weighed byLetters(Policy policy, String question) {
    String plain = Terms.plain(question);
    PolicyIndex index = index(policy);
    List<PhraseIndex.Fit<RuleId>> fits = index.rules().search(question);
    Match match = index.judge().decide(fits, Terms.words(plain));
    return new Weighed(match, Confidence.grounds(fits, plain, policy.version()));
  }

  @Override
  public SituationId suggest(Policy policy, String text, Locale language) {
    return Confidence.best(index(policy).situations().search(text)).orElse(Situation.NOT_SURE);
  }

  private PolicyIndex index(Policy policy) {
    for (Prepared known : prepared) {
      if (known.isFor(policy)) {
        return known.index();
      }
    }
    return built(policy);
  }

  // Two are kept, because use cases that
  // began before a reload go on with theirs.
  private synchronized PolicyIndex built(Policy policy) {
    for (Prepared known : prepared) {
      if (known.isFor(policy)) {
        return known.index();
      }
    }
    Prepared made = new Prepared(policy, new PolicyIndex(policy));
    prepared = Stream.concat(Stream.of(made), prepared.stream()).limit(2).toList();
    return made.index();
  }
}
