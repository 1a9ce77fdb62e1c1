package dev.instead.office;

import dev.instead.config.PolicyReader;
import dev.instead.config.Reading;
import dev.instead.desk.AnswerDesk;
import dev.instead.notice.Notice;
import dev.instead.notice.Words;
import dev.instead.people.Person;
import dev.instead.policy.Account;
import dev.instead.policy.Embargo;
import dev.instead.policy.PersonalAccountRule;
import dev.instead.policy.Policies;
import dev.instead.policy.Policy;
import dev.instead.policy.ProtectedTopic;
import dev.instead.policy.RuleId;
import dev.instead.policy.SensitiveTopic;
import dev.instead.policy.Stance;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Every answer that the example policy can lead to, and whether a text that is shown was approved: it stands in the policy's file, or is a
 * sentence of the product's own whose values do.
 */
public final class ApprovedTexts {
  private static final Path FILE = Path.of("config", "policy.yaml");
  private static final Pattern MARKS = Pattern.compile("\\\\(?=\\p{Punct})|[*`“”]");
  private static final Pattern QUOTED = Pattern.compile("“[^”]*”(, “[^”]*”)*");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

  /** A day, an instant as each platform writes it, a number. */
  private static final Pattern FORMATTED = Pattern.compile(
      "\\d{1,2} \\p{L}+ \\d{4}|<!date\\^.*>|\\{\\{DATE.*\\}\\} ?\\{\\{TIME.*\\}\\}|\\d+|https://\\S+");

  private final Set<String> file = new HashSet<>();
  private final List<Pattern> sentences = new ArrayList<>();

  public ApprovedTexts() {
    String yaml = text(FILE);
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    collect(new Load(settings).loadFromString(yaml));
    Words.LANGUAGES.forEach(language -> sentences.addAll(patterns(language)));
  }

  /** An answer and who reads it. */
  public record Told(Notice notice, Locale language, String what) {}

  /** Every rule, in each language, under each stance, for somebody trained and somebody not, on each account; and a draft of each term. */
  public static List<Told> everything() {
    List<Told> told = new ArrayList<>();
    for (String stance : List.of("strict", "trained", "relaxed")) {
      Policy policy = policy(stance);
      try (Office office = new Office(policy)) {
        for (Person person : List.of(Office.DEWI, Office.BUDI, Office.BEN)) {
          Locale language = office.desks.readers().languageOf(person);
          answers(policy, office.desks.answers(), person)
              .forEach(notice ->
                  told.add(new Told(notice, language, stance + " " + person.id() + " " + notice)));
        }
      }
    }
    return told;
  }

  private static List<Notice> answers(Policy policy, AnswerDesk desk, Person person) {
    List<Notice> all = new ArrayList<>();
    for (RuleId rule : rules(policy)) {
      all.add(desk.show(person, rule, ""));
      for (Account account : Account.values()) {
        all.add(desk.onAccount(person, rule, account.code(), ""));
      }
    }
    if (policy.stance() == Stance.STRICT) {
      terms(policy).forEach(term -> all.add(desk.check(person, term)));
    }
    return all;
  }

  private static List<RuleId> rules(Policy policy) {
    return Stream.of(
            policy.answers().keySet().stream(),
            policy.embargoes().stream().map(Embargo::id),
            policy.sensitive().stream().map(SensitiveTopic::id),
            policy.personalAccounts().stream().map(PersonalAccountRule::id),
            policy.protectedTopics().stream().map(ProtectedTopic::id))
        .flatMap(ids -> ids)
        .toList();
  }

  private static List<String> terms(Policy policy) {
    return Stream.of(
            policy.embargoes().stream().map(Embargo::terms),
            policy.sensitive().stream().map(SensitiveTopic::terms),
            policy.protectedTopics().stream().map(ProtectedTopic::terms))
        .flatMap(maps -> maps)
        .flatMap(map -> map.values().stream())
        .flatMap(List::stream)
        .toList();
  }

  /** BEN's training ends soon in it. */
  private static Policy policy(String stance) {
    String yaml = text(FILE)
        .replaceFirst("\nstance: strict", "\nstance: " + stance)
        .replaceFirst("slack: \\[S0TRAINED\\]", "slack: [{ id: U0BEN, until: 2026-11-30 }]");
    Reading reading =
        PolicyReader.read("policy.yaml", yaml.getBytes(StandardCharsets.UTF_8), Policies.TODAY);
    return ((Reading.Valid) reading).policy();
  }

  /** Whether a text was approved; what is quoted of a draft was a term of the policy's, as {@link #everything} made the drafts. */
  public boolean has(String shown) {
    if (QUOTED.matcher(shown).matches()) {
      return Stream.of(shown.split(", "))
          .map(ApprovedTexts::plain)
          .allMatch(quoted -> file.stream().anyMatch(text -> text.contains(quoted)));
    }
    String plain = plain(shown);
    return plain.isEmpty() || plain.equals("•") || isApproved(plain);
  }

  private boolean isApproved(String plain) {
    if (file.contains(plain) || FORMATTED.matcher(plain).matches()) {
      return true;
    }
    for (Pattern sentence : sentences) {
      Matcher match = sentence.matcher(plain);
      if (match.matches() && approvedValues(match)) {
        return true;
      }
    }
    String[] several = plain.split(", ");
    return several.length > 1 && Stream.of(several).allMatch(this::isApproved);
  }

  private boolean approvedValues(Matcher match) {
    for (int i = 1; i <= match.groupCount(); i++) {
      if (!isApproved(match.group(i).strip())) {
        return false;
      }
    }
    return true;
  }

  private void collect(Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, inside) -> {
        file.add(plain(String.valueOf(key)));
        collect(inside);
      });
    } else if (value instanceof Collection<?> list) {
      list.forEach(this::collect);
    } else {
      file.add(plain(String.valueOf(value)));
    }
  }

  private static List<Pattern> patterns(Locale language) {
    Properties words = new Properties();
    String name = "/words/" + language.toLanguageTag() + ".properties";
    try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(name))) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words.values().stream()
        .map(String::valueOf)
        .filter(sentence -> !sentence.contains("plural"))
        .map(sentence -> pattern(plain(sentence)))
        .toList();
  }

  private static Pattern pattern(String sentence) {
    StringBuilder pattern = new StringBuilder();
    Matcher value = Pattern.compile("\\{[a-z_]+\\}").matcher(sentence);
    int at = 0;
    while (value.find()) {
      pattern.append(Pattern.quote(sentence.substring(at, value.start()))).append("(.+)");
      at = value.end();
    }
    return Pattern.compile(pattern + Pattern.quote(sentence.substring(at)), Pattern.DOTALL);
  }

  /** Without the marks that a platform draws something with, and what parts a label from its link. */
  private static String plain(String text) {
    String unescaped = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    String words = MARKS.matcher(unescaped).replaceAll("");
    return SPACE.matcher(words).replaceAll(" ").strip().replaceFirst(" →$", "");
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
