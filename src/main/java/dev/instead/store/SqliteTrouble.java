package dev.instead.store;

import dev.instead.desk.StoreException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What can go wrong with a database file. */
final class SqliteTrouble extends Trouble {
  SqliteTrouble(Path file) {
    super(file.toString());
  }

  @Override
  StoreException of(Throwable thrown) {
    SQLiteException reason = sqliteReason(thrown);
    if (reason == null) {
      return say(
          "the database did not do what was asked. The log has the cause; run \"instead doctor\".",
          thrown);
    }
    return say(words(primary(reason.getResultCode())), thrown);
  }

  /** Whether a constraint of the schema refused a change. */
  static boolean isRefusal(SQLiteException reason) {
    return primary(reason.getResultCode()) == SQLiteErrorCode.SQLITE_CONSTRAINT;
  }

  private static String words(SQLiteErrorCode code) {
    return switch (code) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
        "another process has locked the database. Close the program that uses it (a backup, an SQLite shell), then try again.";
      case SQLITE_FULL ->
        "the disk is full, nothing was stored. Free some space; the bot goes on by itself.";
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
        "the database is read-only. Let the user that runs Instead write to this file and its directory.";
      case SQLITE_CANTOPEN ->
        "the database can't be opened. Check that its directory exists and that the user that runs Instead may write there.";
      case SQLITE_NOTADB ->
        "this file is not an SQLite database. Name another file in INSTEAD_DATABASE_URL, or move this one away.";
      case SQLITE_CORRUPT ->
        "the database is damaged. Stop Instead, keep a copy of the file, and restore the last backup.";
      case SQLITE_IOERR ->
        "the disk could not be read or written. Check the disk and its mount; nothing was stored.";
      default ->
        "the database did not do what was asked (SQLite " + code
            + "). The log has the cause; run \"instead doctor\".";
    };
  }

  private static @Nullable SQLiteException sqliteReason(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (cause instanceof SQLiteException found) {
        return found;
      }
      cause = cause.getCause();
    }
    return null;
  }

  /** SQLite's extended codes carry the primary one in their lowest byte. */
  private static SQLiteErrorCode primary(SQLiteErrorCode code) {
    return SQLiteErrorCode.getErrorCode(code.code & 0xFF);
  }
}
