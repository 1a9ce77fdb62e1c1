package dev.instead.web;

import dev.instead.trail.Trail;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** The first thing that a platform's request passes: it gets the id that its log lines carry. */
final class FrontDoor extends HttpFilter {
  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long began = System.nanoTime();
    Trail.request();
    try {
      chain.doFilter(request, response);
      // Who goes on in another thread says itself when it has answered.
      if (!request.isAsyncStarted()) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        Trail.answered(request.getServletPath(), response.getStatus(), millis);
      }
    } finally {
      Trail.ends();
    }
  }
}
