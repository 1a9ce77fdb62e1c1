package dev.instead.desk;

import dev.instead.notice.Form;
import dev.instead.notice.Heard;
import dev.instead.notice.Notice;
import dev.instead.notice.Wanted;
import dev.instead.people.Person;
import dev.instead.policy.EntryTexts;
import dev.instead.policy.LocalText;
import dev.instead.policy.Part;
import dev.instead.policy.Policy;
import dev.instead.policy.PolicyBook;
import dev.instead.policy.Proposal;
import dev.instead.policy.RuleId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the policy's owner learns from those who ask: for their eyes only, and without anybody's name. */
public final class FeedbackDesk {
  private static final Logger LOG = LoggerFactory.getLogger(FeedbackDesk.class);

  /** How far back the owner looks. */
  private static final Duration LOOK_BACK = Duration.ofDays(30);

  private static final int LOOKED_AT = 2_000;
  private static final int SHOWN_GROUPS = 5;
  private static final int SHOWN_QUESTIONS = 3;
  private static final int SHOWN_ENTRIES = 5;
  private static final int SHOWN_PROPOSALS = 3;

  /** Menus hold no more. */
  private static final int OFFERED = 100;

  private final PolicyBook policies;
  private final Feedback feedback;
  private final ProposalDesk proposals;
  private final Matcher matcher;
  private final Readers readers;
  private final Cases cases;
  private final Clock clock;

  public FeedbackDesk(
      PolicyBook policies,
      Feedback feedback,
      ProposalDesk proposals,
      Matcher matcher,
      Readers readers,
      Cases cases,
      Clock clock) {
    this.policies = policies;
    this.feedback = feedback;
    this.proposals = proposals;
    this.matcher = matcher;
    this.readers = readers;
    this.cases = cases;
    this.clock = clock;
  }

  // ---- what askers press

  /** Keeps that something was pressed on a question. An asker gets on without it, so a store that is down is only logged. */
  void pressed(Feedback.Kind kind, Optional<RuleId> entry, Person asker, String question) {
    if (question.isBlank() && entry.isEmpty()) {
      return;
    }
    Locale language = readers.languageOf(asker);
    String words = Masked.of(question);
    Optional<RuleId> nearest = entry.or(() -> nearest(question, language));
    try {
      feedback.keep(
          new Feedback.Given(kind, nearest, Masked.likeness(words), language, words),
          clock.instant());
    } catch (StoreException e) {
      LOG.warn("Feedback on an answer was not kept; the asker was answered: {}", e.getMessage());
    }
  }

  private Optional<RuleId> nearest(String question, Locale language) {
    return matcher
        .weigh(policies.current(), Asking.words(question), language)
        .grounds()
        .nearest()
        .stream()
        .findFirst();
  }

  // ---- what the owner sees

  /** The page, or why not. */
  public Notice page(Person person) {
    return refusal(person).orElseGet(() -> page(policies.current()));
  }

  /** The page for whoever owns the policy; nothing for all others. */
  Optional<Notice.PolicyPage> pageIfOwner(Person person) {
    Policy policy = policies.current();
    boolean owns = readers.owns(policy, person) == Readers.Membership.YES;
    return owns ? Optional.of(page(policy)) : Optional.empty();
  }

  private Optional<Notice> refusal(Person person) {
    return readers.notInside(readers.of(person)).or(() -> switch (readers.owns(
        policies.current(), person)) {
      case YES -> Optional.empty();
      case NO -> Optional.of(new Notice.NotPolicyOwner());
      case UNKNOWN -> Optional.of(new Notice.OneMoment());
    });
  }

  private Notice.PolicyPage page(Policy policy) {
    Instant from = clock.instant().minus(LOOK_BACK);
    List<Feedback.Kept> kept = feedback.since(from, LOOKED_AT);
    List<List<Feedback.Kept>> groups = groups(kept);
    return new Notice.PolicyPage(
        counts(policy, feedback.shown(from), kept),
        groups.stream().limit(SHOWN_GROUPS).map(group -> group(policy, group)).toList(),
        Math.max(0, groups.size() - SHOWN_GROUPS),
        proposals.open(),
        proposals.oldest(SHOWN_PROPOSALS).stream().map(this::waiting).toList());
  }

  private Heard.Waiting waiting(Proposals.Kept kept) {
    return new Heard.Waiting(
        kept.id(),
        kept.patch().kind(),
        kept.patch().about(),
        readers.of(kept.by()).name(),
        kept.at());
  }

  /** Largest first. What came near the same entry in the same way belongs together; what came near none, by its words. */
  private static List<List<Feedback.Kept>> groups(List<Feedback.Kept> kept) {
    Map<String, List<Feedback.Kept>> groups = new LinkedHashMap<>();
    kept.forEach(
        one -> groups.computeIfAbsent(key(one.given()), k -> new ArrayList<>()).add(one));
    return groups.values().stream()
        .sorted(Comparator.comparing((List<Feedback.Kept> group) -> -group.size()))
        .toList();
  }

  private static String key(Feedback.Given given) {
    String near = given.entry().map(RuleId::value).orElseGet(() -> "? " + given.likeness());
    return given.kind().code() + " " + near;
  }

  private static Heard.Group group(Policy policy, List<Feedback.Kept> group) {
    Map<String, Feedback.Kept> different = new LinkedHashMap<>();
    group.stream()
        .filter(one -> !one.given().words().isBlank())
        .forEach(one -> different.putIfAbsent(one.given().likeness(), one));
    List<Feedback.Kept> shown =
        different.values().stream().limit(SHOWN_QUESTIONS).toList();
    Feedback.Kept newest = group.get(0);
    return new Heard.Group(
        newest.seq(),
        newest.given().kind().code(),
        newest.given().entry(),
        newest.given().entry().flatMap(id -> topic(policy, id)),
        group.size(),
        shown.stream().map(one -> one.given().words()).toList());
  }

  private static Heard.Counts counts(
      Policy policy, List<Feedback.Shown> shown, List<Feedback.Kept> kept) {
    Map<RuleId, int[]> byEntry = new LinkedHashMap<>();
    kept.forEach(one -> one.given().entry().ifPresent(id -> {
      int[] marks = byEntry.computeIfAbsent(id, k -> new int[2]);
      marks[0] += one.given().kind() == Feedback.Kind.NOT_MINE ? 1 : 0;
      marks[1] += one.given().kind() == Feedback.Kind.UNCLEAR ? 1 : 0;
    }));
    List<Heard.Marked> marked = byEntry.entrySet().stream()
        .filter(entry -> entry.getValue()[0] + entry.getValue()[1] > 0)
        .sorted(Comparator.comparing(entry -> -entry.getValue()[0] - entry.getValue()[1]))
        .limit(SHOWN_ENTRIES)
        .map(entry -> new Heard.Marked(
            entry.getKey(),
            topic(policy, entry.getKey()),
            entry.getValue()[0],
            entry.getValue()[1]))
        .toList();
    return new Heard.Counts(
        sum(shown, AnswerLog.Outcome.ANSWER.code()),
        sum(shown, AnswerLog.Outcome.SUGGEST.code()),
        sum(shown, AnswerLog.Outcome.NONE.code()),
        sum(shown, Feedback.Shown.CHOSEN),
        marked);
  }

  private static int sum(List<Feedback.Shown> shown, String outcome) {
    return shown.stream()
        .filter(one -> one.outcome().equals(outcome))
        .mapToInt(Feedback.Shown::count)
        .sum();
  }

  private static Optional<LocalText> topic(Policy policy, RuleId id) {
    return EntryTexts.of(policy, id).map(entry -> entry.texts().get(Part.TOPIC));
  }

  // ---- what the owner does

  /** The form that makes an example of a question; entries that can have examples, the nearest first. */
  public Opening exampleForm(long seq, Person person) {
    return refusal(person)
        .<Opening>map(Opening.Say::new)
        .orElseGet(() -> feedback
            .find(seq)
            .<Opening>map(kept -> new Opening.Show(form(policies.current(), kept)))
            .orElseGet(() -> new Opening.Say(new Notice.NotFound())));
  }

  private static Form form(Policy policy, Feedback.Kept kept) {
    List<RuleId> ids = new ArrayList<>(policy.answers().keySet());
    policy.personalAccounts().stream()
        .filter(rule -> !rule.questions().isEmpty())
        .forEach(rule -> ids.add(rule.id()));
    Optional<RuleId> nearest = kept.given().entry().filter(ids::contains);
    nearest.ifPresent(id -> {
      ids.remove(id);
      ids.add(0, id);
    });
    List<Notice.Suggestion> entries = ids.stream()
        .limit(OFFERED)
        .flatMap(id -> topic(policy, id).map(topic -> new Notice.Suggestion(id, topic)).stream())
        .toList();
    return new Form.AddExample(
        kept.seq(),
        kept.given().words(),
        entries,
        nearest,
        policy.languages(),
        policy.languageFor(kept.given().language()));
  }

  /** Proposes a question as one more example of an entry; whatever it was made from is seen to then. */
  public Notice addExample(long seq, Person person, Function<String, String> field) {
    Optional<Notice> no = refusal(person);
    if (no.isPresent()) {
      return no.get();
    }
    String question = field.apply(Form.AddExample.QUESTION).strip();
    if (question.isBlank() || question.length() > Feedback.MAX_WORDS) {
      return new Notice.Unclear(
          question.isBlank() ? "unclear.example_empty" : "unclear.example_long");
    }
    RuleId about = new RuleId(field.apply(Form.AddExample.ENTRY));
    Locale language = Locale.forLanguageTag(field.apply(Form.AddExample.LANGUAGE));
    Notice notice = proposals.propose(person, new Proposal.Example(about, language, question));
    if (notice instanceof Notice.Proposed) {
      settle(alike(seq, Feedback.Given::likeness), person);
    }
    return notice;
  }

  /** What was pressed then or earlier and is the same in this respect. */
  private List<Long> alike(long seq, Function<Feedback.Given, String> respect) {
    return feedback.find(seq).map(one -> respect.apply(one.given())).stream()
        .flatMap(wanted -> feedback.since(clock.instant().minus(LOOK_BACK), LOOKED_AT).stream()
            .filter(other -> other.seq() <= seq && respect.apply(other.given()).equals(wanted)))
        .map(Feedback.Kept::seq)
        .toList();
  }

  /** The group of what was pressed is seen to; what comes later shows again. */
  public Notice dismiss(long seq, Person person) {
    Optional<Notice> no = refusal(person);
    if (no.isPresent()) {
      return no.get();
    }
    settle(alike(seq, FeedbackDesk::key), person);
    return page(policies.current());
  }

  /** Nobody wants this proposal any more; pressing it again shows the page again. */
  public Notice drop(String proposal, Person person) {
    Optional<Notice> no = refusal(person);
    if (no.isPresent()) {
      return no.get();
    }
    proposals.drop(proposal, person);
    redrawHome(person);
    return page(policies.current());
  }

  private void settle(List<Long> seqs, Person owner) {
    feedback.settle(seqs);
    redrawHome(owner);
  }

  private void redrawHome(Person owner) {
    cases.save(new Change(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(Wanted.homeIfOpened(owner)),
        Optional.empty(),
        ""));
  }
}
