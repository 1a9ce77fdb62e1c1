package dev.instead.teams;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message as Teams takes it.
 *
 * @param summary for notifications and screen readers, plain text
 * @param card an Adaptive Card 1.5 as JSON: maps, lists, texts, numbers and truths
 */
record TeamsMessage(String summary, Map<String, Object> card) {
  TeamsMessage {
    card = Collections.unmodifiableMap(new LinkedHashMap<>(card));
  }
}
