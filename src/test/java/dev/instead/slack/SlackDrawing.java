package dev.instead.slack;

import com.google.gson.Gson;
import com.slack.api.util.json.GsonFactory;
import dev.instead.notice.Notice;
import java.util.Locale;

/** A notice as it goes out to Slack, for benchmarks. */
public final class SlackDrawing {
  private static final Gson JSON = GsonFactory.createSnakeCase();

  private SlackDrawing() {}

  public static String json(Notice notice, Locale language) {
    return JSON.toJson(SlackCards.of(notice, language));
  }
}
