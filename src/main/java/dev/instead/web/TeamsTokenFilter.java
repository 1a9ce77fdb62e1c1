package dev.instead.web;

import dev.instead.teams.Arrival;
import dev.instead.teams.Door;
import dev.instead.teams.Rejection;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets only activities through that Microsoft sent for this bot. The order is: method, type, token, size, and only then what the body
 * says, against the token. What passes goes on as an {@link Arrival} in the request's attributes.
 */
public final class TeamsTokenFilter extends HttpFilter {
  /** An activity with a forwarded message stays below 100 KB. */
  private static final int LARGEST_BODY = 256 * 1024;

  private static final Duration LONGEST_BODY = Duration.ofSeconds(10);
  private static final Logger LOG = LoggerFactory.getLogger(TeamsTokenFilter.class);

  private final transient Door door;
  private final transient BodyReader bodies;

  public TeamsTokenFilter(Door door) {
    this.door = door;
    this.bodies = new BodyReader(LARGEST_BODY, LONGEST_BODY);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      request.setAttribute(Arrival.ATTRIBUTE, accept(request));
    } catch (Refusal refusal) {
      LOG.warn(
          "Refused a request to {}: {} (status {})",
          request.getServletPath(),
          refusal.reason(),
          refusal.status());
      bodies.refuse(refusal, request, response);
      return;
    }
    chain.doFilter(request, response);
  }

  private Arrival accept(HttpServletRequest request) throws Refusal {
    if (!request.getMethod().equals("POST")) {
      throw new Refusal(405, "Only POST is served here.", "not a POST");
    }
    String type = Optional.ofNullable(request.getContentType()).orElse("");
    if (!type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json")) {
      throw new Refusal(415, "Only JSON is served here.", "not JSON");
    }
    try {
      Door.Ticket ticket = door.ticket(request.getHeader("Authorization"));
      return door.admit(ticket, bodies.read(request));
    } catch (Rejection rejection) {
      throw new Refusal(rejection.status(), "Not accepted.", rejection.reason());
    }
  }
}
