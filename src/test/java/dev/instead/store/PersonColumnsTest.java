package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever adds a column that refers to a person says how it is exported, erased and forgotten. StoreCopyTest holds PostgreSQL to the same tables. */
class PersonColumnsTest {
  private static final String COLUMNS = """
      SELECT m.name AS "table", f."from" AS "column" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
      WHERE m.type = 'table' AND f."table" = 'person'
      """;

  /** The audit stays; what it refers to has a random name then. */
  private static final Set<Column> NAMELESS_WHEN_ERASED = Set.of(new Column("event", "person"));

  /** Each pair stands there in both directions. */
  private static final Set<Column> TOLD_BY_ANOTHER = Set.of(new Column("same_person", "other"));

  @TempDir
  Path folder;

  private record Column(String table, String name) {
    boolean foundBy(String sql) {
      return matches("FROM " + table + "\\b.*\\b" + name + " = \\?", sql);
    }

    boolean selectedBy(String sql) {
      return matches("SELECT (\\w\\.)?" + name + " FROM " + table + "\\b", sql);
    }

    private static boolean matches(String pattern, String sql) {
      return Pattern.compile(pattern, Pattern.DOTALL).matcher(sql).find();
    }
  }

  @Test
  void an_export_tells_all_that_refers_to_a_person() {
    assertEquals(List.of(), missing(PersonColumnsTest::isTold));
  }

  @Test
  void erasing_a_person_takes_all_that_refers_to_them() {
    assertEquals(List.of(), missing(PersonColumnsTest::isErased));
  }

  @Test
  void nobody_is_forgotten_of_whom_something_is_kept() {
    assertEquals(List.of(), missing(PersonColumnsTest::isForgotten));
  }

  @Test
  void a_column_that_nobody_thought_of_would_be_noticed() {
    Column reviewer = new Column("report", "reviewer");
    assertTrue(!isTold(reviewer) && !isErased(reviewer) && !isForgotten(reviewer));
    assertTrue(columns().size() >= 11, () -> "only " + columns());
  }

  private static boolean isTold(Column column) {
    return TOLD_BY_ANOTHER.contains(column)
        || any(Kept.ALL.stream().map(Kept::look).toList(), column);
  }

  private static boolean isErased(Column column) {
    return NAMELESS_WHEN_ERASED.contains(column) || any(PersonErasure.OF_PERSON.keySet(), column);
  }

  private static boolean isForgotten(Column column) {
    return List.of(UnkeptPeople.FIND.split("EXCEPT", -1)).stream().anyMatch(column::selectedBy)
        || any(UnkeptPeople.FORGET, column);
  }

  private static boolean any(Collection<String> statements, Column column) {
    return statements.stream().anyMatch(column::foundBy);
  }

  private List<Column> missing(Predicate<Column> handled) {
    return columns().stream().filter(handled.negate()).toList();
  }

  private List<Column> columns() {
    try (Database database = Database.open("jdbc:sqlite:" + folder.resolve("instead.db"))) {
      return database
          .readers()
          .readHot(sql -> sql.list(
              COLUMNS, row -> new Column(row.getString("table"), row.getString("column"))));
    }
  }
}
