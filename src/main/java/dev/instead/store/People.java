package dev.instead.store;

import dev.instead.people.Person;
import dev.instead.people.Platform;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People by the number that all other tables know them by. */
final class People {
  private static final String FIND = """
      SELECT id, name FROM person WHERE platform = ? AND workspace = ? AND remote_id = ?
      """;

  private static final String ADD = """
      INSERT INTO person (platform, workspace, remote_id, name) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;

  private static final String RENAME = """
      UPDATE person SET name = ? WHERE id = ?
      """;

  private People() {}

  static long key(Statements sql, Person person) throws SQLException {
    return key(sql, person, "");
  }

  /** @param name how colleagues know them now; empty when unknown, then the name known before stays */
  static long key(Statements sql, Person person, String name) throws SQLException {
    Optional<Known> known = find(sql, person);
    if (known.isEmpty()) {
      sql.update(ADD, person.platform().code(), person.workspace(), person.id(), name);
      return find(sql, person).orElseThrow().key();
    }
    if (!name.isEmpty() && !name.equals(known.get().name())) {
      sql.update(RENAME, name, known.get().key());
    }
    return known.get().key();
  }

  static @Nullable Long keyOrNull(Statements sql, @Nullable Person person) throws SQLException {
    return person == null ? null : Long.valueOf(key(sql, person));
  }

  static Person of(ResultSet row, String platform, String workspace, String id)
      throws SQLException {
    return new Person(
        Platform.ofCode(row.getString(platform)), row.getString(workspace), row.getString(id));
  }

  static @Nullable Person orNull(ResultSet row, String platform, String workspace, String id)
      throws SQLException {
    return row.getString(id) == null ? null : of(row, platform, workspace, id);
  }

  private static Optional<Known> find(Statements sql, Person person) throws SQLException {
    return sql.one(
        FIND,
        row -> new Known(row.getLong(1), row.getString(2)),
        person.platform().code(),
        person.workspace(),
        person.id());
  }

  private record Known(long key, String name) {}
}
