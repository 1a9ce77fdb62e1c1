package dev.instead.chaos;

import dev.instead.config.DatabaseAddress;
import dev.instead.store.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Two nodes on one PostgreSQL, each with a cable of its own to it. */
final class TwoNodes implements Site {
  private static final String USER = "postgres";

  private final PostgresServer server;
  private final List<Relay> cables = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Stored stored;
  private boolean stopped;

  TwoNodes(Company company, Path folder) throws IOException {
    server = PostgresServer.ownIn(folder);
    DatabaseAddress address = server.empty();
    stored = new Stored(address.url(), USER);
    URI where = URI.create(address.url().substring("jdbc:".length()));
    Path policy = Company.policy(folder);
    for (String host : List.of("127.0.0.1", "localhost")) {
      Relay cable = new Relay(where.getPort());
      Map<String, String> settings = new HashMap<>(company.settings(policy, host));
      settings.put(
          "INSTEAD_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + cable.port() + where.getPath());
      settings.put("INSTEAD_DATABASE_USER", USER);
      cables.add(cable);
      nodes.add(new Node(host, settings, folder.resolve(host + ".log")));
    }
  }

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public boolean postgres() {
    return true;
  }

  @Override
  public List<Node> nodes() {
    return nodes;
  }

  @Override
  public Stored stored() {
    return stored;
  }

  @Override
  public String trouble(Random random) {
    Relay cable = cables.get(random.nextInt(cables.size()));
    switch (random.nextInt(4)) {
      case 0 -> {
        cable.cut();
        return "cable of one node cut";
      }
      case 1 -> {
        cable.swallow();
        return "cable of one node silent";
      }
      case 2 -> {
        server.stop();
        stopped = true;
        return "database stopped and started";
      }
      default -> {
        return NO_TROUBLE;
      }
    }
  }

  @Override
  public void mend() {
    if (stopped) {
      server.startAgain();
      stopped = false;
    }
    cables.forEach(Relay::mend);
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
    cables.forEach(Relay::close);
    server.close();
  }
}
