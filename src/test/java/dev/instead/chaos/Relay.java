package dev.instead.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The cable between a node and its database: it can be cut, so that both notice, or swallow all that is sent, so that nobody does. */
final class Relay implements AutoCloseable {
  private enum State {
    WHOLE,
    CUT,
    SILENT
  }

  private final ServerSocket door;
  private final int behind;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private final ExecutorService carriers = Executors.newCachedThreadPool(Relay::daemon);
  private volatile State state = State.WHOLE;

  /** @param behind the port of 127.0.0.1 that it leads to */
  Relay(int behind) {
    this.behind = behind;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    carriers.execute(this::receive);
  }

  int port() {
    return door.getLocalPort();
  }

  /** All connections end, and no new one comes about. */
  void cut() {
    state = State.CUT;
    ends.forEach(Relay::end);
  }

  /** Connections stay, and nothing arrives any more in either direction. */
  void swallow() {
    state = State.SILENT;
  }

  /** New connections work again. Those from before have lost something, so they end. */
  void mend() {
    state = State.WHOLE;
    ends.forEach(Relay::end);
  }

  private void receive() {
    while (!door.isClosed()) {
      try {
        Socket near = door.accept();
        if (state == State.CUT) {
          end(near);
        } else {
          connect(near);
        }
      } catch (IOException closedOrGone) {
        // The next one may have more luck.
      }
    }
  }

  private void connect(Socket near) throws IOException {
    ends.add(near);
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), behind);
      ends.add(far);
      carriers.execute(() -> carry(near, far));
      carriers.execute(() -> carry(far, near));
    } catch (IOException nobodyThere) {
      ends.remove(near);
      end(near);
    }
  }

  private void carry(Socket from, Socket to) {
    byte[] bytes = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        if (state == State.WHOLE) {
          out.write(bytes, 0, read);
        }
      }
    } catch (IOException ended) {
      // So does the other half.
    } finally {
      ends.remove(from);
      ends.remove(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.setSoLinger(true, 0); // a reset, as from a machine that is gone
      socket.close();
    } catch (IOException alreadyGone) {
      // That is what was wanted.
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "relay");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    cut();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      carriers.shutdownNow();
    }
  }
}
