package dev.instead.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteFeedbackTest extends JdbiFeedbackContract {
  @TempDir
  private Path folder;

  private Database opened;

  @Override
  Database database() {
    opened = Database.open("jdbc:sqlite:" + folder.resolve("instead.db"));
    return opened;
  }

  @AfterEach
  void close() {
    opened.close();
  }
}
