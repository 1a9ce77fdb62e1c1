package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever adds a column says what it keeps of people, and until when. */
class PrivacyPageTest {
  private static final Pattern COLUMN = Pattern.compile("`([a-z_]+)`");

  @TempDir
  Path folder;

  @Test
  void every_column_of_the_store_is_explained_and_no_other() throws IOException {
    assertEquals(columns(), explained());
  }

  private Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new TreeMap<>();
    try (Database database = Database.open("jdbc:sqlite:" + folder.resolve("instead.db"))) {
      for (String table : StoreCopy.TABLES) {
        List<String> names = database
            .readers()
            .readHot(sql ->
                sql.list("SELECT name FROM pragma_table_info(?)", row -> row.getString(1), table));
        columns.put(table, new TreeSet<>(names));
      }
    }
    // What only several nodes need, and StoreCopyTest holds both databases to the same tables
    // otherwise.
    columns.put("node", new TreeSet<>(Set.of("id", "seen")));
    columns.computeIfPresent("message", (table, names) -> {
      assertTrue(names.add("lent_to"));
      return names;
    });
    return columns;
  }

  private static Map<String, Set<String>> explained() throws IOException {
    Map<String, Set<String>> explained = new TreeMap<>();
    Set<String> current = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("docs", "privacy.md"), StandardCharsets.UTF_8)) {
      if (line.startsWith("### ")) {
        current = new TreeSet<>();
        explained.put(line.substring("### ".length()), current);
      } else if (line.startsWith("| `")) {
        Matcher column = COLUMN.matcher(line.split("\\|", -1)[1]);
        while (column.find()) {
          current.add(column.group(1));
        }
      }
    }
    return explained;
  }
}
