package dev.instead.chaos;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** An answer that is ready and not on its way yet. */
final class Unsent extends HttpServletResponseWrapper {
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status = SC_OK;

  Unsent(HttpServletResponse response) {
    super(response);
  }

  @Override
  public void setStatus(int status) {
    this.status = status;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return new ServletOutputStream() {
      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException("Nobody here writes in the background");
      }

      @Override
      public void write(int next) {
        body.write(next);
      }
    };
  }

  void send() throws IOException {
    HttpServletResponse response = (HttpServletResponse) getResponse();
    response.setStatus(status);
    response.getOutputStream().write(body.toByteArray());
  }
}
