package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No query reads a whole table; only the few rows that wait, are lent or were given up may be read one after the other. */
class QueryPlanTest {
  private static final List<Class<?>> WITH_SQL = List.of(
      JdbiCases.class,
      JdbiQueue.class,
      Taking.class,
      JdbiAddressBook.class,
      JdbiAccounts.class,
      JdbiTimers.class,
      JdbiProposals.class,
      JdbiForgetting.class,
      SamePerson.class,
      CaseWrites.class,
      Messages.class,
      People.class);

  private static final String ON_POSTGRES = "_POSTGRES";

  private static final Pattern QUERY =
      Pattern.compile("(?s)\\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\\b.*");
  private static final Pattern WHOLE_TABLE =
      Pattern.compile("SCAN (?!lane|json_each|CONSTANT)\\w+( .*)?");
  private static final Pattern FEW_ROWS = Pattern.compile(
      ".*INDEX (message_waiting_in_private|message_due|message_given_up|message_lent|proposal_open)");

  @TempDir
  Path directory;

  private Database database;

  /** A statement and its name. */
  record Query(String name, String sql) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + directory.resolve("instead.db"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  static Stream<Query> queries() {
    return WITH_SQL.stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
        .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
        .map(QueryPlanTest::query)
        .filter(query -> QUERY.matcher(query.sql()).matches())
        .filter(query -> !query.name().matches(".*\\.(FROM_.*|LANES|IN_CHANNELS|IN_PRIVATE)"));
  }

  static Stream<Query> onSqlite() {
    return queries().filter(query -> !query.name().endsWith(ON_POSTGRES));
  }

  /** Of what both understand the same; of the rest PostgreSQL's own. */
  static Stream<Query> onPostgres() {
    Set<String> own = queries().map(Query::name).collect(Collectors.toSet());
    return queries().filter(query -> !own.contains(query.name() + ON_POSTGRES));
  }

  @ParameterizedTest
  @MethodSource("onSqlite")
  void no_query_reads_a_whole_table(Query query) {
    assertEquals(List.of(), wholeTables(query.sql()));
  }

  @Test
  void every_class_with_sql_is_looked_at() {
    assertTrue(queries().count() > 40, () -> "only " + queries().toList());
  }

  @Test
  void a_query_that_reads_a_whole_table_would_be_noticed() {
    assertEquals(1, wholeTables("SELECT 1 FROM report WHERE text = 'x'").size());
    assertEquals(1, wholeTables("SELECT 1 FROM message m WHERE m.error = 'x'").size());
    String joined = "SELECT t.id FROM cases c LEFT JOIN message t ON FALSE WHERE c.number = 'x'";
    assertEquals(1, wholeTables(joined).size());
  }

  private List<String> wholeTables(String sql) {
    return plan(sql).stream()
        .filter(step -> WHOLE_TABLE.matcher(step).matches())
        .filter(step -> !FEW_ROWS.matcher(step).matches())
        .toList();
  }

  private List<String> plan(String sql) {
    return new ArrayList<>(database
        .readers()
        .readHot(statements ->
            statements.list("EXPLAIN QUERY PLAN " + sql, row -> row.getString("detail"))));
  }

  private static Query query(Field field) {
    try {
      field.setAccessible(true);
      String name = field.getDeclaringClass().getSimpleName() + "." + field.getName();
      return new Query(name, String.valueOf(field.get(null)));
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
