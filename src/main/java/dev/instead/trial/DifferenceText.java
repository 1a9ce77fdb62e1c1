package dev.instead.trial;

import dev.instead.trial.EntryChange.Values;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A difference as lines for people. */
public final class DifferenceText {
  private static final int SHORT = 40;
  private static final int MOST = 50;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final Difference difference;
  private final String matched;
  private final List<String> lines = new ArrayList<>();

  private DifferenceText(Difference difference, String matched) {
    this.difference = difference;
    this.matched = matched;
  }

  /**
   * What changes, part by part, and whether anything does.
   *
   * @param matched how questions were matched, e.g. {@code by meaning}
   */
  public static List<String> of(Difference difference, String matched) {
    DifferenceText text = new DifferenceText(difference, matched);
    text.all();
    return List.copyOf(text.lines);
  }

  private void all() {
    heading("Entries that change", difference.entries().size());
    difference.entries().forEach(entry -> lines.add("  " + entry(entry)));
    difference.cases().ifPresent(this::cases);
    if (difference.tests() > 0) {
      heading(
          "Tests that come out otherwise, of " + difference.tests(),
          difference.fixtures().size());
      some(
          difference.fixtures(),
          difference.fixtures().size(),
          test -> test.place() + ": " + retold(test.before(), test.after()));
    }
    heading("Examples that lead elsewhere", difference.moves().size());
    some(
        difference.moves(),
        difference.moves().size(),
        move -> "\"%s\" (%s, of %s): %s → %s"
            .formatted(
                Cut.of(move.text()),
                move.language().toLanguageTag(),
                move.of(),
                move.before(),
                move.after()));
    lines.add((difference.isNone() ? "Nothing changes." : "Something changes.")
        + " Questions were matched " + matched + ".");
  }

  private void cases(CaseReplay replay) {
    heading("Cases that would go elsewhere, of " + replay.replayed(), replay.changes());
    some(replay.changed(), replay.changes(), this::replayed);
  }

  /** Of a restricted case nothing but the number is told. */
  private String replayed(CaseReplay.Changed changed) {
    String number = changed.known().number();
    if (changed.restricted()) {
      return number + " is restricted and would be routed otherwise";
    }
    ZoneId zone = difference.after().zone();
    String host =
        changed.known().host().isEmpty() ? "" : " on " + changed.known().host();
    return "%s (%s%s, %s, %s %s): %s"
        .formatted(
            number,
            changed.known().situation(),
            host,
            changed.known().language().toLanguageTag(),
            TIME.format(changed.known().openedAt().atZone(zone)),
            zone,
            (changed.gone() ? "its situation is gone, " : "")
                + parts(changed.before().parts(), changed.after().parts()));
  }

  /** Where both say the same things, those that differ. */
  private static String retold(Outcome before, Outcome after) {
    return before.parts().keySet().equals(after.parts().keySet())
            && before.parts().size() > 1
        ? parts(before.parts(), after.parts())
        : before + " → " + after;
  }

  private static String parts(Map<String, String> before, Map<String, String> after) {
    return after.entrySet().stream()
        .filter(part -> !part.getValue().equals(before.get(part.getKey())))
        .map(part -> part.getKey() + " " + before.get(part.getKey()) + " → " + part.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String entry(EntryChange change) {
    String fields = change.fields().entrySet().stream()
        .map(field -> field(field.getKey(), field.getValue()))
        .collect(Collectors.joining(", "));
    String name = (change.kind() + " " + change.id()).strip();
    return change.what().name().toLowerCase(Locale.ROOT) + " " + name
        + (fields.isEmpty() ? "" : ": " + fields);
  }

  /** Short values are shown; of a text it is enough to know that it is another one. */
  private static String field(String name, Values values) {
    boolean shown = !name.endsWith(")")
        && values.before().length() <= SHORT
        && values.after().length() <= SHORT;
    return shown ? name + " " + orNone(values.before()) + " → " + orNone(values.after()) : name;
  }

  private static String orNone(String value) {
    return value.isEmpty() ? "none" : value;
  }

  private void heading(String what, int count) {
    lines.add(what + ": " + (count == 0 ? "none" : count));
  }

  private <T> void some(List<T> all, int count, Function<T, String> line) {
    all.stream().limit(MOST).map(line).forEach(each -> lines.add("  " + each));
    if (count > MOST) {
      lines.add("  and " + (count - MOST) + " more; --json lists them");
    }
  }
}
