package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.notice.Notice.DraftChecked;
import dev.instead.notice.Notice.Matter;
import dev.instead.policy.Policy;
import dev.instead.policy.RuleId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Drafts, held against one policy at one instant. */
final class Drafts {
  private final Policy policy;
  private final Matcher matcher;
  private final Matters matters;

  Drafts(Policy policy, Matcher matcher, Instant now) {
    this.policy = policy;
    this.matcher = matcher;
    this.matters = new Matters(policy, now);
  }

  /** What is the matter with a draft, and what to do instead; or that nothing was found. */
  Notice check(String draft, Locale language) {
    if (draft.isBlank()) {
      return new Notice.Unclear("unclear.empty_question");
    }
    if (draft.length() > DraftDesk.MAX_DRAFT) {
      return new Notice.Unclear("unclear.draft_too_long");
    }
    return checked(draft.strip(), language, of(draft.strip()));
  }

  /** The same for what may be no draft: empty unless there is something in it. */
  Optional<Notice> objection(String text, Locale language) {
    List<Matter> all = of(text.strip());
    return all.isEmpty() ? Optional.empty() : Optional.of(checked(text.strip(), language, all));
  }

  private DraftChecked checked(String draft, Locale language, List<Matter> all) {
    List<Matter> shown = all.stream().limit(DraftChecked.SHOWN_MATTERS).toList();
    boolean waits = all.stream().anyMatch(matter -> matter.source() != Matter.Source.PROTECTED);
    Matcher.Match match =
        waits ? new Matcher.Match.Nothing() : matcher.match(policy, draft, language);
    Set<RuleId> said = all.stream().map(Matter::rule).collect(Collectors.toSet());
    List<Notice.Near> near = rules(match).stream()
        .filter(rule -> !said.contains(rule))
        .flatMap(rule -> matters.near(rule, match instanceof Matcher.Match.Sure).stream())
        .toList();
    return new DraftChecked(
        shown,
        all.size() - shown.size(),
        near,
        match instanceof Matcher.Match.Sure && !near.isEmpty(),
        draft.length() <= QuestionDesk.MAX_QUESTION ? draft : "");
  }

  private List<Matter> of(String draft) {
    return matters.of(matcher.named(policy, draft));
  }

  private static List<RuleId> rules(Matcher.Match match) {
    if (match instanceof Matcher.Match.Sure sure) {
      return List.of(sure.rule());
    }
    return match instanceof Matcher.Match.Unsure unsure ? unsure.rules() : List.of();
  }
}
