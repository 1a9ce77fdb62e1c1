package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.policy.Account;
import dev.instead.policy.AccountRule;
import dev.instead.policy.Advice;
import dev.instead.policy.Answer;
import dev.instead.policy.Embargo;
import dev.instead.policy.LocalText;
import dev.instead.policy.PersonalAccountRule;
import dev.instead.policy.Policy;
import dev.instead.policy.ProtectedTopic;
import dev.instead.policy.Resource;
import dev.instead.policy.RuleId;
import dev.instead.policy.SensitiveTopic;
import dev.instead.policy.Stance;
import dev.instead.policy.Verdict;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The entries of a policy by their id, as they are told today. What is past its review date is not told. */
final class Entries {
  private final Policy policy;
  private final Clock clock;

  Entries(Policy policy, Clock clock) {
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Who asks, and for which account.
   *
   * @param stance as it concerns the asker
   * @param training the asker's, where its end is near or past
   * @param account empty when they haven't said yet
   */
  record Asker(
      Stance stance,
      Locale language,
      Optional<Notice.Training> training,
      Optional<Account> account) {}

  /** One entry; empty when the policy no longer has it. */
  Optional<Notice> tell(RuleId id, Asker asker, String question) {
    return answer(id, asker, question)
        .or(() -> embargo(id, asker, question))
        .or(() -> sensitive(id, asker, question))
        .or(() -> personal(id, asker, question))
        .or(() -> protectedRight(id, question));
  }

  /** Whether it may be suggested: answers past their review date are not. */
  boolean served(RuleId id) {
    Answer answer = policy.answers().get(id);
    return answer == null || answer.servedOn(today());
  }

  Optional<LocalText> topic(RuleId id) {
    return Optional.ofNullable(policy.answers().get(id))
        .map(Answer::topic)
        .or(() -> find(policy.embargoes(), Embargo::id, id).map(Embargo::topic))
        .or(() -> find(policy.sensitive(), SensitiveTopic::id, id).map(SensitiveTopic::topic))
        .or(() -> find(policy.personalAccounts(), PersonalAccountRule::id, id)
            .map(PersonalAccountRule::topic))
        .or(() ->
            find(policy.protectedTopics(), ProtectedTopic::id, id).map(ProtectedTopic::topic));
  }

  Optional<Notice> protectedRight(RuleId id, String question) {
    return find(policy.protectedTopics(), ProtectedTopic::id, id).map(topic -> {
      List<Resource> served = policy.served(topic.resources(), today());
      return new Notice.ProtectedRight(
          id,
          topic.topic(),
          topic.text(),
          topic.help(),
          served,
          topic.resources().size() - served.size(),
          question);
    });
  }

  private Optional<Notice> answer(RuleId id, Asker asker, String question) {
    return Optional.ofNullable(policy.answers().get(id)).map(answer -> {
      if (!answer.servedOn(today())) {
        return underReview(id, answer.topic(), asker, question);
      }
      Optional<LocalText> instead =
          Optional.ofNullable(answer.byStance().get(asker.stance())).or(answer.advice()::instead);
      Said said =
          new Said(answer.verdict(), answer.advice(), instead, answer.copy(), Optional.of(answer));
      return onAccount(id, answer.topic(), said, answer.byAccount(), asker, question);
    });
  }

  /** Who merely leafed through the topics asked nothing, and may still want the team to say. */
  private static Notice underReview(RuleId id, LocalText topic, Asker asker, String question) {
    String about = question.isBlank() ? topic.in(asker.language()) : question;
    return new Notice.UnderReview(id, topic, about);
  }

  private Optional<Notice> embargo(RuleId id, Asker asker, String question) {
    return find(policy.embargoes(), Embargo::id, id).map(embargo -> {
      boolean lifted = embargo.liftedAt(clock.instant());
      Said said = Said.plain(
          lifted ? Verdict.GO : Verdict.HOLD,
          embargo.advice(),
          Optional.of(lifted ? embargo.after() : embargo.before()));
      return card(id, embargo.topic(), said, asker, question);
    });
  }

  private Optional<Notice> sensitive(RuleId id, Asker asker, String question) {
    return find(policy.sensitive(), SensitiveTopic::id, id)
        .map(topic ->
            card(id, topic.topic(), Said.plain(Verdict.HOLD, topic.advice()), asker, question));
  }

  private Optional<Notice> personal(RuleId id, Asker asker, String question) {
    return find(policy.personalAccounts(), PersonalAccountRule::id, id).map(rule -> {
      Said said = Said.plain(Verdict.of(rule.advice()), rule.advice());
      return onAccount(id, rule.topic(), said, rule.byAccount(), asker, question);
    });
  }

  /** What the card of an entry says. */
  private record Said(
      Verdict verdict,
      Advice advice,
      Optional<LocalText> instead,
      Optional<LocalText> copy,
      Optional<Answer> approval) {
    static Said plain(Verdict verdict, Advice advice) {
      return plain(verdict, advice, advice.instead());
    }

    static Said plain(Verdict verdict, Advice advice, Optional<LocalText> instead) {
      return new Said(verdict, advice, instead, Optional.empty(), Optional.empty());
    }

    Said on(AccountRule account) {
      return new Said(
          account.verdict(), account.advice(), account.advice().instead(), copy, approval);
    }
  }

  /** Where the account matters, it is asked for first. */
  private Notice onAccount(
      RuleId id,
      LocalText topic,
      Said said,
      Map<Account, AccountRule> byAccount,
      Asker asker,
      String question) {
    if (byAccount.isEmpty()) {
      Asker anywhere =
          new Asker(asker.stance(), asker.language(), asker.training(), Optional.empty());
      return card(id, topic, said, anywhere, question);
    }
    if (asker.account().isEmpty()) {
      return new Notice.WhichAccount(id, topic, policy.company(), question.strip());
    }
    AccountRule own = byAccount.get(asker.account().get());
    return card(id, topic, own == null ? said : said.on(own), asker, question);
  }

  private Notice card(RuleId id, LocalText topic, Said said, Asker asker, String question) {
    return new Notice.AnswerCard(
        id,
        topic,
        said.verdict(),
        said.advice(),
        said.instead(),
        said.copy(),
        policy.served(said.advice().resources(), today()),
        said.approval().map(Answer::approvedBy).orElse(""),
        said.approval().map(Answer::approvedOn),
        policy.version(),
        topic.isIn(asker.language()),
        new Notice.Context(asker.account(), asker.training()),
        question.strip());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), policy.zone());
  }

  private static <T> Optional<T> find(List<T> entries, Function<T, RuleId> idOf, RuleId id) {
    return entries.stream().filter(entry -> idOf.apply(entry).equals(id)).findFirst();
  }
}
