package dev.instead.desk;

import dev.instead.notice.Chapter;
import dev.instead.notice.Shelf;
import dev.instead.policy.Advice;
import dev.instead.policy.Answer;
import dev.instead.policy.Embargo;
import dev.instead.policy.GroupId;
import dev.instead.policy.LocalText;
import dev.instead.policy.PersonalAccountRule;
import dev.instead.policy.Policy;
import dev.instead.policy.ProtectedTopic;
import dev.instead.policy.RuleId;
import dev.instead.policy.SensitiveTopic;
import dev.instead.policy.Stance;
import dev.instead.policy.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that a policy serves today, for people who read instead of asking. What is past its review date isn't in it. */
final class Catalogue {
  /** As the answer's card would show it: nothing that one can't read there can be found. */
  record Item(
      RuleId rule,
      LocalText topic,
      Chapter chapter,
      String shelf,
      List<LocalText> texts,
      Map<Locale, List<String>> questions) {
    WordSearch.Source in(Locale language, Locale original) {
      return new WordSearch.Source(
          rule,
          topic.in(language),
          texts.stream().map(text -> text.in(language)).toList(),
          questions.getOrDefault(language, questions.getOrDefault(original, List.of())));
    }
  }

  private final Policy policy;
  private final Stance stance;
  private final Instant now;

  /** @param stance the reader's */
  Catalogue(Policy policy, Stance stance, Clock clock) {
    this.policy = policy;
    this.stance = stance;
    this.now = clock.instant();
  }

  /** Chapter after chapter, each in the file's order. */
  List<Item> items() {
    LocalDate today = LocalDate.ofInstant(now, policy.zone());
    List<Item> items = new ArrayList<>();
    policy.answers().values().stream()
        .filter(answer -> answer.servedOn(today))
        .forEach(answer -> items.add(item(answer)));
    policy.embargoes().forEach(embargo -> items.add(item(embargo)));
    policy.protectedTopics().forEach(topic -> items.add(item(topic)));
    policy.personalAccounts().forEach(rule -> items.add(item(rule)));
    policy.sensitive().stream()
        .filter(SensitiveTopic::active)
        .forEach(topic -> items.add(item(topic)));
    items.sort(Comparator.comparing(Item::chapter));
    return items;
  }

  private Item item(Answer answer) {
    Optional<LocalText> instead =
        Optional.ofNullable(answer.byStance().get(stance)).or(answer.advice()::instead);
    String group = Optional.ofNullable(policy.groups().byAnswer().get(answer.id()))
        .map(GroupId::value)
        .orElse(Shelf.MORE);
    return new Item(
        answer.id(),
        answer.topic(),
        chapter(answer.strictest()),
        group,
        Stream.concat(
                present(Stream.of(
                        instead,
                        answer.advice().dont(),
                        Optional.of(answer.advice().why()),
                        answer.copy()))
                    .stream()
                    .filter(text -> !answer.dependsOnAccountAlone()),
                answer.byAccount().values().stream().flatMap(rule -> texts(rule.advice()).stream()))
            .toList(),
        answer.questions());
  }

  /** Its terms are left out: they may be names that are secret still. */
  private Item item(Embargo embargo) {
    boolean lifted = embargo.liftedAt(now);
    return new Item(
        embargo.id(),
        embargo.topic(),
        lifted ? Chapter.GO : Chapter.HOLD,
        Shelf.MORE,
        present(Stream.of(
            Optional.of(lifted ? embargo.after() : embargo.before()),
            embargo.advice().dont(),
            Optional.of(embargo.advice().why()))),
        Map.of());
  }

  private static Item item(ProtectedTopic topic) {
    return new Item(
        topic.id(),
        topic.topic(),
        Chapter.RIGHTS,
        Shelf.RIGHTS,
        List.of(topic.text(), topic.help()),
        Map.of());
  }

  private static Item item(PersonalAccountRule rule) {
    return new Item(
        rule.id(),
        rule.topic(),
        Chapter.OWN_ACCOUNT,
        Shelf.OWN_ACCOUNT,
        texts(rule.advice()),
        rule.questions());
  }

  private static Item item(SensitiveTopic topic) {
    return new Item(
        topic.id(),
        topic.topic(),
        Chapter.SENSITIVE,
        Shelf.SENSITIVE,
        texts(topic.advice()),
        Map.of());
  }

  private static List<LocalText> texts(Advice advice) {
    return present(Stream.of(advice.instead(), advice.dont(), Optional.of(advice.why())));
  }

  private static List<LocalText> present(Stream<Optional<LocalText>> texts) {
    return texts.flatMap(Optional::stream).toList();
  }

  private static Chapter chapter(Verdict verdict) {
    return switch (verdict) {
      case GO -> Chapter.GO;
      case ASK -> Chapter.ASK;
      case HOLD -> Chapter.HOLD;
    };
  }

  /** Those that hold some of these, in the file's order, the policy's own first. */
  List<Shelf> shelves(List<Item> items) {
    List<Shelf> shelves = new ArrayList<>();
    shelves.add(new Shelf(Shelf.ALL, Optional.empty(), items.size()));
    policy
        .groups()
        .titles()
        .forEach((id, title) -> shelves.add(shelf(id.value(), Optional.of(title), items)));
    for (String id : List.of(Shelf.MORE, Shelf.RIGHTS, Shelf.OWN_ACCOUNT, Shelf.SENSITIVE)) {
      shelves.add(shelf(id, Optional.empty(), items));
    }
    return shelves.stream().filter(shelf -> shelf.entries() > 0).toList();
  }

  private static Shelf shelf(String id, Optional<LocalText> title, List<Item> items) {
    long entries = items.stream().filter(item -> item.shelf().equals(id)).count();
    return new Shelf(id, title, (int) entries);
  }
}
