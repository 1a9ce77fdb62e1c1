package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How people are drawn where there is no picture: initials on a colour. Colleagues keep theirs on both platforms, by their place. */
final class Faces {
  private static final List<String> COLOURS = List.of(
      "#7c4dbd", "#1f7a8c", "#b4532a", "#2f6f4e", "#a63d6d", "#3b5fb0", "#8a6d1d", "#5b6470",
      "#9a3b3b", "#4a7d2c");

  private Faces() {}

  /** Adds {@code colour} and {@code initials}; {@code place} is the person's among all. */
  static void draw(ObjectNode person, int place, String name) {
    person.put("colour", COLOURS.get(place % COLOURS.size())).put("initials", initials(name));
  }

  private static String initials(String name) {
    return Arrays.stream(name.split(" ", 3))
        .limit(2)
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
