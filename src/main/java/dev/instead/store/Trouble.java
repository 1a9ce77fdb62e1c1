package dev.instead.store;

import dev.instead.desk.StoreException;
import java.sql.SQLException;
import org.sqlite.SQLiteException;

/** What can go wrong with one database, in words that name it and the remedy. Never quotes statements or values. */
abstract class Trouble {
  private static final String REFUSED_BY_A_CONSTRAINT = "23";

  private final String place;

  Trouble(String place) {
    this.place = place;
  }

  /** @param thrown what a statement, a migration or the pool threw; the reason may be deep inside */
  abstract StoreException of(Throwable thrown);

  StoreException say(String what) {
    return new StoreException(place + ": " + what);
  }

  StoreException say(String what, Throwable cause) {
    return new StoreException(place + ": " + what, cause);
  }

  StoreException closed() {
    return say(
        "the store is closed, nothing was stored. Instead is being stopped; start it again.");
  }

  /** Whether a unique or other constraint of the schema refused a change. */
  static boolean isRefusal(SQLException thrown) {
    if (thrown instanceof SQLiteException reason) {
      return SqliteTrouble.isRefusal(reason);
    }
    return thrown.getSQLState() != null && thrown.getSQLState().startsWith(REFUSED_BY_A_CONSTRAINT);
  }
}
