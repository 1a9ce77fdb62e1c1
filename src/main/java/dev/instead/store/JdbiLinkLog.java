package dev.instead.store;

import dev.instead.desk.LinkLog;
import dev.instead.desk.LinkProbe;
import dev.instead.notice.Wanted;
import dev.instead.policy.ResourceId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was found of the pages of resources, in a database. */
public final class JdbiLinkLog implements LinkLog {
  private static final String ALL =
      "SELECT resource, url, at, found, deaths, died_at FROM link_check";

  private static final String KEEP = """
      INSERT INTO link_check (resource, url, at, found, deaths, died_at) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (resource) DO UPDATE SET url = excluded.url, at = excluded.at, found = excluded.found, deaths = excluded.deaths,
        died_at = excluded.died_at
      """;

  private final Database database;
  private final Runnable wanted;

  /** @param wanted called after something that wants messages is on disk; must be quick */
  public JdbiLinkLog(Database database, Runnable wanted) {
    this.database = database;
    this.wanted = wanted;
  }

  @Override
  public List<Checked> all() {
    return database.readers().readHot(sql -> sql.list(ALL, JdbiLinkLog::checked));
  }

  @Override
  public void keep(Checked checked, List<Wanted> messages) {
    database.writer().write(sql -> {
      sql.update(
          KEEP,
          checked.resource().value(),
          checked.url().toString(),
          checked.at().toEpochMilli(),
          checked.found().code(),
          checked.deaths(),
          checked.died().map(Instant::toEpochMilli).orElse(null));
      Messages.want(sql, messages, checked.at());
      return true;
    });
    if (!messages.isEmpty()) {
      wanted.run();
    }
  }

  private static Checked checked(ResultSet row) throws SQLException {
    return new Checked(
        new ResourceId(row.getString("resource")),
        URI.create(row.getString("url")),
        Instant.ofEpochMilli(row.getLong("at")),
        LinkProbe.Finding.ofCode(row.getString("found")),
        row.getInt("deaths"),
        Optional.ofNullable(Statements.longOrNull(row, "died_at")).map(Instant::ofEpochMilli));
  }
}
