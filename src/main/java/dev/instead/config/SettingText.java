package dev.instead.config;

import dev.instead.config.Setting.Unusable;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How the text of each setting becomes a value, or an {@link Unusable} with the remedy. */
final class SettingText {
  static final String SQLITE = "jdbc:sqlite:";

  /** Several hosts, of which the driver finds the primary, are separated by commas. */
  private static final Pattern POSTGRES =
      Pattern.compile("jdbc:postgresql://[^/?#\\s]+/[^/?#\\s]+(\\?[^#\\s]*)?");

  private static final Pattern LOGIN =
      Pattern.compile("//[^/]*@|[?&](user|password|sslpassword)=", Pattern.CASE_INSENSITIVE);

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

  static String organisation(String text) {
    if (!text.matches("E[A-Z0-9]{2,30}")) {
      throw new Unusable(
          "Use the organisation's id, which begins with E; a workspace's (T…) is not needed.");
    }
    return text;
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

  static boolean onOrOff(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new Unusable("Use on or off.");
    };
  }

  static String database(String text) {
    if (text.startsWith(SQLITE) && !text.equals(SQLITE)) {
      return text;
    }
    if (!POSTGRES.matcher(text).matches()) {
      throw new Unusable(
          "Use jdbc:sqlite: and a path, or jdbc:postgresql://host/database, or with a port jdbc:postgresql://host:5432/database.");
    }
    if (LOGIN.matcher(text).find()) {
      // What is in a URL is shown by tools and logs.
      throw new Unusable(
          "Take user and password out of it: they belong in INSTEAD_DATABASE_USER and INSTEAD_DATABASE_PASSWORD.");
    }
    return text;
  }

  static String user(String text) {
    if (text.length() > 63) {
      throw new Unusable("PostgreSQL knows no user with so long a name.");
    }
    return text;
  }

  static List<Secret> signingSecrets(String text) {
    return secrets(
        text,
        "Copy the signing secret from the app's Basic Information; at most two, separated by a comma.");
  }

  static List<Secret> passwords(String text) {
    return secrets(
        text,
        "Copy the value, not the id, of the app's client secret; at most two, separated by a comma.");
  }

  /** Two are valid at once while one is being changed. */
  private static List<Secret> secrets(String text, String remedy) {
    List<String> secrets = list(text);
    if (secrets.isEmpty()
        || secrets.size() > 2
        || secrets.stream().anyMatch(secret -> !secret.matches("[\\x21-\\x7e]+"))) {
      throw new Unusable(remedy);
    }
    return secrets.stream().map(Secret::new).toList();
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
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

  static String guid(String text) {
    if (!text.matches("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")) {
      throw new Unusable("Use an id such as 12345678-90ab-cdef-1234-567890abcdef.");
    }
    return text.toLowerCase(Locale.ROOT);
  }

  static String oneTenant(String text) {
    if (!text.isEmpty()) {
      throw new Unusable(
          "The bot serves one tenant, that of INSTEAD_TEAMS_TENANT_ID: an app of one tenant can't send to people of another. Take the setting away.");
    }
    return text;
  }

  static TeamsCloud cloud(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "public" -> TeamsCloud.PUBLIC;
      case "usgov" -> TeamsCloud.US_GOV;
      default -> throw new Unusable("Use public or usgov.");
    };
  }

  /** The address of something whose word is trusted. */
  static URI identity(String text) {
    URI uri = web(
        text,
        "Use an https address such as https://login.botframework.com/v1/.well-known/openidconfiguration.");
    if (!uri.getScheme().equals("https") && !isLoopback(uri.getHost())) {
      throw new Unusable(
          "Use https; what comes over http could be anybody's, unless it is this machine's.");
    }
    return uri;
  }

  static URI login(String text) {
    URI uri = web(text, "Use an https address such as https://login.microsoftonline.com.");
    boolean allowed = uri.getScheme().equals("https") || isLoopback(uri.getHost());
    if (!allowed || uri.getRawQuery() != null) {
      throw new Unusable(
          "Use https; http would send the app's password in the clear and is for this machine only.");
    }
    return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  static Set<String> hosts(String text) {
    Set<String> hosts = new LinkedHashSet<>();
    list(text).forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
    if (hosts.isEmpty()
        || !hosts.stream()
            .allMatch(host -> host.matches("([a-z0-9._-]+|\\[[0-9a-f:]+])(:[0-9]{1,5})?"))) {
      throw new Unusable(
          "Use host names such as smba.trafficmanager.net, or host:port, separated by commas.");
    }
    return hosts;
  }

  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new Unusable("Use a date such as 2027-05-31.");
    }
  }

  static boolean yesOrNo(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "true" -> true;
      case "no", "false" -> false;
      default -> throw new Unusable("Use yes or no.");
    };
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

  static boolean json(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "text" -> false;
      case "json" -> true;
      default -> throw new Unusable("Use text or json.");
    };
  }

  static boolean verbose(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "info" -> false;
      case "debug" -> true;
      default -> throw new Unusable("Use info or debug.");
    };
  }
}
