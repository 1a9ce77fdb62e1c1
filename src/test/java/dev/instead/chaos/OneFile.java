package dev.instead.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One node with a file, on a disk that now and then is full. */
final class OneFile implements Site {
  private static final int ENOUGH = 1_000_000;

  private final Node node;
  private final Stored stored;

  OneFile(Company company, Path folder) throws IOException {
    String url = "jdbc:sqlite:" + folder.resolve("instead.db");
    Map<String, String> settings =
        new HashMap<>(company.settings(Company.policy(folder), "127.0.0.1"));
    settings.put("INSTEAD_DATABASE_URL", url);
    node = new Node("127.0.0.1", settings, folder.resolve("bot.log"));
    stored = new Stored(url, "");
  }

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public boolean postgres() {
    return false;
  }

  @Override
  public List<Node> nodes() {
    return List.of(node);
  }

  @Override
  public Stored stored() {
    return stored;
  }

  @Override
  public String trouble(Random random) {
    if (random.nextBoolean()) {
      return NO_TROUBLE;
    }
    node.leavePages(random.nextInt(4));
    return "disk full";
  }

  @Override
  public void mend() {
    node.leavePages(ENOUGH);
  }

  @Override
  public void close() {
    node.close();
  }
}
