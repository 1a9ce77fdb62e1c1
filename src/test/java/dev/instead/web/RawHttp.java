package dev.instead.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** Requests that no well-behaved client would send, byte by byte. */
final class RawHttp implements AutoCloseable {
  private final Socket socket;

  RawHttp(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(10_000);
  }

  RawHttp send(String text) throws IOException {
    return send(text.getBytes(ISO_8859_1));
  }

  RawHttp send(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
    return this;
  }

  /** Says that nothing more will come. */
  RawHttp endSending() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** What the server says first, until a line is empty. */
  String head() throws IOException {
    StringBuilder head = new StringBuilder();
    for (int next = socket.getInputStream().read();
        next >= 0 && head.indexOf("\r\n\r\n") < 0;
        next = socket.getInputStream().read()) {
      head.append((char) next);
    }
    return head.toString();
  }

  /** Everything the server says until it closes the connection. */
  String answer() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    socket.getInputStream().transferTo(all);
    return all.toString(ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
