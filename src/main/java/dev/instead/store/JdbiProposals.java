package dev.instead.store;

import dev.instead.desk.Proposals;
import dev.instead.people.Person;
import dev.instead.policy.EntryId;
import dev.instead.policy.Patch;
import dev.instead.policy.RuleId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Proposals in a database. */
public final class JdbiProposals implements Proposals {
  static final String OPEN = """
      SELECT r.id, r.at, p.platform, p.workspace, p.remote_id, r.kind, r.about, r.file, r.policy_version, r.diff
      FROM proposal r JOIN person p ON p.id = r.person WHERE r.state = 'open' ORDER BY r.at, r.id LIMIT ?
      """;

  private static final String OPEN_AFTER = """
      SELECT r.id, r.at, p.platform, p.workspace, p.remote_id, r.kind, r.about, r.file, r.policy_version, r.diff
      FROM proposal r JOIN person p ON p.id = r.person
      WHERE r.state = 'open' AND r.at >= ? AND (r.at > ? OR r.id > ?) ORDER BY r.at, r.id LIMIT ?
      """;

  private static final String COUNT = "SELECT COUNT(*) FROM proposal WHERE state = 'open'";

  private static final String SAME = """
      SELECT r.id, r.at, p.platform, p.workspace, p.remote_id, r.kind, r.about, r.file, r.policy_version, r.diff
      FROM proposal r JOIN person p ON p.id = r.person WHERE r.state = 'open' AND r.diff = ? AND r.file = ?
      """;

  private static final String KEEP = """
      INSERT INTO proposal (id, at, person, kind, about, file, policy_version, diff, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open')
      """;

  private static final String SETTLE =
      "UPDATE proposal SET state = ?, settled_at = ?, settled_by = ? WHERE id = ? AND state = 'open'";

  /** From outside, where nobody is known; it also runs on a store that was not yet upgraded. */
  static final String DROP =
      "UPDATE proposal SET state = 'dropped', settled_at = ? WHERE id = ? AND state = 'open'";

  private final Database database;
  private final Supplier<UUID> ids;

  public JdbiProposals(Database database, Supplier<UUID> ids) {
    this.database = database;
    this.ids = ids;
  }

  @Override
  public Kept keep(Patch patch, Person by, Instant at) {
    String id = ids.get().toString();
    return database.writer().write(sql -> {
      sql.alone(Statements.Alone.KEEPING_PROPOSALS);
      Optional<Kept> same = sql.one(SAME, JdbiProposals::kept, patch.diff(), patch.file());
      if (same.isPresent()) {
        return same.get();
      }
      sql.update(
          KEEP,
          id,
          at.toEpochMilli(),
          People.key(sql, by),
          patch.kind(),
          patch.about().code(),
          patch.file(),
          patch.policyVersion(),
          patch.diff());
      return new Kept(id, Instant.ofEpochMilli(at.toEpochMilli()), by, patch);
    });
  }

  @Override
  public List<Kept> open(Optional<Kept> after, int limit) {
    if (after.isEmpty()) {
      return database.readers().readHot(sql -> sql.list(OPEN, JdbiProposals::kept, limit));
    }
    long at = after.get().at().toEpochMilli();
    String id = after.get().id();
    return database
        .readers()
        .readHot(sql -> sql.list(OPEN_AFTER, JdbiProposals::kept, at, at, id, limit));
  }

  @Override
  public int openCount() {
    return database
        .readers()
        .readHot(sql -> sql.one(COUNT, row -> row.getInt(1)).orElse(0));
  }

  @Override
  public boolean settle(String id, State end, Optional<Person> by, Instant at) {
    return database.writer().write(sql -> {
      @Nullable Long who = by.isPresent() ? People.key(sql, by.get()) : null;
      return sql.update(SETTLE, end.code(), at.toEpochMilli(), who, id) > 0;
    });
  }

  static Kept kept(ResultSet row) throws SQLException {
    String about = row.getString("about");
    Patch patch = new Patch(
        row.getString("file"),
        row.getString("kind"),
        EntryId.ofCode(about).orElseGet(() -> new RuleId(about)),
        row.getString("policy_version"),
        row.getString("diff"));
    return new Kept(
        row.getString("id"),
        Instant.ofEpochMilli(row.getLong("at")),
        People.of(row, "platform", "workspace", "remote_id"),
        patch);
  }
}
