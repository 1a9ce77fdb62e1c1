package dev.instead.cli;

import dev.instead.desk.Grounds;
import dev.instead.desk.Matcher;
import dev.instead.desk.Matcher.Match;
import dev.instead.policy.Account;
import dev.instead.policy.AccountRule;
import dev.instead.policy.Advice;
import dev.instead.policy.Answer;
import dev.instead.policy.Embargo;
import dev.instead.policy.LocalText;
import dev.instead.policy.PersonalAccountRule;
import dev.instead.policy.Policy;
import dev.instead.policy.ProtectedTopic;
import dev.instead.policy.ResourceId;
import dev.instead.policy.RuleId;
import dev.instead.policy.SensitiveTopic;
import dev.instead.policy.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the bot would answer, as lines for whoever looks after the policy. */
final class Asked {
  private final Policy policy;
  private final Question question;
  private final LocalDate day;
  private final List<String> lines = new ArrayList<>();

  private Asked(Policy policy, Question question) {
    this.policy = policy;
    this.question = question;
    this.day = LocalDate.ofInstant(question.at(), policy.zone());
  }

  /** What would be said, then what that rests on. */
  static List<String> of(Policy policy, Matcher.Weighed weighed, Question question) {
    Asked asked = new Asked(policy, question);
    Match match = weighed.match();
    if (match instanceof Match.Sure sure) {
      asked.entry(sure.rule());
    } else if (match instanceof Match.Unsure unsure) {
      asked.lines.add("suggest: not sure, so these are offered:");
      unsure.rules().forEach(rule -> asked.lines.add("  " + rule + asked.topic(rule)));
    } else {
      asked.lines.add("none: no approved answer fits. The person is offered the policy team \"%s\"."
          .formatted(policy.policyTeam()));
    }
    asked.grounds(weighed.grounds());
    return asked.lines;
  }

  /**
   * One line for programs, its fields separated by a TAB: {@code answer}, {@code suggest} or {@code none}; up to three ids, best first,
   * separated by commas, whatever the outcome; the probability that the first is right.
   */
  static String row(Matcher.Weighed weighed) {
    Grounds grounds = weighed.grounds();
    return "%s\t%s\t%s"
        .formatted(
            outcome(weighed.match()),
            grounds.nearest().stream().map(RuleId::toString).collect(Collectors.joining(",")),
            number(grounds.probability()));
  }

  private static String outcome(Match match) {
    if (match instanceof Match.Sure) {
      return "answer";
    }
    return match instanceof Match.Unsure ? "suggest" : "none";
  }

  private void grounds(Grounds grounds) {
    lines.add("because: %s; probability %s, closeness %s, ahead by %s; policy %s"
        .formatted(
            switch (grounds.method()) {
              case TERM -> "a term of this entry was named";
              case LETTERS -> "its words and letters";
              case MEANING -> "its meaning";
              case CHOSEN -> "somebody chose it";
            },
            number(grounds.probability()),
            number(grounds.closeness()),
            number(grounds.margin()),
            grounds.policyVersion()));
    if (!grounds.example().isEmpty()) {
      lines.add("like: " + grounds.example());
    }
    if (!grounds.read().equals(question.text())) {
      lines.add("read as: " + grounds.read());
    }
    if (!grounds.nearest().isEmpty()) {
      lines.add("nearest: "
          + grounds.nearest().stream().map(RuleId::toString).collect(Collectors.joining(", ")));
    }
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.3f", number);
  }

  private void entry(RuleId rule) {
    Optional<Answer> answer = Optional.ofNullable(policy.answers().get(rule));
    if (answer.isPresent() && !answer.get().servedOn(day)) {
      lines.add("review: %s was to be reviewed by %s, so it is not given. Ask %s to review it."
          .formatted(rule, answer.get().reviewBy(), answer.get().owner()));
      return;
    }
    lines.add("answer: " + rule + topic(rule));
    answer.ifPresent(this::answer);
    find(policy.embargoes(), Embargo::id, rule).ifPresent(this::embargo);
    find(policy.sensitive(), SensitiveTopic::id, rule)
        .ifPresent(topic -> advised(Verdict.HOLD, topic.advice()));
    find(policy.personalAccounts(), PersonalAccountRule::id, rule).ifPresent(account -> {
      advised(Verdict.of(account.advice()), account.advice());
      account.byAccount().forEach(this::onAccount);
    });
    find(policy.protectedTopics(), ProtectedTopic::id, rule).ifPresent(this::right);
  }

  private void answer(Answer answer) {
    advised(answer.verdict(), answer.advice());
    answer.copy().ifPresent(text -> line("copy", text));
    answer.byAccount().forEach(this::onAccount);
    lines.add("approved: %s on %s; review by %s; policy %s"
        .formatted(answer.approvedBy(), answer.approvedOn(), answer.reviewBy(), policy.version()));
  }

  private void onAccount(Account account, AccountRule rule) {
    lines.add("account: " + account.code() + ", where this holds instead");
    advised(rule.verdict(), rule.advice());
  }

  private void embargo(Embargo embargo) {
    boolean lifted = embargo.liftedAt(question.at());
    verdict(lifted ? Verdict.GO : Verdict.HOLD);
    line("do", lifted ? embargo.after() : embargo.before());
    line("why", embargo.advice().why());
    links(embargo.advice().resources());
    lines.add("embargo: %s at %s"
        .formatted(
            lifted ? "lifted" : "until", embargo.until().atZone(policy.zone()).toOffsetDateTime()));
  }

  private void right(ProtectedTopic topic) {
    line("protected", topic.text());
    line("help", topic.help());
    links(topic.resources());
  }

  private void advised(Verdict verdict, Advice advice) {
    verdict(verdict);
    advice.dont().ifPresent(text -> line("don't", text));
    advice.instead().ifPresent(text -> line("do", text));
    line("why", advice.why());
    links(advice.resources());
  }

  private void verdict(Verdict verdict) {
    lines.add("verdict: " + verdict.name().toLowerCase(Locale.ROOT));
  }

  private void line(String what, LocalText text) {
    lines.add(what + ": " + text.in(question.language()));
  }

  private void links(List<ResourceId> resources) {
    policy
        .served(resources, day)
        .forEach(found ->
            lines.add("link: " + found.label().in(question.language()) + " " + found.url()));
  }

  private String topic(RuleId rule) {
    return Optional.ofNullable(policy.answers().get(rule))
        .map(Answer::topic)
        .or(() -> find(policy.embargoes(), Embargo::id, rule).map(Embargo::topic))
        .or(() -> find(policy.sensitive(), SensitiveTopic::id, rule).map(SensitiveTopic::topic))
        .or(() -> find(policy.personalAccounts(), PersonalAccountRule::id, rule)
            .map(PersonalAccountRule::topic))
        .or(() ->
            find(policy.protectedTopics(), ProtectedTopic::id, rule).map(ProtectedTopic::topic))
        .map(topic -> " – " + topic.in(question.language()))
        .orElse("");
  }

  private static <T> Optional<T> find(List<T> entries, Function<T, RuleId> idOf, RuleId id) {
    return entries.stream().filter(entry -> idOf.apply(entry).equals(id)).findFirst();
  }
}
