package dev.instead.config;

import dev.instead.policy.Advice;
import dev.instead.policy.LocalText;
import dev.instead.policy.Reply;
import dev.instead.policy.ReplyId;
import dev.instead.policy.RouteRule;
import dev.instead.policy.Severity;
import dev.instead.policy.Situation;
import dev.instead.policy.SituationId;
import dev.instead.policy.TeamId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads {@code situations} and {@code routes}. */
final class SituationReader {
  private final Languages languages;
  private final AdviceReader advices;

  SituationReader(Languages languages) {
    this.languages = languages;
    this.advices = new AdviceReader(languages);
  }

  Map<SituationId, Situation> read(Section policy) {
    Map<SituationId, Situation> situations = new LinkedHashMap<>();
    policy.requireById("situations", "situation").forEach((word, section) -> {
      SituationId id = new SituationId(word);
      situations.put(id, situation(id, section));
    });
    return situations;
  }

  private Situation situation(SituationId id, Section section) {
    LocalText title = languages.require(section, "title", Limits.TITLE);
    Map<Locale, List<String>> examples = languages.lists(section, "examples", Limits.EXAMPLE);
    TeamId team = team(section.require("team"));
    Severity severity =
        section.require("severity").flatMap(Forms::severity).orElse(Severity.NORMAL);
    Optional<Duration> within = section.get("claim_within").flatMap(Forms::duration);
    var stance = section.get("stance").flatMap(Forms::stance);
    Advice advice = advices.read(section);
    List<Reply> replies =
        section.listWithIds("replies", "reply").stream().map(this::reply).toList();
    boolean danger = flag(section, "danger", false);
    boolean restricted = flag(section, "restricted", false);
    boolean offered = flag(section, "offered", true);
    section.close();
    return new Situation(
        id,
        title,
        examples,
        team,
        severity,
        within,
        stance,
        advice,
        replies,
        danger,
        restricted,
        offered);
  }

  private Reply reply(Section section) {
    ReplyId id = new ReplyId(section.id());
    LocalText text = languages.require(section, "text", Limits.REPLY);
    String owner = section.line("owner");
    Optional<LocalDate> reviewBy = section.get("review_by").flatMap(Forms::date);
    section.close();
    return new Reply(id, text, owner, reviewBy);
  }

  /** Whether a key is set to true; {@code otherwise} when it is missing. */
  static boolean flag(Section section, String key, boolean otherwise) {
    return section.get(key).flatMap(Entry::yesOrNo).orElse(otherwise);
  }

  private static TeamId team(Optional<Entry> entry) {
    return new TeamId(entry.flatMap(id -> id.text(Section.ID, Section.ID_FORM)).orElse("?"));
  }

  List<RouteRule> routes(Section policy) {
    return policy.listWithIds("routes", "route").stream()
        .map(SituationReader::route)
        .toList();
  }

  private static RouteRule route(Section section) {
    String id = section.id();
    Set<SituationId> situations = new HashSet<>();
    Set<TeamId> teams = new HashSet<>();
    Set<Severity> severities = new HashSet<>();
    Set<Locale> spoken = new HashSet<>();
    Optional<Section> when = section.require("when").flatMap(Entry::section);
    when.ifPresent(limits -> {
      each(limits, "situation", SituationReader::id, word -> situations.add(new SituationId(word)));
      each(limits, "team", SituationReader::id, word -> teams.add(new TeamId(word)));
      each(limits, "severity", Forms::severity, severities::add);
      each(limits, "language", SituationReader::language, spoken::add);
    });
    Optional<RouteRule.When> hours = when.flatMap(limits -> limits.get("hours"))
        .flatMap(entry -> Forms.named(entry, RouteRule.When.values()));
    when.ifPresent(Section::close);
    TeamId to = team(section.require("to"));
    Optional<Severity> severity = section.get("severity").flatMap(Forms::severity);
    String why = section
        .require("why", "Add the reason, which \"instead policy explain\" shows.")
        .flatMap(entry -> entry.text(Limits.TEXT))
        .orElse("?");
    section.close();
    return new RouteRule(id, situations, teams, severities, spoken, hours, to, severity, why);
  }

  private static Optional<String> id(Entry entry) {
    return entry.text(Section.ID, Section.ID_FORM);
  }

  private static Optional<Locale> language(Entry entry) {
    return entry.text(Languages.CODE, Languages.CODE_FORM).map(Locale::forLanguageTag);
  }

  private static <T> void each(
      Section limits, String key, Function<Entry, Optional<T>> read, Consumer<T> add) {
    limits.get(key).ifPresent(entry -> {
      List<Entry> items = entry.oneOrMore();
      if (items.isEmpty()) {
        entry.wrong("is empty", "Write at least one, or remove the key.");
      }
      items.forEach(item -> read.apply(item).ifPresent(add));
    });
  }
}
