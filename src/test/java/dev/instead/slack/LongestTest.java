package dev.instead.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.slack.api.util.json.GsonFactory;
import dev.instead.notice.Form;
import dev.instead.notice.LongSamples;
import dev.instead.notice.Notice;
import dev.instead.notice.Words;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The longest texts that the policy and people may write still fit into what Slack takes. */
class LongestTest {
  private static final Gson SLACK = GsonFactory.createSnakeCase();

  @ParameterizedTest
  @ValueSource(strings = {"a", "&", "😀", "👩‍👩‍👧‍👦", "\u202E", "ก็", "\n", "\uD83D"})
  void cards_of_the_longest_texts_fit(String letter) {
    for (Notice notice : LongSamples.notices(letter)) {
      for (Locale language : Words.LANGUAGES) {
        SlackMessage message = SlackCards.of(notice, language);
        JsonObject json = new JsonObject();
        json.addProperty("text", message.text());
        json.add("blocks", SLACK.toJsonTree(message.blocks()));
        Limits.checkMessage(json);
        Limits.checkView(SLACK.toJsonTree(SlackForms.closing(notice, language)).getAsJsonObject());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "&", "😀", "👩‍👩‍👧‍👦", "\u202E", "ก็", "\n", "\uD83D"})
  void forms_of_the_longest_texts_fit(String letter) {
    for (Form form : LongSamples.forms(letter)) {
      for (Locale language : Words.LANGUAGES) {
        Limits.checkView(SLACK.toJsonTree(SlackForms.of(form, language)).getAsJsonObject());
      }
    }
  }

  @Test
  void a_cut_falls_between_visible_characters() {
    assertEquals("a…", SafeText.plain("a👩‍👩‍👧‍👦b", 6));
    assertEquals("a👩‍👩‍👧‍👦b", SafeText.plain("a👩‍👩‍👧‍👦b", 13));
    assertEquals("&amp;…", SafeText.mrkdwn("&&&", 10));
    assertEquals("ab\uFFFDc", SafeText.plain("ab\uD83Dc", 10));
    assertTrue(SafeText.mrkdwn("<".repeat(3000), 3000).length() <= 3000);
  }
}
