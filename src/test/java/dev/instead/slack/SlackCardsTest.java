package dev.instead.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.util.json.GsonFactory;
import dev.instead.Golden;
import dev.instead.notice.FormSamples;
import dev.instead.notice.NoticeSamples;
import dev.instead.notice.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlackCardsTest {
  private static final Gson SLACK = GsonFactory.createSnakeCase();
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  @ParameterizedTest
  @MethodSource("dev.instead.notice.NoticeSamples#all")
  void every_notice_looks_like_its_golden_card(NoticeSamples.Sample sample) throws IOException {
    for (Locale language : Words.LANGUAGES) {
      JsonObject message = message(sample, language);
      Limits.checkMessage(message);
      Golden.assertMatches(file(sample.name(), language), PRETTY.toJson(message));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.instead.notice.FormSamples#all")
  void every_form_looks_like_its_golden_view(FormSamples.Sample sample) throws IOException {
    for (Locale language : Words.LANGUAGES) {
      JsonObject view = SLACK.toJsonTree(SlackForms.of(sample.form(), language)).getAsJsonObject();
      Limits.checkView(view);
      Golden.assertMatches(file("form/" + sample.name(), language), PRETTY.toJson(view));
    }
  }

  /** A notice may be the last page of a form, so it must fit there too. */
  @ParameterizedTest
  @MethodSource("dev.instead.notice.NoticeSamples#all")
  void every_notice_can_close_a_form(NoticeSamples.Sample sample) {
    for (Locale language : Words.LANGUAGES) {
      Limits.checkView(
          SLACK.toJsonTree(SlackForms.closing(sample.notice(), language)).getAsJsonObject());
    }
  }

  @Test
  void nothing_that_people_wrote_is_read_as_markup() {
    for (NoticeSamples.Sample sample : NoticeSamples.all()) {
      JsonObject message = message(sample, Locale.ENGLISH);
      List<String> interpreted = new ArrayList<>();
      mrkdwn(message, interpreted);
      interpreted.add(message.get("text").getAsString());
      for (String text : interpreted) {
        assertFalse(text.contains("<!channel"), () -> sample + ": " + text);
        assertFalse(text.contains("<!here"), () -> sample + ": " + text);
        assertFalse(text.contains("<https:"), () -> sample + ": " + text);
      }
      assertFalse(message.toString().contains("\u202E"), sample.name());
    }
  }

  @Test
  void a_reader_of_another_language_gets_english() {
    NoticeSamples.Sample sample = NoticeSamples.all().get(0);
    assertEquals(message(sample, Locale.ENGLISH), message(sample, Locale.FRENCH));
  }

  private static void mrkdwn(JsonElement element, List<String> found) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(each -> mrkdwn(each, found));
    } else if (element.isJsonObject()) {
      JsonObject object = element.getAsJsonObject();
      if (object.has("type") && object.get("type").getAsString().equals("mrkdwn")) {
        found.add(object.get("text").getAsString());
      }
      object.entrySet().forEach(entry -> mrkdwn(entry.getValue(), found));
    }
  }

  private static JsonObject message(NoticeSamples.Sample sample, Locale language) {
    SlackMessage message = SlackCards.of(sample.notice(), language);
    JsonObject json = new JsonObject();
    json.addProperty("text", message.text());
    json.add("blocks", SLACK.toJsonTree(message.blocks()));
    return json;
  }

  private static String file(String name, Locale language) {
    return "slack/" + language.toLanguageTag() + "/" + name + ".json";
  }
}
