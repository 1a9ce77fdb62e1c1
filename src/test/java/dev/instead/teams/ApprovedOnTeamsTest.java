package dev.instead.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.office.ApprovedTexts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever is asked, only approved text is answered. */
class ApprovedOnTeamsTest {
  private static final Set<String> DRAWN = Set.of("text", "title");

  private final ApprovedTexts approved = new ApprovedTexts();

  @Test
  void every_text_of_every_answer_is_in_the_policys_file_or_in_the_bundles() {
    Set<String> others = new TreeSet<>();
    int texts = 0;
    for (ApprovedTexts.Told told : ApprovedTexts.everything()) {
      List<String> shown = new ArrayList<>();
      collect(TeamsCards.of(told.notice(), told.language()).card(), shown);
      texts += shown.size();
      shown.stream().filter(text -> !approved.has(text)).forEach(others::add);
    }
    assertEquals(Set.of(), others);
    assertTrue(texts > 10_000, "only " + texts);
  }

  /** Values and ids are nobody's to read. */
  private static void collect(Object piece, List<String> shown) {
    if (piece instanceof Collection<?> list) {
      list.forEach(each -> collect(each, shown));
    } else if (piece instanceof Map<?, ?> map) {
      map.forEach((key, value) -> {
        if (value instanceof String text && DRAWN.contains(String.valueOf(key))) {
          shown.add(text);
        } else {
          collect(value, shown);
        }
      });
    }
  }
}
