package dev.instead.store;

import dev.instead.config.DatabaseAddress;
import dev.instead.people.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Everything that a store keeps of one person, on all their accounts: told, or erased. Also while a bot runs on it. */
public final class PersonRecords {
  private static final String FIND =
      "SELECT id, name FROM person WHERE platform = ? AND workspace = ? AND remote_id = ?";

  private static final String OTHER = """
      SELECT o.id, o.name, o.platform, o.workspace, o.remote_id FROM same_person s JOIN person o ON o.id = s.other WHERE s.person = ?
      """;

  private static final List<String> TOUCHED = List.of(
      "person",
      "cases",
      "report",
      "note",
      "message",
      "delivery",
      "acquaintance",
      "mailbox",
      "same_person",
      "proposal",
      "feedback");

  /** Words of people, whose they are, and what they are about. */
  private static final Map<String, String> WORDS = Map.of(
      "report", "SELECT case_number FROM report WHERE instr(text, ?) > 0 AND person <> ?",
      "note", "SELECT case_number FROM note WHERE instr(text, ?) > 0 AND person <> ?",
      "link",
          "SELECT c.number FROM cases c WHERE instr(c.link_url, ?) > 0 AND EXISTS (SELECT 1 FROM report r WHERE r.case_number = c.number AND r.person <> ?)",
      "outcome",
          "SELECT number FROM cases WHERE instr(outcome_text, ?) > 0 AND COALESCE(stage_by, -1) <> ?",
      "proposal", "SELECT about FROM proposal WHERE instr(diff, ?) > 0 AND person <> ?");

  /** A name shorter than this is in too many words. */
  private static final int NAME = 4;

  /** Rewriting so much takes less than a second, and the bot's writes wait for no longer. */
  private static final long REWRITTEN_AT_ONCE = 32L << 20;

  private PersonRecords() {}

  /** What to do about the space that erased things leave behind. */
  public enum Space {
    /** SQLite: overwrite, and rewrite a small file. PostgreSQL: VACUUM, after which the server uses the space again. */
    FREED,
    /** Rewrite all of it, while writes wait: no trace is left in the files of the database. */
    REWRITTEN
  }

  /**
   * Things of one kind.
   *
   * @param rows column by column; instants in ISO form
   */
  public record Things(
      Person account,
      String what,
      String why,
      String until,
      List<Map<String, @Nullable Object>> rows) {}

  /**
   * What is kept of somebody.
   *
   * @param accounts the one that was asked for first; empty when the store doesn't know it
   * @param mentions where words of others name the person: {@code S-7KQ2 (report)}
   */
  public record Records(List<Person> accounts, List<Things> things, List<String> mentions) {}

  /**
   * What became of it.
   *
   * @param erased what was there
   * @param left what an operator still has to know or do, in sentences
   */
  public record Erased(Records erased, List<String> left) {}

  private record Account(long key, Person person, String name) {}

  /**
   * Looks for everything that is kept of the person, under all their accounts.
   *
   * @throws dev.instead.desk.StoreException when the store can't be read
   */
  public static Records of(DatabaseAddress address, Person person) {
    return Look.in(address, new Records(List.of(), List.of(), List.of()), store -> {
      prepare(store);
      return records(new Statements(store.connection(), store.dialect()), person);
    });
  }

  /**
   * Erases the person, under all their accounts.
   *
   * @throws dev.instead.desk.StoreException when that can't be done; then it may be done in part, and can be run again
   */
  public static Erased erase(DatabaseAddress address, Person person, Space space, Instant now) {
    return Look.in(
        address, new Erased(new Records(List.of(), List.of(), List.of()), List.of()), store -> {
          Statements sql = new Statements(store.connection(), store.dialect());
          prepare(store);
          Records found = records(sql, person);
          PersonErasure erasure = new PersonErasure(store.connection(), sql);
          // The one that was asked for last: as long as it is there, the other is found by it.
          List<Account> accounts = new ArrayList<>(accounts(sql, person));
          Collections.reverse(accounts);
          for (Account account : accounts) {
            erasure.erase(account.key(), now);
          }
          return new Erased(found, settle(store, address, space));
        });
  }

  private static Records records(Statements sql, Person person) throws SQLException {
    List<Account> accounts = accounts(sql, person);
    List<Things> things = new ArrayList<>();
    for (Account account : accounts) {
      for (Kept kept : Kept.ALL) {
        List<Map<String, @Nullable Object>> rows =
            sql.list(kept.look(), PersonRecords::readable, account.key());
        if (!rows.isEmpty()) {
          things.add(new Things(account.person(), kept.name(), kept.why(), kept.until(), rows));
        }
      }
    }
    return new Records(
        accounts.stream().map(Account::person).toList(), things, mentions(sql, accounts));
  }

  private static List<Account> accounts(Statements sql, Person person) throws SQLException {
    Optional<Account> found = person.isFormer()
        ? Optional.empty()
        : sql.one(
            FIND,
            row -> new Account(row.getLong(1), person, row.getString(2)),
            person.platform().code(),
            person.workspace(),
            person.id());
    List<Account> accounts = new ArrayList<>(found.stream().toList());
    if (found.isPresent()) {
      accounts.addAll(sql.list(
          OTHER,
          row -> new Account(
              row.getLong(1),
              People.of(row, "platform", "workspace", "remote_id"),
              row.getString(2)),
          found.get().key()));
    }
    return accounts;
  }

  private static Map<String, @Nullable Object> readable(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String name = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
      boolean instant = name.equals("at") || name.endsWith("_at");
      Long at = instant ? Statements.longOrNull(row, name) : null;
      values.put(name, at == null ? row.getObject(i) : Instant.ofEpochMilli(at).toString());
    }
    return values;
  }

  /** Nobody but a person can say what of others' words is about whom. */
  private static List<String> mentions(Statements sql, List<Account> accounts) throws SQLException {
    Set<String> mentions = new TreeSet<>();
    for (Account account : accounts) {
      for (String needle : List.of(account.person().id(), account.name())) {
        if (needle.length() >= NAME) {
          mentions(sql, account.key(), needle, mentions);
        }
      }
    }
    return List.copyOf(mentions);
  }

  private static void mentions(Statements sql, long person, String needle, Set<String> mentions)
      throws SQLException {
    for (Map.Entry<String, String> each : WORDS.entrySet()) {
      String look = sql.dialect().of(each.getValue(), each.getValue().replace("instr(", "strpos("));
      sql.list(look, row -> row.getString(1) + " (" + each.getKey() + ")", needle, person)
          .forEach(mentions::add);
    }
  }

  private static void prepare(Look.Store store) throws SQLException {
    execute(
        store,
        store.dialect() == Dialect.SQLITE
            ? List.of("PRAGMA busy_timeout = 10000", "PRAGMA secure_delete = ON")
            : List.of("SET statement_timeout = 0", "SET lock_timeout = '30s'"));
  }

  private static List<String> settle(Look.Store store, DatabaseAddress address, Space space)
      throws SQLException {
    return store.dialect() == Dialect.SQLITE
        ? settleFile(store, DatabaseFile.path(address.url()), space)
        : settleServer(store, space);
  }

  private static List<String> settleFile(Look.Store store, Path file, Space space)
      throws SQLException {
    List<String> left = new ArrayList<>();
    if (space == Space.REWRITTEN || size(file) <= REWRITTEN_AT_ONCE) {
      execute(store, List.of("VACUUM"));
    } else {
      left.add(
          "What was erased is overwritten. Copies in pages that were rearranged earlier may be left in the file: run it again with"
              + " --rewrite at a quiet hour, because writes wait meanwhile.");
    }
    try (Statement statement = store.connection().createStatement();
        ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
      if (row.next() && row.getInt(1) != 0) {
        left.add(
            "The log beside the file (-wal) could not be emptied, because something was reading. Run it again.");
      }
    }
    return left;
  }

  private static List<String> settleServer(Look.Store store, Space space) throws SQLException {
    String vacuum = space == Space.REWRITTEN ? "VACUUM (FULL) " : "VACUUM ";
    execute(store, TOUCHED.stream().map(table -> vacuum + table).toList());
    return space == Space.REWRITTEN
        ? List.of(
            "PostgreSQL's log (WAL) and its archives keep what they have until the server lets go of it.")
        : List.of(
            "No query finds it any more, and PostgreSQL uses the space again. Until then its bytes may be left in the server's files: run it"
                + " again with --rewrite at a quiet hour to have them written anew. The server's log (WAL) and its archives keep what they have"
                + " until the server lets go of it.");
  }

  private static void execute(Look.Store store, List<String> statements) throws SQLException {
    Connection connection = store.connection();
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException unknown) {
      return Long.MAX_VALUE;
    }
  }
}
