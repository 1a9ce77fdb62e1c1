package dev.instead.store;

/** A disk that is nearly full, as SQLite itself can play it while the database is in use: it may grow by so many pages and no more. */
public final class SmallDisk {
  private SmallDisk() {}

  public static void leaves(Database database, int pages) {
    database.writer().write(sql -> {
      long now = sql.one("PRAGMA page_count", row -> row.getLong(1)).orElseThrow();
      return sql.one("PRAGMA max_page_count = " + (now + pages), row -> row.getLong(1));
    });
  }

  public static void isFreed(Database database) {
    leaves(database, 1_000_000);
  }
}
