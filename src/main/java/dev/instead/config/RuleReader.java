package dev.instead.config;

import dev.instead.policy.Account;
import dev.instead.policy.AccountRule;
import dev.instead.policy.Advice;
import dev.instead.policy.Answer;
import dev.instead.policy.Embargo;
import dev.instead.policy.Groups;
import dev.instead.policy.LocalText;
import dev.instead.policy.PersonalAccountRule;
import dev.instead.policy.ProtectedTopic;
import dev.instead.policy.ResourceId;
import dev.instead.policy.RuleId;
import dev.instead.policy.SensitiveTopic;
import dev.instead.policy.Stance;
import dev.instead.policy.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the rules that people are shown by their ids: answers, embargoes, sensitive and protected topics, personal accounts. */
final class RuleReader {
  private final Languages languages;
  private final AdviceReader advices;
  private final GroupReader groups;

  RuleReader(Languages languages) {
    this.languages = languages;
    this.advices = new AdviceReader(languages);
    this.groups = new GroupReader(languages);
  }

  Map<RuleId, Answer> answers(Section policy) {
    Map<RuleId, Answer> answers = new LinkedHashMap<>();
    policy.byId("answers", "answer").forEach((word, section) -> {
      RuleId id = new RuleId(word);
      answers.put(id, answer(id, section));
    });
    return answers;
  }

  /** The subjects of the answers; ask once {@link #answers} are read. */
  Groups groups(Section policy) {
    return groups.read(policy);
  }

  private Answer answer(RuleId id, Section section) {
    LocalText topic = topic(section);
    groups.place(id, section);
    var questions = languages.requireLists(section, "questions", Limits.EXAMPLE);
    Verdict verdict = section
        .require("verdict")
        .flatMap(entry -> Forms.named(entry, Verdict.values()))
        .orElse(Verdict.ASK);
    Advice advice = advices.read(section);
    Optional<LocalText> copy = languages.optional(section, "copy", Limits.REPLY);
    Map<Stance, LocalText> byStance = byStance(section);
    Map<Account, AccountRule> byAccount = byAccount(section, Optional.of(verdict), advice);
    Optional<Section> approved = section.require("approved").flatMap(Entry::section);
    String approvedBy = approved.map(by -> by.line("by")).orElse("?");
    LocalDate approvedOn = approved.map(on -> day(on, "on")).orElse(LocalDate.MAX);
    approved.ifPresent(Section::close);
    String owner = section.line("owner");
    LocalDate reviewBy = day(section, "review_by");
    section.close();
    return new Answer(
        id,
        topic,
        questions,
        verdict,
        advice,
        copy,
        byStance,
        byAccount,
        approvedBy,
        approvedOn,
        owner,
        reviewBy);
  }

  /** A day that must be there; the stand-in for a missing one is never past. */
  static LocalDate day(Section section, String key) {
    return section.require(key).flatMap(Forms::date).orElse(LocalDate.MAX);
  }

  private Map<Stance, LocalText> byStance(Section section) {
    Map<Stance, LocalText> texts = new EnumMap<>(Stance.class);
    section.section("stance").ifPresent(stances -> {
      for (Stance stance : Stance.values()) {
        languages
            .optional(stances, Forms.word(stance), Limits.TEXT)
            .ifPresent(text -> texts.put(stance, text));
      }
      stances.close();
    });
    return texts;
  }

  /**
   * What holds on one kind of account.
   *
   * @param verdict the entry's own, which holds where none is given; empty where an entry has none, and whether there is a don't decides
   */
  private Map<Account, AccountRule> byAccount(
      Section section, Optional<Verdict> verdict, Advice own) {
    Map<Account, AccountRule> rules = new EnumMap<>(Account.class);
    section.section("account").ifPresent(accounts -> {
      for (Account account : Account.values()) {
        accounts
            .section(account.code())
            .ifPresent(found -> rules.put(account, accountRule(found, verdict, own)));
      }
      accounts.close();
      if (!accounts.has("official") && !accounts.has("personal")) {
        accounts.wrong("is empty", "Say what holds on the official or on a personal account.");
      }
    });
    return rules;
  }

  private AccountRule accountRule(Section section, Optional<Verdict> verdict, Advice own) {
    Optional<Verdict> given =
        section.get("verdict").flatMap(entry -> Forms.named(entry, Verdict.values()));
    Advice advice = advices.replacing(section, own);
    section.close();
    return new AccountRule(given.or(() -> verdict).orElseGet(() -> Verdict.of(advice)), advice);
  }

  List<Embargo> embargoes(Section policy) {
    return policy.listWithIds("embargoes", "embargo").stream()
        .map(this::embargo)
        .toList();
  }

  private Embargo embargo(Section section) {
    RuleId id = new RuleId(section.id());
    LocalText topic = topic(section);
    Map<Locale, List<String>> terms = terms(section);
    Instant until = section.require("until").flatMap(Forms::instant).orElse(Instant.MAX);
    LocalText before = languages.require(section, "before", Limits.TEXT);
    LocalText after = languages.require(section, "after", Limits.TEXT);
    Advice advice = advices.read(section);
    String owner = section.line("owner");
    section.close();
    return new Embargo(id, topic, terms, until, before, after, advice, owner);
  }

  List<SensitiveTopic> sensitive(Section policy) {
    return policy.listWithIds("sensitive", "sensitive topic").stream()
        .map(this::sensitiveTopic)
        .toList();
  }

  private SensitiveTopic sensitiveTopic(Section section) {
    RuleId id = new RuleId(section.id());
    LocalText topic = topic(section);
    Map<Locale, List<String>> terms = terms(section);
    Advice advice = advices.read(section);
    boolean active = SituationReader.flag(section, "active", true);
    section.close();
    return new SensitiveTopic(id, topic, terms, advice, active);
  }

  List<PersonalAccountRule> personalAccounts(Section policy) {
    return policy.listWithIds("personal_accounts", "personal account rule").stream()
        .map(this::personalAccountRule)
        .toList();
  }

  private PersonalAccountRule personalAccountRule(Section section) {
    RuleId id = new RuleId(section.id());
    LocalText topic = topic(section);
    var questions = languages.lists(section, "questions", Limits.EXAMPLE);
    Advice advice = advices.read(section);
    Map<Account, AccountRule> byAccount = byAccount(section, Optional.empty(), advice);
    section.close();
    return new PersonalAccountRule(id, topic, questions, advice, byAccount);
  }

  List<ProtectedTopic> protectedTopics(Section policy) {
    return policy.listWithIds("protected", "protected topic").stream()
        .map(this::protectedTopic)
        .toList();
  }

  private ProtectedTopic protectedTopic(Section section) {
    RuleId id = new RuleId(section.id());
    LocalText topic = topic(section);
    Map<Locale, List<String>> terms = terms(section);
    LocalText text = languages.require(section, "text", Limits.TEXT);
    LocalText help = languages.require(section, "help", Limits.TEXT);
    List<ResourceId> resources = AdviceReader.resources(section, "resources");
    section.close();
    return new ProtectedTopic(id, topic, terms, text, help, resources);
  }

  private LocalText topic(Section section) {
    return languages.require(section, "topic", Limits.TITLE);
  }

  private Map<Locale, List<String>> terms(Section section) {
    return languages.requireLists(section, "terms", Limits.TITLE);
  }
}
