package dev.instead.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.slack.api.util.json.GsonFactory;
import dev.instead.office.ApprovedTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever is asked, only approved text is answered. */
class ApprovedOnSlackTest {
  private final ApprovedTexts approved = new ApprovedTexts();

  @Test
  void every_text_of_every_answer_is_in_the_policys_file_or_in_the_bundles() {
    Set<String> others = new TreeSet<>();
    int texts = 0;
    for (ApprovedTexts.Told told : ApprovedTexts.everything()) {
      SlackMessage message = SlackCards.of(told.notice(), told.language());
      List<String> shown = new ArrayList<>();
      collect(GsonFactory.createSnakeCase().toJsonTree(message.blocks()), shown);
      texts += shown.size();
      shown.stream().filter(text -> !approved.has(text)).forEach(others::add);
    }
    assertEquals(Set.of(), others);
    assertTrue(texts > 10_000, "only " + texts);
  }

  @Test
  void a_text_that_nobody_approved_would_be_noticed() {
    assertFalse(approved.has("Go ahead, post the prototype"));
    assertFalse(approved.has("Rule `x` · approved by me on 3 August 2026 · policy 2026-11"));
    assertTrue(approved.has(
        "Rule `memes` · approved by Communications on 24 August 2026 · policy 2026-11"));
  }

  /** What is drawn: strings called text; values and ids are nobody's to read. */
  private static void collect(JsonElement json, List<String> shown) {
    if (json.isJsonArray()) {
      json.getAsJsonArray().forEach(each -> collect(each, shown));
    } else if (json.isJsonObject()) {
      json.getAsJsonObject().entrySet().forEach(entry -> {
        JsonElement value = entry.getValue();
        if (entry.getKey().equals("text") && value.isJsonPrimitive()) {
          shown.add(value.getAsString());
        } else {
          collect(value, shown);
        }
      });
    }
  }
}
