package dev.instead.config;

import dev.instead.config.Setting.Unusable;
import java.util.List;
import java.util.Optional;

/**
 * Whether and where an operator's Prometheus finds {@code /metrics}: nowhere unless a token or a port is set.
 *
 * @param token what a scrape must present; empty where the port alone keeps others out
 * @param port a port of its own; without one the page is on the server's port, for those who know the token
 * @param host the address of that port
 */
public record MetricsSettings(Optional<Secret> token, Optional<Integer> port, String host) {
  public static final Setting<Secret> TOKEN = Setting.hiddenOptional(
      "INSTEAD_METRICS_TOKEN",
      "a8f3…",
      "Serves `/metrics` for Prometheus to who sends this as `Authorization: Bearer …`, on the server's port unless there is one for metrics.",
      MetricsSettings::token);

  public static final Setting<Integer> PORT = Setting.optional(
      "INSTEAD_METRICS_PORT",
      "9464",
      "Serves `/metrics` on a port of its own, which needs no token unless one is set.",
      SettingText::port);

  public static final Setting<String> HOST = Setting.standard(
      "INSTEAD_METRICS_HOST",
      "127.0.0.1",
      "The address of that port; `0.0.0.0` for a Prometheus on another machine.",
      SettingText::host);

  public static final MetricsSettings OFF =
      new MetricsSettings(Optional.empty(), Optional.empty(), "127.0.0.1");

  static final List<Setting<?>> ALL = List.of(TOKEN, PORT, HOST);

  private static final int SHORTEST_TOKEN = 16;

  public boolean isOn() {
    return token.isPresent() || port.isPresent();
  }

  /** Only of an environment in which all of these can be read. */
  static MetricsSettings of(Found found) {
    return new MetricsSettings(found.any(TOKEN), found.any(PORT), found.value(HOST));
  }

  private static Secret token(String text) {
    if (text.length() < SHORTEST_TOKEN || !text.matches("[\\x21-\\x7e]+")) {
      throw new Unusable(
          "Use at least 16 letters and digits by chance, such as from: openssl rand -hex 24");
    }
    return new Secret(text);
  }
}
