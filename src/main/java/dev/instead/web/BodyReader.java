package dev.instead.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a body once, up to a size and for a time.
 *
 * @param limit bytes
 * @param patience for the whole body: a sender that drips one byte at a time would else keep a thread for hours
 */
record BodyReader(int limit, Duration patience) {
  private static final Logger LOG = LoggerFactory.getLogger(BodyReader.class);

  byte[] read(HttpServletRequest request) throws Refusal {
    if (request.getContentLengthLong() > limit) {
      throw tooLarge();
    }
    try {
      return read(request.getInputStream());
    } catch (EOFException e) {
      throw new Refusal(400, "The body is incomplete.", "the body ended early");
    } catch (IOException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw tooSlow();
      }
      throw new Refusal(400, "The body is incomplete.", "the body could not be read");
    }
  }

  private byte[] read(InputStream in) throws IOException, Refusal {
    long start = System.nanoTime();
    ByteArrayOutputStream body = new ByteArrayOutputStream(4096);
    byte[] buffer = new byte[8192];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      body.write(buffer, 0, count);
      if (body.size() > limit) {
        throw tooLarge();
      }
      if (System.nanoTime() - start > patience.toNanos()) {
        throw tooSlow();
      }
    }
    return body.toByteArray();
  }

  /** Answers a refused request. */
  void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    refusal.answer(response);
    if (refusal.status() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
      readAway(request, response);
    }
  }

  /** Sends the answer, then reads what is left, as much again as was allowed: who is cut off while sending may never read the answer. */
  private void readAway(HttpServletRequest request, HttpServletResponse response) {
    long start = System.nanoTime();
    try {
      response.flushBuffer();
      InputStream in = request.getInputStream();
      byte[] buffer = new byte[8192];
      long size = 0;
      int count = in.read(buffer);
      while (count >= 0 && size <= 2L * limit && System.nanoTime() - start < patience.toNanos()) {
        size += count;
        count = in.read(buffer);
      }
    } catch (IOException gone) {
      LOG.debug(
          "The sender of an oversized request is gone: {}", gone.getClass().getSimpleName());
    }
  }

  private Refusal tooLarge() {
    return new Refusal(
        413, "The body is too large.", "the body is larger than " + limit + " bytes");
  }

  private Refusal tooSlow() {
    return new Refusal(408, "The body took too long.", "the body took too long to arrive");
  }
}
