package dev.instead.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.instead.Golden;
import dev.instead.notice.FormSamples;
import dev.instead.notice.LongSamples;
import dev.instead.notice.Notice;
import dev.instead.notice.NoticeSamples;
import dev.instead.notice.Words;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsCardsTest {
  private static final String OP = "00000000-0000-4000-8000-0000000000f0";

  @ParameterizedTest
  @MethodSource("dev.instead.notice.NoticeSamples#all")
  void every_notice_looks_like_its_golden_card(NoticeSamples.Sample sample) throws IOException {
    for (Locale language : Words.LANGUAGES) {
      TeamsMessage message = TeamsCards.of(sample.notice(), language);
      CardCheck.check(message.card());
      assertTrue(!message.summary().isBlank() && message.summary().length() <= 500);
      Golden.assertMatches(file(sample.name(), language), CardCheck.pretty(message));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.instead.notice.FormSamples#all")
  void every_form_looks_like_its_golden_dialog(FormSamples.Sample sample) throws IOException {
    for (Locale language : Words.LANGUAGES) {
      Dialog dialog = TeamsForms.of(sample.form(), language, OP);
      CardCheck.check(dialog.card());
      Golden.assertMatches(file("form/" + sample.name(), language), CardCheck.pretty(dialog));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.instead.notice.NoticeSamples#all")
  void every_notice_can_close_a_dialog(NoticeSamples.Sample sample) {
    for (Locale language : Words.LANGUAGES) {
      Dialog dialog = TeamsForms.closing(sample.notice(), language);
      CardCheck.check(dialog.card());
      for (JsonNode piece : CardCheck.pieces(CardCheck.tree(dialog.card()))) {
        assertFalse(piece.path("type").asText().equals("Action.Execute"), "works in no dialog");
        assertFalse(piece.path("data").has("msteams"), "opens nothing inside a dialog");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "*", "\"", "😀", "👩‍👩‍👧‍👦", "\u202E", "ก็", "\uD83D"})
  void the_longest_texts_make_no_card_too_large(String letter) {
    for (Notice notice : LongSamples.notices(letter)) {
      for (Locale language : Words.LANGUAGES) {
        CardCheck.check(TeamsCards.of(notice, language).card());
      }
    }
    LongSamples.forms(letter).forEach(form -> {
      for (Locale language : Words.LANGUAGES) {
        CardCheck.check(TeamsForms.of(form, language, OP).card());
      }
    });
  }

  @Test
  void nothing_that_people_wrote_is_read_as_markup() {
    for (NoticeSamples.Sample sample : NoticeSamples.all()) {
      assertHarmless(TeamsCards.of(sample.notice(), Locale.ENGLISH).card());
    }
    for (FormSamples.Sample sample : FormSamples.all()) {
      assertHarmless(TeamsForms.of(sample.form(), Locale.ENGLISH, OP).card());
    }
  }

  /** Words of the product's own mark nothing but bold, and know no tags, links or code. */
  private static void assertHarmless(Map<String, Object> card) {
    for (JsonNode piece : CardCheck.pieces(CardCheck.tree(card))) {
      if (piece.path("type").asText().equals("TextBlock")) {
        String read = piece.get("text").asText().replaceAll("\\\\.", "");
        assertFalse(read.replace("**", "").matches("(?s).*[\\[\\]<>`~*_#].*"), read);
      }
      if (piece.has("selectAction") || piece.path("type").asText().equals("Action.OpenUrl")) {
        assertFalse(piece.toString().contains("evil.example"), piece.toString());
      }
    }
    assertFalse(card.toString().contains("\u202E"));
    assertFalse(card.toString().contains("mention"));
  }

  @Test
  void the_teams_card_offers_what_its_stage_allows() {
    assertEquals(
        Set.of(
            "case.take",
            "case.dismiss",
            "case.hand_over",
            "case.severity",
            "case.merge",
            "case.timeline"),
        verbs("TeamCard"));
    assertEquals(
        Set.of(
            "case.resolve",
            "case.replies",
            "case.ask",
            "case.reply",
            "case.hand_over",
            "case.severity",
            "case.merge",
            "case.release",
            "case.timeline"),
        verbs("TeamCard.claimed"));
    assertEquals(Set.of("case.reopen", "case.timeline"), verbs("TeamCard.resolved"));
    assertEquals(
        Set.of("case.take", "case.hand_over", "case.merge", "case.timeline"),
        verbs("TeamCard.question"));
    assertEquals(
        Set.of(
            "case.take",
            "case.dismiss",
            "case.reports",
            "case.hand_over",
            "case.severity",
            "case.merge",
            "case.timeline"),
        verbs("TeamCard.flood"));
    assertEquals(Set.of(), verbs("TeamCard.merged"));
    assertEquals(Set.of(), verbs("TeamCard.elsewhere"));
  }

  @Test
  void what_acts_at_once_is_executed_and_what_asks_more_opens_a_dialog() {
    JsonNode card = card("TeamCard.claimed");
    for (JsonNode piece : CardCheck.pieces(card)) {
      String verb = piece.path("data").path("verb").asText();
      if (verb.equals("case.release") && piece.path("mode").asText().equals("secondary")) {
        assertEquals("Action.Execute", piece.get("type").asText());
      }
      if (verb.equals("case.resolve")) {
        assertEquals(
            "task/fetch", piece.path("data").path("msteams").path("type").asText());
      }
    }
  }

  @Test
  void a_dialog_shown_again_keeps_what_was_typed_and_says_what_is_wrong() {
    Dialog form = TeamsForms.of(FormSamples.all().get(0).form(), Locale.ENGLISH, OP);
    Dialog again = TeamsForms.again(
        form,
        Map.of(
            Verbs.LINK_FIELD,
            "htps:/x",
            Verbs.TEXT_FIELD,
            "He is angry",
            Verbs.SITUATION_FIELD,
            "refund"),
        Verbs.LINK_FIELD,
        "I can't read this as a link.");
    CardCheck.check(again.card());
    List<JsonNode> pieces = CardCheck.pieces(CardCheck.tree(again.card()));
    int field = index(pieces, Verbs.LINK_FIELD);
    assertEquals("htps:/x", pieces.get(field).get("value").asText());
    assertEquals(
        "I can't read this as a link.", pieces.get(field - 1).get("text").asText());
    assertEquals(
        "He is angry", pieces.get(index(pieces, Verbs.TEXT_FIELD)).get("value").asText());
    assertEquals(
        "refund", pieces.get(index(pieces, Verbs.SITUATION_FIELD)).get("value").asText());
  }

  @Test
  void a_long_question_travels_once_and_whole() {
    String question = "May I post this? " + "x".repeat(1800);
    Notice nothing = new Notice.NoAnswer(question);
    List<JsonNode> pieces =
        CardCheck.pieces(CardCheck.tree(TeamsCards.of(nothing, Locale.ENGLISH).card()));
    JsonNode field = pieces.get(index(pieces, Verbs.QUESTION_FIELD));
    String value = pieces.stream()
        .filter(piece -> piece.path("verb").asText().equals(Verbs.SEND_ON))
        .map(piece -> piece.get("data").get("value").asText())
        .findFirst()
        .orElseThrow();
    assertEquals(question, Asked.of(value, field.get("value").asText()));
    assertEquals("May I?", Asked.of(Asked.value("May I?"), null));
    assertTrue(Asked.field("May I?").isEmpty());
  }

  @Test
  void whom_to_call_is_one_press_away_in_a_report_and_open_where_danger_was_chosen() {
    assertTrue(card(FormSamples.all().get(0)).contains("\"isVisible\" : false"));
    assertTrue(card(FormSamples.all().get(0)).contains("+62 21 555 0110"));
    String danger = card(FormSamples.all().get(1));
    assertFalse(danger.contains("isVisible"));
    assertTrue(danger.indexOf("+62 21 555 0110") < danger.indexOf("Input.Text"));
  }

  @Test
  void a_reader_of_another_language_gets_english() {
    Notice notice = NoticeSamples.all().get(0).notice();
    assertEquals(TeamsCards.of(notice, Locale.ENGLISH), TeamsCards.of(notice, Locale.FRENCH));
  }

  private static String card(FormSamples.Sample sample) {
    return CardCheck.pretty(TeamsForms.of(sample.form(), Locale.ENGLISH, OP));
  }

  private static JsonNode card(String sample) {
    return NoticeSamples.all().stream()
        .filter(each -> each.name().equals(sample))
        .map(each -> CardCheck.tree(TeamsCards.of(each.notice(), Locale.ENGLISH).card()))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> verbs(String sample) {
    Set<String> verbs = new TreeSet<>();
    for (JsonNode piece : CardCheck.pieces(card(sample))) {
      if (piece.path("data").has("verb")) {
        verbs.add(piece.get("data").get("verb").asText());
      }
    }
    return verbs;
  }

  private static int index(List<JsonNode> pieces, String id) {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).path("id").asText().equals(id)) {
        return i;
      }
    }
    throw new AssertionError("Nothing is called " + id);
  }

  private static String file(String name, Locale language) {
    return "teams/" + language.toLanguageTag() + "/" + name + ".json";
  }
}
