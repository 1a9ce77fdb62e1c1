package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.notice.Notice.DraftChecked;
import dev.instead.notice.Notice.Matter;
import dev.instead.people.Person;
import dev.instead.policy.Policy;
import dev.instead.policy.PolicyBook;
import dev.instead.policy.RuleId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody is about to post, held against the policy. Neither its words nor its author are stored. Of a draft in a message, as of any
 * message, the delivery's id and a fingerprint are remembered for as long as a platform may repeat it ({@link Delivery}).
 */
public final class DraftDesk {
  /** The longest draft that is looked through, in UTF-16 units. */
  public static final int MAX_DRAFT = 10_000;

  private final PolicyBook policies;
  private final Matcher matcher;
  private final Readers readers;
  private final Clock clock;

  public DraftDesk(PolicyBook policies, Matcher matcher, Readers readers, Clock clock) {
    this.policies = policies;
    this.matcher = matcher;
    this.readers = readers;
    this.clock = clock;
  }

  /** What is the matter with a draft, and what to do instead; or that nothing was found. */
  public Notice check(Person author, String draft) {
    Reader reader = readers.of(author);
    return readers.notInside(reader).orElseGet(() -> check(reader, draft));
  }

  Notice check(Reader reader, String draft) {
    if (draft.isBlank()) {
      return new Notice.Unclear("unclear.empty_question");
    }
    if (draft.length() > MAX_DRAFT) {
      return new Notice.Unclear("unclear.draft_too_long");
    }
    Policy policy = policies.current();
    return checked(policy, reader, draft.strip(), matters(policy, draft.strip()));
  }

  /** The same for what may be no draft: empty unless there is something in it. */
  Optional<Notice> objection(Policy policy, Reader reader, String text) {
    List<Matter> all = matters(policy, text.strip());
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(checked(policy, reader, text.strip(), all));
  }

  private DraftChecked checked(Policy policy, Reader reader, String draft, List<Matter> all) {
    List<Matter> shown = all.stream().limit(DraftChecked.SHOWN_MATTERS).toList();
    boolean waits = all.stream().anyMatch(matter -> matter.source() != Matter.Source.PROTECTED);
    Matcher.Match match =
        waits ? new Matcher.Match.Nothing() : matcher.match(policy, draft, reader.language());
    Set<RuleId> said = all.stream().map(Matter::rule).collect(Collectors.toSet());
    Matters matters = new Matters(policy, clock.instant());
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

  private List<Matter> matters(Policy policy, String draft) {
    return new Matters(policy, clock.instant()).of(matcher.named(policy, draft));
  }

  private static List<RuleId> rules(Matcher.Match match) {
    if (match instanceof Matcher.Match.Sure sure) {
      return List.of(sure.rule());
    }
    return match instanceof Matcher.Match.Unsure unsure ? unsure.rules() : List.of();
  }
}
