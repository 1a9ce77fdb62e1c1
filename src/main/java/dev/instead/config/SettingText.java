package dev.instead.config;

import dev.instead.config.Setting.Unusable;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How the text of each setting becomes a value, or an {@link Unusable} with the remedy. */
final class SettingText {
  private SettingText() {}

  static int port(String text) {
    return number(text, 1, 65_535, "Use a port number from 1 to 65535.");
  }

  static int messagesPerMinute(String text) {
    return number(text, 1, 6_000, "Use a number from 1 to 6000.");
  }

  private static int number(String text, int least, int most, String remedy) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new Unusable(remedy);
    }
    throw new Unusable(remedy);
  }

  static String host(String text) {
    if (!text.matches("[A-Za-z0-9.:\\[\\]_-]+")) {
      throw new Unusable("Use an address such as 0.0.0.0 or a host name, without a port.");
    }
    return text;
  }

  static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new Unusable("Use the path of a file.");
    }
  }

  static String database(String text) {
    if (!text.startsWith("jdbc:sqlite:") || text.equals("jdbc:sqlite:")) {
      // A URL for another database may carry a password, but then this message is the operator's
      // own to read.
      throw new Unusable("Only SQLite is served so far: use jdbc:sqlite: and a path.");
    }
    return text;
  }

  static List<Secret> signingSecrets(String text) {
    List<String> secrets = Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
    if (secrets.isEmpty()
        || secrets.size() > 2
        || secrets.stream().anyMatch(secret -> !secret.matches("[\\x21-\\x7e]+"))) {
      throw new Unusable(
          "Copy the signing secret from the app's Basic Information; at most two, separated by a comma.");
    }
    return secrets.stream().map(Secret::new).toList();
  }

  static Secret botToken(String text) {
    if (!text.matches("xoxb-[\\x21-\\x7e]+")) {
      throw new Unusable("Use the Bot User OAuth Token, which begins with xoxb-.");
    }
    return new Secret(text);
  }

  static URI api(String text) {
    URI uri = web(text, "Use an https address such as https://slack.com/api/.");
    boolean allowed = uri.getScheme().equals("https") || isLoopback(uri.getHost());
    if (!allowed || uri.getRawQuery() != null) {
      throw new Unusable(
          "Use https; http would send the bot's token in the clear and is for this machine only.");
    }
    return text.endsWith("/") ? uri : URI.create(text + "/");
  }

  static URI publicUrl(String text) {
    String remedy = "Use https and the host name alone, such as https://instead.example.com.";
    URI uri = web(text, remedy);
    boolean plain = uri.getRawQuery() == null && Set.of("", "/").contains(uri.getRawPath());
    if (!uri.getScheme().equals("https") || !plain) {
      throw new Unusable(remedy);
    }
    return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  private static URI web(String text, String remedy) {
    try {
      URI uri = new URI(text);
      if (uri.getHost() != null
          && Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new Unusable(remedy);
    }
    throw new Unusable(remedy);
  }

  private static boolean isLoopback(String host) {
    return Set.of("localhost", "127.0.0.1", "[::1]").contains(host.toLowerCase(Locale.ROOT));
  }

  static boolean verbose(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "info" -> false;
      case "debug" -> true;
      default -> throw new Unusable("Use info or debug.");
    };
  }
}
