package dev.instead.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.instead.notice.Notice;
import java.util.Locale;

/** A notice as it goes out to Teams, for benchmarks. */
public final class TeamsDrawing {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TeamsDrawing() {}

  public static String json(Notice notice, Locale language) {
    try {
      return JSON.writeValueAsString(TeamsCards.of(notice, language).card());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
