package dev.instead.parity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** {@code docs/parity.md}: each use case of {@link ProductContract} in a row, each platform in a column. */
final class ParityPage {
  static final Path FILE = Path.of("docs", "parity.md");
  static final List<String> PLATFORMS = List.of("Slack", "Microsoft Teams");

  private static final List<String> SECTIONS = List.of(
      "Report",
      "Danger",
      "Claim",
      "Ask",
      "My reports",
      "When things go wrong",
      "Keeping texts right");
  private static final String INTRO = """
      # Slack and Microsoft Teams, side by side

      Each row is a use case that a test lives through on both platforms, over HTTP, through the endpoints that the platforms call
      (`src/test/java/dev/instead/parity/ProductContract.java`). A cell says how people go about it there; ✓ alone means with the
      same buttons and fields. The tests write this page (`-Dgolden=write`) and fail when it is out of date.
      """;

  private ParityPage() {}

  /** The use cases in the page's order. */
  static List<Method> useCases() {
    return Arrays.stream(ProductContract.class.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .sorted(Comparator.comparingInt(ParityPage::place))
        .toList();
  }

  /** The page as it is, with a platform's cells in place of its old ones; by the use case's sentence. */
  static String with(String platform, Map<String, String> cells) {
    Map<String, List<String>> old = read();
    StringBuilder page = new StringBuilder(INTRO);
    int section = -1;
    for (Method useCase : useCases()) {
      if (place(useCase) / 100 != section) {
        section = place(useCase) / 100;
        page.append("\n## ").append(SECTIONS.get(section - 1)).append("\n\n| |");
        PLATFORMS.forEach(name -> page.append(' ').append(name).append(" |"));
        page.append("\n|---|").append("---|".repeat(PLATFORMS.size())).append('\n');
      }
      String sentence = sentence(useCase);
      page.append("| ").append(sentence).append(" |");
      for (int i = 0; i < PLATFORMS.size(); i++) {
        List<String> known = old.getOrDefault(sentence, List.of("", ""));
        boolean own = PLATFORMS.get(i).equals(platform);
        page.append(' ')
            .append(own ? cells.getOrDefault(sentence, "") : known.get(i))
            .append(" |");
      }
      page.append('\n');
    }
    return page.toString();
  }

  static String text() {
    try {
      return Files.exists(FILE) ? Files.readString(FILE, StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(String page) {
    try {
      Files.writeString(FILE, page, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The method's name as a sentence. */
  static String sentence(Method useCase) {
    String words = useCase.getName().replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static int place(Method useCase) {
    return useCase.getAnnotation(Order.class).value();
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> rows = new HashMap<>();
    for (String line : text().split("\n", -1)) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == PLATFORMS.size() + 3) {
        rows.put(
            cells[1].strip(),
            Arrays.stream(cells)
                .skip(2)
                .limit(PLATFORMS.size())
                .map(String::strip)
                .toList());
      }
    }
    return rows;
  }
}
