package dev.instead.config;

import dev.instead.policy.EntryTexts;
import dev.instead.policy.LocalText;
import dev.instead.policy.Policy;
import dev.instead.policy.Proposal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether a policy already says what is proposed. */
final class Held {
  static boolean holds(Policy policy, Proposal proposal) {
    if (proposal instanceof Proposal.NewEntry entry) return holds(policy, entry);
    if (proposal instanceof Proposal.Example example) return holds(policy, example);
    if (proposal instanceof Proposal.StillRight right) {
      return EntryTexts.of(policy, right.about())
          .flatMap(EntryTexts::reviewBy)
          .filter(day -> !day.isBefore(right.reviewBy()))
          .isPresent();
    }
    if (proposal instanceof Proposal.ChangeText change) return holds(policy, change);
    if (proposal instanceof Proposal.ChangeLink change) {
      return Optional.ofNullable(policy.resources().get(change.about()))
          .filter(resource -> resource.url().toString().equals(change.url().strip()))
          .isPresent();
    }
    if (proposal instanceof Proposal.Together some) {
      return some.changes().stream().allMatch(change -> holds(policy, change));
    }
    if (proposal instanceof Proposal.Retire retire) {
      return EntryTexts.of(policy, retire.about()).isEmpty();
    }
    throw new AssertionError("No way to see " + proposal.getClass().getSimpleName());
  }

  private static boolean holds(Policy policy, Proposal.NewEntry entry) {
    return policy.answers().values().stream()
        .anyMatch(answer -> entry.topic().entrySet().stream()
                .allMatch(text -> says(answer.topic(), text.getKey(), text.getValue()))
            && entry.questions().entrySet().stream()
                .allMatch(asked -> asked.getValue().stream()
                    .allMatch(question -> asks(answer.questions(), asked.getKey(), question)))
            && answer
                .advice()
                .instead()
                .filter(instead -> entry.text().entrySet().stream()
                    .allMatch(text -> says(instead, text.getKey(), text.getValue())))
                .isPresent());
  }

  private static boolean holds(Policy policy, Proposal.Example example) {
    return EntryTexts.of(policy, example.about())
        .filter(entry -> asks(entry.questions(), example.language(), example.question()))
        .isPresent();
  }

  private static boolean holds(Policy policy, Proposal.ChangeText change) {
    return EntryTexts.of(policy, change.about())
        .map(entry -> entry.texts().get(change.part()))
        .filter(text -> says(text, change.language(), change.text()))
        .isPresent();
  }

  private static boolean asks(
      Map<Locale, List<String>> questions, Locale language, String question) {
    return questions.getOrDefault(language, List.of()).stream()
        .anyMatch(known -> Folded.of(known).equals(Folded.of(question)));
  }

  private static boolean says(LocalText text, Locale language, String words) {
    String known = text.byLanguage().getOrDefault(language, "");
    return known.replaceAll("\\s+", " ").equals(words.strip().replaceAll("\\s+", " "));
  }

  private Held() {}
}
