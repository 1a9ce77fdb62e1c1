package dev.instead.trial;

import dev.instead.config.Fixture;
import dev.instead.config.Fixture.Said;
import dev.instead.desk.Matcher;
import dev.instead.desk.Matcher.Match;
import dev.instead.desk.Rehearsal;
import dev.instead.desk.Rehearsal.Reported;
import dev.instead.notice.Notice;
import dev.instead.policy.Policy;
import dev.instead.policy.RuleId;
import dev.instead.policy.Situation;
import dev.instead.policy.Stance;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts fixtures to one policy. */
public final class Trial {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm VV", Locale.ROOT);

  private final Policy policy;
  private final Rehearsal rehearsal;
  private final ZoneId zone;

  /**
   * For one policy.
   *
   * @param matcher ready for the policy
   */
  public Trial(Policy policy, Matcher matcher) {
    this(policy, matcher, policy.zone());
  }

  /** @param zone in which times are told */
  Trial(Policy policy, Matcher matcher, ZoneId zone) {
    this.policy = policy;
    this.rehearsal = new Rehearsal(policy, matcher);
    this.zone = zone;
  }

  /** What becomes of a fixture's report or question. */
  public Outcome outcome(Fixture fixture) {
    if (fixture instanceof Fixture.Report report) {
      return reported(report);
    }
    if (fixture instanceof Fixture.Question question) {
      return outcome(asked(question));
    }
    throw new AssertionError("No trial of " + fixture.getClass().getSimpleName());
  }

  /** {@code expected …, got …}; empty when all is as expected. */
  public Optional<String> miss(Fixture fixture) {
    if (fixture instanceof Fixture.Report report) {
      return miss(expected(report), outcome(report));
    }
    if (fixture instanceof Fixture.Question question) {
      return miss(question);
    }
    throw new AssertionError("No trial of " + fixture.getClass().getSimpleName());
  }

  /** Where a case goes that somebody filed. */
  Outcome filed(Situation situation, Locale language, Instant at) {
    return filed(rehearsal.filed(situation, language, at));
  }

  private Outcome reported(Fixture.Report report) {
    Reported reported = rehearsal.report(
        report.link(),
        report.text(),
        report.chosen(),
        report.language().orElse(policy.original()),
        report.at().in(policy.zone()));
    if (reported instanceof Reported.Filed filed) {
      return filed(filed);
    }
    if (reported instanceof Reported.Right right) {
      return new Outcome(Map.of("right", right.topic().value()));
    }
    return new Outcome(Map.of("nothing that can be filed", ""));
  }

  private Outcome filed(Reported.Filed filed) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("situation", filed.situation().id().value());
    parts.put("team", filed.route().team().id().value());
    parts.put("severity", filed.route().severity().code());
    parts.put("deadline", deadline(filed.route().due()));
    return new Outcome(parts);
  }

  private Map<String, String> expected(Fixture.Report report) {
    Map<String, String> parts = new LinkedHashMap<>();
    report.situation().ifPresent(id -> parts.put("situation", id.value()));
    report.team().ifPresent(id -> parts.put("team", id.value()));
    report.severity().ifPresent(severity -> parts.put("severity", severity.code()));
    report
        .deadline()
        .ifPresent(due ->
            parts.put("deadline", deadline(due.moment().map(moment -> moment.in(policy.zone())))));
    report.right().ifPresent(id -> parts.put("right", id.value()));
    return parts;
  }

  private static Optional<String> miss(Map<String, String> expected, Outcome outcome) {
    Map<String, String> missed = new LinkedHashMap<>(expected);
    missed.entrySet().removeIf(part -> part.getValue().equals(outcome.parts().get(part.getKey())));
    if (missed.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> got = new LinkedHashMap<>(outcome.parts());
    if (got.keySet().containsAll(missed.keySet())) {
      got.keySet().retainAll(missed.keySet());
    }
    return Optional.of("expected " + new Outcome(missed) + ", got " + new Outcome(got));
  }

  private Optional<String> miss(Fixture.Question question) {
    Rehearsal.Asked asked = asked(question);
    Optional<Said> said = said(asked.told());
    Outcome got = outcome(asked);
    if (isNoQuestion(asked.told()) || !fits(question, asked.match())) {
      return Optional.of("expected " + expected(question) + ", got " + got);
    }
    boolean answered = asked.match() instanceof Match.Sure;
    if (answered && question.verdict().isPresent() && !question.verdict().equals(said)) {
      return Optional.of("expected verdict " + word(question.verdict().get()) + ", got " + got);
    }
    Optional<String> words = question.says();
    Locale language = question.language().orElse(policy.original());
    String told = words(asked.told(), language);
    if (answered && words.isPresent() && !told.contains(words.get())) {
      return Optional.of(
          "expected it to say \"" + words.get() + "\", got \"" + Cut.of(told) + "\"");
    }
    return Optional.empty();
  }

  private static boolean fits(Fixture.Question question, Match match) {
    if (match instanceof Match.Sure sure) {
      return question.answer().filter(sure.rule()::equals).isPresent();
    }
    if (match instanceof Match.Unsure unsure) {
      return !question.suggest().isEmpty() && unsure.rules().containsAll(question.suggest());
    }
    return question.none();
  }

  private static String expected(Fixture.Question question) {
    String answer = question.answer().map(id -> "answer " + id).orElse("");
    String suggest = question.suggest().isEmpty() ? "" : "suggest " + ids(question.suggest());
    String none = question.none() ? "none" : "";
    return List.of(answer, suggest, none).stream()
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" or "));
  }

  private Rehearsal.Asked asked(Fixture.Question question) {
    return rehearsal.ask(
        question.text(),
        question.language().orElse(policy.original()),
        stance(question),
        question.account(),
        question.at().in(policy.zone()));
  }

  /** Where trained people may speak, everybody else is under the strict stance. */
  private Stance stance(Fixture.Question question) {
    Stance stance = question.stance().orElse(policy.stance());
    return stance == Stance.TRAINED && !question.trained() ? Stance.STRICT : stance;
  }

  private static Outcome outcome(Rehearsal.Asked asked) {
    if (asked.told() instanceof Notice.DraftChecked draft) {
      return new Outcome(Map.of("draft", draft(draft)));
    }
    return asked.told() instanceof Notice.Unclear
        ? new Outcome(Map.of("nothing that can be asked", ""))
        : answered(asked.match(), said(asked.told()));
  }

  /** It was taken for a draft, or can't be read. */
  private static boolean isNoQuestion(Notice told) {
    return told instanceof Notice.DraftChecked || told instanceof Notice.Unclear;
  }

  private static String draft(Notice.DraftChecked draft) {
    String result = draft.result().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String matters = ids(draft.matters().stream().map(Notice.Matter::rule).toList());
    return matters.isEmpty() ? result : result + " (" + matters + ")";
  }

  static Outcome answered(Match match, Optional<Said> said) {
    Map<String, String> parts = new LinkedHashMap<>();
    if (match instanceof Match.Sure sure) {
      parts.put("answer", sure.rule().value());
      said.ifPresent(it -> parts.put("verdict", word(it)));
    } else if (match instanceof Match.Unsure unsure) {
      parts.put("suggest", ids(unsure.rules()));
    } else {
      parts.put("none", "");
    }
    return new Outcome(parts);
  }

  /** Empty where no one entry is told. */
  private static Optional<Said> said(Notice told) {
    if (told instanceof Notice.AnswerCard card) {
      return Optional.of(Said.valueOf(card.verdict().name()));
    }
    if (told instanceof Notice.UnderReview) {
      return Optional.of(Said.REVIEW);
    }
    if (told instanceof Notice.WhichAccount) {
      return Optional.of(Said.ACCOUNT);
    }
    return told instanceof Notice.ProtectedRight ? Optional.of(Said.FREE) : Optional.empty();
  }

  /** What the answer says to do. */
  private static String words(Notice told, Locale language) {
    return told instanceof Notice.AnswerCard card
        ? card.instead().map(text -> text.in(language)).orElse("")
        : "";
  }

  private String deadline(Optional<Instant> due) {
    return due.map(instant -> TIME.format(instant.atZone(zone))).orElse("never");
  }

  private static String word(Said said) {
    return said.name().toLowerCase(Locale.ROOT);
  }

  private static String ids(List<RuleId> ids) {
    return ids.stream().map(RuleId::value).collect(Collectors.joining(", "));
  }
}
