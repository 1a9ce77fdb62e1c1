package dev.instead.config;

import java.util.Map;
import java.util.Optional;

/**
 * Where the store is, and how it is entered.
 *
 * @param url {@code jdbc:sqlite:/path/file} or {@code jdbc:postgresql://host/database}; never holds a password
 * @param user whom PostgreSQL knows; empty where the URL's other parameters or the machine's user say it
 * @param password empty where PostgreSQL asks for none
 */
public record DatabaseAddress(String url, Optional<String> user, Optional<Secret> password) {
  private static final String POSTGRES = "jdbc:postgresql:";

  /** One that needs neither user nor password. */
  public static DatabaseAddress of(String url) {
    return new DatabaseAddress(url, Optional.empty(), Optional.empty());
  }

  /** A store with this URL, entered as the settings say. */
  public static DatabaseAddress of(String url, Map<String, String> environment) {
    return new DatabaseAddress(
        Settings.one(Settings.DATABASE, Map.of(Settings.DATABASE.name(), url)),
        Settings.any(Settings.DATABASE_USER, environment),
        Settings.any(Settings.DATABASE_PASSWORD, environment));
  }

  /** Whether it names PostgreSQL; else it should be SQLite. */
  public boolean isPostgres() {
    return url.startsWith(POSTGRES);
  }

  /** For people: the host and the database, or the URL of a file; no parameters. */
  public String place() {
    String parameterless = url.split("\\?", 2)[0];
    return isPostgres() ? parameterless.substring("jdbc:".length()) : parameterless;
  }
}
