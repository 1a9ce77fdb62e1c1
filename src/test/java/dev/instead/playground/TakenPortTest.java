package dev.instead.playground;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TakenPortTest {
  @Test
  void a_taken_port_is_named_with_the_command_that_takes_a_free_one() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();

      String told = String.valueOf(assertThrows(
              PlaygroundException.class,
              () -> Playground.start(Path.of("config/policy.yaml"), port))
          .getMessage());

      assertTrue(told.contains("127.0.0.1 port " + port + "."), told);
      assertTrue(told.contains("playground --port 0"), told);
    }
  }
}
