package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.policy.Policy;
import dev.instead.policy.RuleId;
import dev.instead.report.Links;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What a question comes to under one policy, before anything of it is kept. */
final class Asking {
  private final Policy policy;
  private final Matcher matcher;
  private final Drafts drafts;
  private final Entries entries;

  Asking(Policy policy, Matcher matcher, Clock clock) {
    this.policy = policy;
    this.matcher = matcher;
    this.drafts = new Drafts(policy, matcher, clock.instant());
    this.entries = new Entries(policy, clock);
  }

  /**
   * What came of it.
   *
   * @param weighed absent where the text was no question: a draft, or nothing that can be read
   */
  record Asked(Optional<Matcher.Weighed> weighed, Notice told) {
    private static Asked noQuestion(Notice told) {
      return new Asked(Optional.empty(), told);
    }
  }

  /** The policy's answer, two or three that may fit, or that there is none; of a draft, what is the matter with it. */
  Asked ask(String question, Entries.Asker asker) {
    Optional<String> draft = question.length() > QuestionDesk.MAX_QUESTION
        ? Optional.of(question)
        : Wording.draft(question);
    return draft
        .map(words -> drafts.check(words, asker.language()))
        .or(() -> QuestionDesk.unclear(question))
        .map(Asked::noQuestion)
        .orElseGet(() -> answered(question, asker));
  }

  private Asked answered(String question, Entries.Asker asker) {
    Matcher.Weighed weighed = matcher.weigh(policy, words(question), asker.language());
    return objection(weighed.match(), question, asker)
        .map(Asked::noQuestion)
        .orElseGet(() -> new Asked(Optional.of(weighed), told(weighed.match(), question, asker)));
  }

  /** A link is rather somebody else's post than one's own draft. */
  private Optional<Notice> objection(Matcher.Match match, String question, Entries.Asker asker) {
    boolean mayBeDraft = !(match instanceof Matcher.Match.Sure)
        && Wording.mayBeDraft(question)
        && Links.split(question).isEmpty();
    return mayBeDraft ? drafts.objection(question, asker.language()) : Optional.empty();
  }

  private Notice told(Matcher.Match match, String question, Entries.Asker asker) {
    if (match instanceof Matcher.Match.Sure sure) {
      return tell(sure.rule(), asker, question);
    }
    if (match instanceof Matcher.Match.Unsure unsure) {
      return suggest(unsure.rules(), asker, question);
    }
    return new Notice.NoAnswer(question.strip());
  }

  /** Without the link that came along: the words of an address are nobody's question. */
  static String words(String question) {
    return Links.split(question)
        .map(Links.Split::words)
        .filter(words -> !words.isBlank())
        .orElse(question);
  }

  /** One entry; that there is no answer where the policy no longer has it. */
  Notice tell(RuleId rule, Entries.Asker asker, String question) {
    return entries.tell(rule, asker, question).orElseGet(() -> new Notice.NoAnswer(question));
  }

  /** What is being reviewed is not offered for choosing; when that is all that is near, it is said. */
  private Notice suggest(List<RuleId> rules, Entries.Asker asker, String question) {
    List<RuleId> served = rules.stream().filter(entries::served).toList();
    return served.isEmpty()
        ? tell(rules.get(0), asker, question)
        : new Notice.Suggestions(suggestions(served), question.strip());
  }

  private List<Notice.Suggestion> suggestions(List<RuleId> rules) {
    return rules.stream()
        .flatMap(
            rule -> entries.topic(rule).map(topic -> new Notice.Suggestion(rule, topic)).stream())
        .toList();
  }
}
