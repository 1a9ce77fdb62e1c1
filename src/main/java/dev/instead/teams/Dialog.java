package dev.instead.teams;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a dialog shows (Teams' documentation: task module).
 *
 * @param title plain text
 * @param card an Adaptive Card 1.5 as JSON, with the form's fields and buttons
 */
record Dialog(String title, Map<String, Object> card) {
  Dialog {
    card = Collections.unmodifiableMap(new LinkedHashMap<>(card));
  }
}
