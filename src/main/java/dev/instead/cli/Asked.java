package dev.instead.cli;

import dev.instead.desk.Matcher.Match;
import dev.instead.policy.Advice;
import dev.instead.policy.Answer;
import dev.instead.policy.Policy;
import dev.instead.policy.ProtectedTopic;
import dev.instead.policy.RuleId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the bot would answer, as lines for whoever looks after the policy. */
final class Asked {
  private Asked() {}

  static List<String> of(Policy policy, Match match, Question question) {
    if (match instanceof Match.Sure sure) {
      return entry(policy, sure.rule(), question);
    }
    if (match instanceof Match.Unsure unsure) {
      List<String> lines = new ArrayList<>();
      lines.add("suggest: not sure, so these are offered:");
      unsure.rules().forEach(rule -> lines.add("  " + rule + topic(policy, rule, question)));
      return lines;
    }
    return List.of("none: no approved answer fits. The person is offered the policy team \"%s\"."
        .formatted(policy.policyTeam()));
  }

  private static List<String> entry(Policy policy, RuleId rule, Question question) {
    Answer answer = policy.answers().get(rule);
    if (answer == null) {
      return List.of("answer: " + rule + topic(policy, rule, question));
    }
    LocalDate day = LocalDate.ofInstant(question.at(), policy.zone());
    if (!answer.servedOn(day)) {
      return List.of("review: %s was to be reviewed by %s, so it is not given. Ask %s to review it."
          .formatted(rule, answer.reviewBy(), answer.owner()));
    }
    Locale language = question.language();
    Advice advice = answer.advice();
    List<String> lines = new ArrayList<>();
    lines.add("answer: " + rule + topic(policy, rule, question));
    lines.add("verdict: " + answer.verdict().name().toLowerCase(Locale.ROOT));
    advice.dont().ifPresent(text -> lines.add("don't: " + text.in(language)));
    advice.instead().ifPresent(text -> lines.add("do: " + text.in(language)));
    lines.add("why: " + advice.why().in(language));
    policy
        .served(advice.resources(), day)
        .forEach(found -> lines.add("link: " + found.label().in(language) + " " + found.url()));
    answer.copy().ifPresent(text -> lines.add("copy: " + text.in(language)));
    lines.add("approved: %s on %s; review by %s; policy %s"
        .formatted(answer.approvedBy(), answer.approvedOn(), answer.reviewBy(), policy.version()));
    return lines;
  }

  private static String topic(Policy policy, RuleId rule, Question question) {
    return Optional.ofNullable(policy.answers().get(rule))
        .map(Answer::topic)
        .or(() -> policy.protectedTopics().stream()
            .filter(topic -> topic.id().equals(rule))
            .map(ProtectedTopic::topic)
            .findFirst())
        .map(topic -> " – " + topic.in(question.language()))
        .orElse("");
  }
}
