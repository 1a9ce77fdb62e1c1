package dev.instead.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.desk.Matcher.Named;
import dev.instead.policy.Answer;
import dev.instead.policy.Policy;
import dev.instead.policy.ProtectedTopic;
import dev.instead.policy.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermFinderTest {
  private static final RuleId SECRET = new RuleId("secret");
  private static final RuleId RIGHT = new RuleId("right");
  private static final Locale INDONESIAN = Locale.forLanguageTag("id");

  private final TermFinder finder = new TermFinder(Set.of("prototipo"));

  TermFinderTest() {
    finder.add(
        SECRET,
        Map.of(
            Locale.ENGLISH,
            List.of(
                "prototype",
                "Meranti E1",
                "the new Rimba",
                "lock up",
                "alone in the car park",
                "page"),
            INDONESIAN,
            List.of("kode alarm", "prototipe", "rahasia", "peluncuran", "upah", "laporkan"),
            Locale.forLanguageTag("th"),
            List.of("ความลับ")));
    finder.add(RIGHT, Map.of(Locale.ENGLISH, List.of("strike", "my pay", "what i earn")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "we saw the prototype | prototype",
        "PROTOTYPE! | PROTOTYPE",
        "two prototypes came | prototypes",
        "the prototype's doors | prototype's",
        "a prototyp, a beauty | prototyp",
        "two prototpyes | prototpyes",
        "the proto-type | proto-type",
        "the proto type | proto type",
        "P r o t o t y p e | P r o t o t y p e",
        "ＰＲＯＴＯＴＹＰＥ | ＰＲＯＴＯＴＹＰＥ",
        "рrоtоtуре in Cyrillic | рrоtоtуре",
        "prôtotypé | prôtotypé",
        "#NewPrototypeSeen | Prototype",
        "#thenewprototype | thenewprototype",
        "prototipenya keren | prototipenya",
        "meranti e-1 | meranti e-1",
        "#MerantiE1 | MerantiE1",
        "a new Rimba | new Rimba",
        "locking up at nine | locking up",
        "locked it up? locks up! | locks up",
        "alone in our car park | alone in our car park",
        "kode alarmnya 1234 | kode alarmnya",
        "itu dirahasiakan | dirahasiakan",
        "merahasiakannya | merahasiakannya",
        "diluncurkan? peluncurannya besok | peluncurannya",
        "upahku kecil | upahku",
        "melaporkan | melaporkan",
        "นี่คือความลับของเรา | นี่คือความลับของเรา",
      })
  void a_term_is_found_however_it_is_written(String draft, String passage) {
    List<String> passages = named(draft, SECRET);
    assertTrue(passages.contains(passage), passages.toString());
  }

  @Test
  void what_cannot_be_seen_hides_nothing() {
    assertEquals(List.of("prot\u200Bo\u00ADtype"), named("a prot\u200Bo\u00ADtype", SECRET));
    assertEquals(1, named("pro\u0301totype", SECRET).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "😀😀😀",
        "👩‍👩‍👧‍👦 ❤️",
        "the type of protocol",
        "the pag of paper, wages and stages",
        "a stage and a cage",
        "Meranti is in the E1 hall",
        "the new car, a Rimba",
        "we look up to you",
        "upahan dan rupa",
        "kode pos, alarm mobil",
        "<script>alert('pro')</script>",
        "\uD83D",
        "a striking photo",
      })
  void another_word_is_another_word(String draft) {
    assertEquals(List.of(), finder.in(draft));
  }

  @Test
  void a_word_that_is_right_by_itself_is_no_typing_error() {
    assertEquals(List.of(), named("the stroke of luck", RIGHT));
    assertEquals(List.of("strke"), named("on strke", RIGHT));
    assertEquals(List.of(), named("what i learn", RIGHT));
    assertEquals(List.of("my pay"), named("that's my pay", RIGHT));
    assertEquals(List.of(), named("their pay", RIGHT));
  }

  @Test
  void a_word_of_the_policy_is_no_typing_error_of_another() {
    assertEquals(List.of(), named("prototipo", SECRET));
    assertEquals(List.of("prototipa"), named("prototipa", SECRET));
    assertEquals(List.of(), named("rahasya", RIGHT));
  }

  @Test
  void each_entry_comes_once_with_at_most_three_of_the_drafts_own_passages() {
    List<TermFinder.Found> found =
        finder.in("strike! prototype, prototypes, Prototype, PROTOTYPE, a strike");
    assertEquals(
        List.of(RIGHT, SECRET), found.stream().map(TermFinder.Found::rule).toList());
    assertEquals(List.of("prototype", "prototypes", "Prototype"), found.get(1).passages());
  }

  @Test
  void the_last_words_of_ten_thousand_characters_count_as_much_as_the_first() {
    String long_ = "nothing to see. ".repeat(620);
    assertEquals(List.of("prototype"), named(long_ + "prototype", SECRET));
    String longest = "a".repeat(9_990) + " ";
    assertEquals(List.of("prototype"), named(longest + "prototype", SECRET));
  }

  @Test
  void a_passage_is_short_however_much_space_is_in_it() {
    String passage = named("kode" + " ".repeat(5_000) + "alarm", SECRET).get(0);
    assertEquals("kode alarm", passage);
  }

  /** False alarms on what staff of the example company really ask, and on what they type that isn't about the policy at all. */
  @Test
  void small_talk_and_questions_seldom_name_what_is_kept_back() {
    Policy policy = ColdStart.example();
    LuceneMatcher matcher = new LuceneMatcher();
    Set<RuleId> rights =
        policy.protectedTopics().stream().map(ProtectedTopic::id).collect(Collectors.toSet());
    for (String line : WordLists.lines("negatives.tsv")) {
      List<Named> named = matcher.named(policy, line.substring(line.indexOf('\t') + 1));
      assertTrue(named.stream().allMatch(each -> rights.contains(each.rule())), line + named);
    }
    List<String> questions = new ArrayList<>();
    for (Answer answer : policy.answers().values()) {
      answer.questions().values().forEach(questions::addAll);
    }
    List<String> naming = questions.stream()
        .filter(question -> matcher.named(policy, question).stream()
            .anyMatch(each -> !rights.contains(each.rule())))
        .toList();
    assertTrue(naming.size() * 40 <= questions.size(), naming.toString());
    assertFalse(naming.isEmpty());
  }

  private List<String> named(String draft, RuleId rule) {
    return finder.in(draft).stream()
        .filter(found -> found.rule().equals(rule))
        .flatMap(found -> found.passages().stream())
        .toList();
  }
}
