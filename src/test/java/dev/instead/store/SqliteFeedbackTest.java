package dev.instead.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteFeedbackTest extends JdbiFeedbackContract {
  @TempDir
  private Path folder;

  private @Nullable Database opened;

  @Override
  Database database() {
    Database store = Database.open("jdbc:sqlite:" + folder.resolve("instead.db"));
    opened = store;
    return store;
  }

  @AfterEach
  void close() {
    if (opened != null) {
      opened.close();
    }
  }
}
