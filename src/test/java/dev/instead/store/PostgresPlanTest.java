package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/** No query has to read a whole table: told to avoid it, PostgreSQL finds an index for each. */
@OnPostgres
class PostgresPlanTest {
  private static final Pattern PARAMETER = Pattern.compile("\\?|(?<![:\\w]):[a-z]+");

  @BeforeEach
  void there_are_tables() {
    PostgresServer.shared().fresh();
  }

  @ParameterizedTest
  @MethodSource("dev.instead.store.QueryPlanTest#onPostgres")
  void no_query_reads_a_whole_table(QueryPlanTest.Query query) throws SQLException {
    assertEquals(List.of(), wholeTables(query.sql()));
  }

  @Test
  void a_query_that_reads_a_whole_table_would_be_noticed() throws SQLException {
    assertEquals(1, wholeTables("SELECT 1 FROM report WHERE text = ?").size());
    assertEquals(
        1, wholeTables("SELECT 1 FROM message m WHERE m.error = :error").size());
  }

  private static List<String> wholeTables(String sql) throws SQLException {
    List<String> steps = new ArrayList<>();
    PGSimpleDataSource source = PostgresDatabase.source(PostgresServer.shared().address(), "");
    // Else the driver would have the parameters of a plan that has none.
    source.setPreferQueryMode(PreferQueryMode.SIMPLE);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET enable_seqscan = off");
      try (ResultSet plan = statement.executeQuery("EXPLAIN (GENERIC_PLAN) " + numbered(sql))) {
        while (plan.next()) {
          steps.add(plan.getString(1).strip());
        }
      }
    }
    return steps.stream().filter(step -> step.contains("Seq Scan")).toList();
  }

  /** As PostgreSQL writes parameters itself. */
  private static String numbered(String sql) {
    StringBuilder numbered = new StringBuilder();
    Matcher parameter = PARAMETER.matcher(sql);
    for (int i = 1; parameter.find(); i++) {
      parameter.appendReplacement(numbered, "\\$" + i);
    }
    return parameter.appendTail(numbered).toString();
  }
}
