package dev.instead.store;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** Makes the tables, and brings those of an older version up to date. */
final class Migrations {
  private Migrations() {}

  /** @param folder of the scripts on the class path */
  static void run(DataSource source, String folder, Trouble trouble) {
    try {
      Flyway flyway =
          Flyway.configure().dataSource(source).locations("classpath:" + folder).load();
      MigrationInfoService found = flyway.info();
      if (Arrays.stream(found.all())
          .map(MigrationInfo::getState)
          .anyMatch(Migrations::isFromTheFuture)) {
        throw trouble.say(
            "a newer version of Instead has written this database. Start that version, or restore the backup made before the upgrade.");
      }
      // Asking is quicker than migrating nothing, and it shows in the time to start.
      if (found.pending().length > 0) {
        flyway.migrate();
      }
    } catch (FlywayException failed) {
      throw trouble.of(failed);
    }
  }

  private static boolean isFromTheFuture(MigrationState state) {
    return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
  }
}
