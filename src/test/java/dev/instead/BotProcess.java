package dev.instead;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server in a process of its own, started as an operator starts it: by a command line and settings in the environment. */
public final class BotProcess implements AutoCloseable {
  /** How {@code instead serve} says that it takes requests. */
  public static final String READY = "Instead is ready";

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(20);

  /** Somebody else may take a free port before the server does. */
  private static final int PORTS_TRIED = 5;

  private final Process process;
  private final URI address;
  private final BlockingQueue<String> said;

  private BotProcess(Process process, URI address, BlockingQueue<String> said) {
    this.process = process;
    this.address = address;
    this.said = said;
  }

  /** {@code instead serve} with the class path of this process, tuned to start quickly: it won't live long. */
  public static BotProcess serve(Map<String, String> settings, Path log) {
    return start(
        List.of(
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.instead.Main"),
        List.of("serve"),
        settings,
        log);
  }

  /**
   * Starts a server and returns when it says that it is ready.
   *
   * @param java what stands after {@code java}, up to the main class or jar
   * @param settings its environment, beside {@code INSTEAD_HOST} and {@code INSTEAD_PORT}, which are set here
   * @param log takes its standard error
   */
  public static BotProcess start(
      List<String> java, List<String> arguments, Map<String, String> settings, Path log) {
    for (int tries = 1; ; tries++) {
      int port = freePort();
      Process process = launch(java, arguments, settings, log, port);
      BlockingQueue<String> said = new LinkedBlockingQueue<>();
      try {
        awaitReady(process, said);
        return new BotProcess(process, URI.create("http://127.0.0.1:" + port), said);
      } catch (ExecutionException | TimeoutException e) {
        process.destroyForcibly();
        if (tries == PORTS_TRIED || !read(log).contains("Can't listen")) {
          throw new IllegalStateException("The server did not start:\n" + read(log), e);
        }
      }
    }
  }

  public URI address() {
    return address;
  }

  public long pid() {
    return process.pid();
  }

  /** The lines of its standard output so far. */
  public List<String> output() {
    return List.copyOf(said);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** What the process said at its end, which must be over. */
  public int exitCode() {
    return process.exitValue();
  }

  /**
   * Writes a line to its standard input, and waits for a line of its own.
   *
   * @return what it said; empty when it has ended or says nothing in time
   */
  public synchronized Optional<String> tell(String line) {
    said.clear();
    try {
      OutputStream input = process.getOutputStream();
      input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      input.flush();
      return Optional.ofNullable(said.poll(STOP.toSeconds(), TimeUnit.SECONDS))
          .filter(answer -> !answer.isEmpty());
    } catch (IOException ended) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** SIGKILL. Returns when the process is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** SIGTERM. Returns when the process has stopped by itself. */
  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("The server did not stop within " + STOP);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static Process launch(
      List<String> java, List<String> arguments, Map<String, String> settings, Path log, int port) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(java);
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("INSTEAD_HOST", "127.0.0.1");
    environment.put("INSTEAD_PORT", Integer.toString(port));
    // Its model has tests of its own, and would only take time here.
    environment.putIfAbsent("INSTEAD_ENCODER", "off");
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("Java could not be started", e);
    }
  }

  private static void awaitReady(Process process, BlockingQueue<String> said)
      throws ExecutionException, TimeoutException {
    CompletableFuture<Boolean> ready = new CompletableFuture<>();
    Thread reader = new Thread(() -> readOutput(process, ready, said), "server-output");
    reader.setDaemon(true);
    reader.start();
    try {
      ready.get(START.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the server was starting", e);
    }
  }

  private static void readOutput(
      Process process, CompletableFuture<Boolean> ready, BlockingQueue<String> said) {
    try (BufferedReader output = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(READY)) {
          ready.complete(true);
        } else {
          said.add(line);
        }
      }
      ready.completeExceptionally(new IllegalStateException("It ended before it was ready"));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    } finally {
      said.add(""); // nobody needs to wait any longer
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("This machine has no free port", e);
    }
  }

  private static String read(Path log) {
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      throw new UncheckedIOException("The server's log can't be read", e);
    }
  }
}
