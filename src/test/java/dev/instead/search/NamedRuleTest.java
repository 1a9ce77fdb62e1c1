package dev.instead.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instead.desk.Grounds;
import dev.instead.desk.Matcher.Match;
import dev.instead.desk.Matcher.Weighed;
import dev.instead.policy.RuleId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamedRuleTest {
  private static final RuleId RIGHT = new RuleId("right");
  private static final Grounds TERM = Grounds.term(RIGHT, "lembur", "1");

  @Test
  void a_term_is_sure_where_the_rest_of_the_question_comes_near_its_entry() {
    Weighed unsure = own(new Match.Unsure(rules("a", "right")), "a", "right");
    assertEquals(new Weighed(new Match.Sure(RIGHT), TERM), weigh(unsure));
    assertEquals(
        new Match.Sure(RIGHT), weigh(own(new Match.Sure(RIGHT), "right", "a")).match());
  }

  @Test
  void another_sure_entry_is_offered_behind_it() {
    Weighed other = own(new Match.Sure(new RuleId("a")), "a", "right", "b");
    assertEquals(new Match.Unsure(rules("right", "a", "b")), weigh(other).match());
    assertEquals(other.grounds(), weigh(other).grounds());
  }

  @Test
  void a_question_that_is_near_other_entries_alone_leaves_the_choice() {
    Weighed far = own(new Match.Unsure(rules("a", "b", "c")), "a", "b", "c");
    assertEquals(new Match.Unsure(rules("right", "a", "b")), weigh(far).match());
  }

  @Test
  void a_question_that_the_policy_seems_not_to_cover_leaves_the_choice_too() {
    Weighed nothing = own(new Match.Nothing(), "right", "a");
    assertEquals(new Match.Unsure(rules("right", "a")), weigh(nothing).match());
  }

  @Test
  void where_there_is_no_other_entry_there_is_no_choice() {
    assertEquals(new Match.Sure(RIGHT), weigh(own(new Match.Nothing())).match());
  }

  private static Weighed weigh(Weighed own) {
    return NamedRule.weigh(own, TERM, RIGHT);
  }

  private static Weighed own(Match match, String... nearest) {
    return new Weighed(
        match,
        new Grounds(Grounds.Method.MEANING, rules(nearest), "like", 0.5, 0.1, "read", 0.5, "1"));
  }

  private static List<RuleId> rules(String... ids) {
    return Stream.of(ids).map(RuleId::new).toList();
  }
}
