package dev.instead.report;

import dev.instead.report.Links.Parsed;
import dev.instead.report.Links.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A web address taken apart the way browsers do it (https://url.spec.whatwg.org), so that what is judged here is what would open there.
 *
 * @param host ASCII, lower case, an IP address in its plain form
 * @param port as written, without the default ones
 * @param path, query, fragment as written; the path begins with a slash or is empty
 */
record Address(String host, String port, String path, String query, String fragment) {
  // What may stand before a colon without being a host: "tel:112" has the shape of
  // "localhost:8080".
  private static final Set<String> OTHER_SCHEMES = Set.of(
      "about",
      "blob",
      "callto",
      "chrome",
      "content",
      "data",
      "facetime",
      "file",
      "ftp",
      "ftps",
      "geo",
      "gopher",
      "imap",
      "intent",
      "irc",
      "jar",
      "javascript",
      "ldap",
      "ldaps",
      "mailto",
      "magnet",
      "market",
      "news",
      "nntp",
      "resource",
      "sftp",
      "sip",
      "sips",
      "skype",
      "slack",
      "sms",
      "smb",
      "ssh",
      "tel",
      "telnet",
      "tg",
      "urn",
      "vbscript",
      "viber",
      "view-source",
      "whatsapp",
      "ws",
      "wss",
      "xmpp");

  /** @param link visible characters without spaces, not empty */
  static Parsed read(String link) {
    int colon = schemeEnd(link);
    String scheme = link.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("http") || scheme.equals("https");
    if (OTHER_SCHEMES.contains(scheme)) {
      return bad(Problem.NOT_WEB);
    }
    String rest = web ? link.substring(colon + 1) : link;
    if (!web && colon > 0 && rest.startsWith("//", colon + 1)) {
      return bad(isMisspeltHttp(scheme) ? Problem.MISTYPED : Problem.NOT_WEB);
    }
    return read(web ? scheme : "", withoutSlashes(rest));
  }

  private static Parsed read(String scheme, String rest) {
    int end = first(rest, "/\\?#");
    String authority = rest.substring(0, end);
    boolean given = !scheme.isEmpty();
    if (authority.indexOf('@') >= 0) {
      boolean mail = !given && authority.indexOf(':') < 0;
      return bad(mail ? Problem.MISTYPED : Problem.CREDENTIALS);
    }
    int portAt = authority.startsWith("[")
        ? authority.indexOf(']') + 1
        : authority.contains(":") ? authority.indexOf(':') : authority.length();
    Optional<String> port = port(authority.substring(portAt));
    Optional<String> host = Host.read(authority.substring(0, portAt));
    if (port.isEmpty() || host.isEmpty()) {
      return bad(Problem.MISTYPED);
    }
    boolean bareWord = !given && end == rest.length() && portAt == authority.length();
    if (Host.isInternal(host.get())) {
      boolean word = bareWord && Host.isSingleLabel(host.get()) && !host.get().equals("localhost");
      return bad(word || isMisspeltHttp(host.get()) ? Problem.MISTYPED : Problem.INTERNAL);
    }
    Address address = split(host.get(), port.get(), rest.substring(end));
    String url = (given ? scheme : "https") + "://" + address.printed();
    return new Parsed.Good(new Link(url, LinkKey.of(address)));
  }

  private static Address split(String host, String port, String rest) {
    int hash = first(rest, "#");
    int question = first(rest.substring(0, hash), "?");
    return new Address(
        host,
        port,
        rest.substring(0, question).replace('\\', '/'),
        rest.substring(Math.min(question + 1, hash), hash),
        rest.substring(Math.min(hash + 1, rest.length())));
  }

  /** For people: as written, but the host as ASCII so that no look-alike letters hide in it, and nothing that ends a link in a chat's markup. */
  private String printed() {
    String location = host + (port.isEmpty() ? "" : ":" + port);
    String tail =
        path + (query.isEmpty() ? "" : "?" + query) + (fragment.isEmpty() ? "" : "#" + fragment);
    StringBuilder safe = new StringBuilder(location);
    tail.chars().forEach(c -> {
      if ("<>\"|`{}^\\".indexOf(c) >= 0) {
        safe.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
      } else {
        safe.append((char) c);
      }
    });
    return safe.toString();
  }

  List<String> segments() {
    return Arrays.stream(path.split("/", -1))
        .filter(segment -> !segment.isEmpty())
        .toList();
  }

  /** The colon behind a scheme, or -1. A dot before it, or only digits behind it, make it the colon of a port. */
  private static int schemeEnd(String link) {
    int colon = first(link, ":/\\?#@[");
    if (colon == 0 || colon == link.length() || link.charAt(colon) != ':') {
      return -1;
    }
    String name = link.substring(0, colon).toLowerCase(Locale.ROOT);
    if (OTHER_SCHEMES.contains(name) || name.equals("http") || name.equals("https")) {
      return colon;
    }
    return link.startsWith("//", colon + 1) && name.indexOf('.') < 0 ? colon : -1;
  }

  private static boolean isMisspeltHttp(String scheme) {
    return scheme.length() <= 8
        && scheme.startsWith("h")
        && scheme.chars().allMatch(c -> "htps".indexOf(c) >= 0);
  }

  // Browsers take https:x.com, https:///x.com and https:\\x.com for https://x.com.
  private static String withoutSlashes(String rest) {
    int i = 0;
    while (i < rest.length() && (rest.charAt(i) == '/' || rest.charAt(i) == '\\')) {
      i++;
    }
    return rest.substring(i);
  }

  /** @param written empty, or a colon and what follows */
  private static Optional<String> port(String written) {
    String digits = written.startsWith(":") ? written.substring(1) : written;
    if (digits.isEmpty()) {
      return Optional.of("");
    }
    boolean number = written.startsWith(":")
        && digits.length() <= 5
        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || Integer.parseInt(digits) > 65_535) {
      return Optional.empty();
    }
    int port = Integer.parseInt(digits);
    return Optional.of(port == 80 || port == 443 ? "" : Integer.toString(port));
  }

  private static int first(String text, String anyOf) {
    int i = 0;
    while (i < text.length() && anyOf.indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private static Parsed bad(Problem problem) {
    return new Parsed.Bad(problem);
  }
}
