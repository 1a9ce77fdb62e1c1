package dev.instead.store;

import dev.instead.desk.Timers;
import dev.instead.notice.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Timers, in a database. */
public final class JdbiTimers implements Timers {
  private static final String DUE = "SELECT due FROM timer WHERE name = ?";

  private static final String BEGIN =
      "INSERT INTO timer (name, due) VALUES (?, ?) ON CONFLICT DO NOTHING";

  private static final String TAKE = "UPDATE timer SET due = ? WHERE name = ? AND due <= ?";

  private final Database database;
  private final Runnable wanted;

  /** @param wanted called after something that wants messages is on disk; must be quick */
  public JdbiTimers(Database database, Runnable wanted) {
    this.database = database;
    this.wanted = wanted;
  }

  @Override
  public Optional<Instant> due(String name) {
    return database
        .readers()
        .readHot(sql -> sql.one(DUE, row -> Instant.ofEpochMilli(row.getLong("due")), name));
  }

  @Override
  public void begin(String name, Instant first) {
    if (due(name).isEmpty()) {
      database.writer().write(sql -> sql.update(BEGIN, name, first.toEpochMilli()));
    }
  }

  @Override
  public boolean take(String name, Instant now, Instant next, List<Wanted> messages) {
    boolean taken = database.writer().write(sql -> {
      boolean moved = sql.update(TAKE, next.toEpochMilli(), name, now.toEpochMilli()) > 0;
      if (moved) {
        Messages.want(sql, messages, now);
      }
      return moved;
    });
    if (taken && !messages.isEmpty()) {
      wanted.run();
    }
    return taken;
  }
}
