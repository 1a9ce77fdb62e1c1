package dev.instead.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An entry as it can be proposed to change, whatever it is.
 *
 * @param texts what it says, in the order in which it is said
 * @param questions how people ask for it, by language; empty where it isn't found by questions
 * @param reviewBy the last day on which it is served; empty where it has none
 * @param owner the role that keeps it right; empty where it names none
 * @param inFileOnly where in the entry there is more, which depends on who speaks and from where: {@code account.official}. That can't be
 *     proposed in chat
 */
public record EntryTexts(
    Map<Part, LocalText> texts,
    Map<Locale, List<String>> questions,
    Optional<LocalDate> reviewBy,
    String owner,
    List<String> inFileOnly) {
  public EntryTexts {
    texts = InOrder.copyOf(texts);
    questions = InOrder.copyOf(questions);
    inFileOnly = List.copyOf(inFileOnly);
  }

  private EntryTexts(
      Map<Part, LocalText> texts,
      Map<Locale, List<String>> questions,
      Optional<LocalDate> reviewBy,
      String owner) {
    this(texts, questions, reviewBy, owner, List.of());
  }

  private EntryTexts withMore(List<String> inFileOnly) {
    return new EntryTexts(texts, questions, reviewBy, owner, inFileOnly);
  }

  /** The entry with this id; empty when the policy has none. */
  public static Optional<EntryTexts> of(Policy policy, EntryId id) {
    if (id instanceof ResourceId resource) {
      return Optional.ofNullable(policy.resources().get(resource)).map(EntryTexts::resource);
    }
    if (id instanceof ReplyId reply) {
      return reply(policy, reply);
    }
    return rule(policy, (RuleId) id);
  }

  private static Optional<EntryTexts> rule(Policy policy, RuleId id) {
    return Optional.ofNullable(policy.answers().get(id))
        .map(EntryTexts::answer)
        .or(() -> find(policy.embargoes(), rule -> rule.id().equals(id)).map(EntryTexts::embargo))
        .or(() -> find(policy.sensitive(), rule -> rule.id().equals(id))
            .map(rule -> advised(rule.topic(), rule.advice(), Map.of())))
        .or(() -> find(policy.personalAccounts(), rule -> rule.id().equals(id))
            .map(rule -> advised(rule.topic(), rule.advice(), rule.questions())
                .withMore(onAccounts(rule.byAccount()))))
        .or(() ->
            find(policy.protectedTopics(), rule -> rule.id().equals(id)).map(EntryTexts::right));
  }

  private static EntryTexts answer(Answer answer) {
    Map<Part, LocalText> texts = advice(answer.topic(), answer.advice());
    answer.copy().ifPresent(copy -> texts.put(Part.COPY, copy));
    List<String> more = new ArrayList<>(onAccounts(answer.byAccount()));
    answer
        .byStance()
        .keySet()
        .forEach(stance -> more.add("stance." + stance.name().toLowerCase(Locale.ROOT)));
    return new EntryTexts(
        texts, answer.questions(), Optional.of(answer.reviewBy()), answer.owner(), more);
  }

  private static List<String> onAccounts(Map<Account, AccountRule> rules) {
    return rules.keySet().stream().map(account -> "account." + account.code()).toList();
  }

  private static EntryTexts embargo(Embargo embargo) {
    Map<Part, LocalText> texts = advice(embargo.topic(), embargo.advice());
    texts.put(Part.BEFORE, embargo.before());
    texts.put(Part.AFTER, embargo.after());
    return new EntryTexts(texts, Map.of(), Optional.empty(), embargo.owner());
  }

  private static EntryTexts advised(
      LocalText topic, Advice advice, Map<Locale, List<String>> questions) {
    return new EntryTexts(advice(topic, advice), questions, Optional.empty(), "");
  }

  private static EntryTexts right(ProtectedTopic right) {
    Map<Part, LocalText> texts = new EnumMap<>(Part.class);
    texts.put(Part.TOPIC, right.topic());
    texts.put(Part.TEXT, right.text());
    texts.put(Part.HELP, right.help());
    return new EntryTexts(texts, Map.of(), Optional.empty(), "");
  }

  private static EntryTexts resource(Resource resource) {
    return new EntryTexts(
        Map.of(Part.LABEL, resource.label()),
        Map.of(),
        Optional.of(resource.reviewBy()),
        resource.owner());
  }

  private static Optional<EntryTexts> reply(Policy policy, ReplyId id) {
    Stream<Reply> replies =
        policy.situations().values().stream().flatMap(known -> known.replies().stream());
    return replies
        .filter(reply -> reply.id().equals(id))
        .findFirst()
        .map(reply -> new EntryTexts(
            Map.of(Part.TEXT, reply.text()), Map.of(), reply.reviewBy(), reply.owner()));
  }

  private static Map<Part, LocalText> advice(LocalText topic, Advice advice) {
    Map<Part, LocalText> texts = new EnumMap<>(Part.class);
    texts.put(Part.TOPIC, topic);
    advice.dont().ifPresent(text -> texts.put(Part.DONT, text));
    advice.instead().ifPresent(text -> texts.put(Part.DO, text));
    texts.put(Part.WHY, advice.why());
    return texts;
  }

  private static <T> Optional<T> find(Collection<T> all, Predicate<T> wanted) {
    return all.stream().filter(wanted).findFirst();
  }
}
