package dev.instead.logs;

import ch.qos.logback.core.PropertyDefinerBase;
import dev.instead.config.Settings;
import java.util.Locale;

/** Which of the log's two formats is set; asked by {@code logback.xml} before any setting is checked, so it never fails. */
public final class LogFormat extends PropertyDefinerBase {
  @Override
  public String getPropertyValue() {
    String set = Settings.environment().getOrDefault(Settings.LOG_FORMAT.name(), "");
    return set.strip().toLowerCase(Locale.ROOT).equals("json") ? "json" : "text";
  }
}
