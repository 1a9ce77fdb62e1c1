package dev.instead.store;

import dev.instead.desk.StoreException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can go wrong with a PostgreSQL, told by its five-character states (its manual's appendix A). */
final class PostgresTrouble extends Trouble {
  static final String NO_CONNECTION = "08001";
  private static final String NO_STATE = "";
  private static final Set<String> COLLISIONS = Set.of("40001", "40P01");
  private static final Set<String> IN_TIME = Set.of("57014", "55P03", "25P03", "25P04");
  private static final Set<String> GOING_OR_COMING = Set.of("57P01", "57P02", "57P03");

  PostgresTrouble(String place) {
    super(place);
  }

  @Override
  StoreException of(Throwable thrown) {
    return say(
        thrown instanceof SQLTransientConnectionException && state(thrown).equals(NO_STATE)
            ? "all connections are busy, nothing was stored. Check what PostgreSQL is doing, and how fast its disk is."
            : words(state(thrown)),
        thrown);
  }

  /** Two transactions got into each other's way; doing one of them anew is all it takes. */
  static boolean isCollision(SQLException thrown) {
    return COLLISIONS.contains(state(thrown));
  }

  /** The server, or the way to it, is gone; whoever asks next will hear the same. */
  static boolean isOutage(SQLException thrown) {
    String state = state(thrown);
    return state.startsWith("08") || GOING_OR_COMING.contains(state);
  }

  private static String words(String state) {
    if (state.startsWith("08")) {
      return "PostgreSQL can't be reached or does not answer. Check that it runs and that this machine may connect to it; the bot goes on by itself.";
    }
    if (GOING_OR_COMING.contains(state)) {
      return "PostgreSQL is being stopped or started. The bot goes on by itself once it runs.";
    }
    if (COLLISIONS.contains(state) || IN_TIME.contains(state)) {
      return "PostgreSQL did not do in time what was asked, nothing was stored. Check what else it is doing, and how fast its disk is.";
    }
    return switch (state) {
      case NO_STATE ->
        "the database did not do what was asked. The log has the cause; run \"instead doctor\".";
      case "28000", "28P01" ->
        "PostgreSQL refuses the user or the password. Check INSTEAD_DATABASE_USER and INSTEAD_DATABASE_PASSWORD.";
      case "3D000" ->
        "there is no database of this name. Make it (CREATE DATABASE), or name another one in INSTEAD_DATABASE_URL.";
      case "42501" ->
        "the user may not do this. Make it the owner of the database: Instead makes its tables itself.";
      case "53100" ->
        "the disk of PostgreSQL is full, nothing was stored. Free some space; the bot goes on by itself.";
      case "53300" ->
        "PostgreSQL has no connection left. Raise its max_connections: each node takes up to "
            + PostgresDatabase.CONNECTIONS + ".";
      case "25006" ->
        "this PostgreSQL is read-only, perhaps a standby. Name the primary in INSTEAD_DATABASE_URL.";
      default ->
        "the database did not do what was asked (PostgreSQL " + state
            + "). The log has the cause; run \"instead doctor\".";
    };
  }

  /** The innermost state that there is: a pool's or Flyway's own exceptions have none, or none that says anything. */
  private static String state(Throwable thrown) {
    String found = NO_STATE;
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      found = cause instanceof SQLException sql ? other(sql.getSQLState(), found) : found;
      cause = cause.getCause();
    }
    return found;
  }

  private static String other(@Nullable String state, String otherwise) {
    return state == null ? otherwise : state;
  }
}
