package dev.instead.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The one spelling of a post's address: what only tells how somebody came to it is taken away. */
final class LinkKey {
  /** What every database can index; longer keys keep their beginning and a digest of all. */
  static final int MAX_LENGTH = 500;

  private static final Set<String> ALIASES = Set.of("www", "m", "mobile", "touch", "amp");

  // "co.id" alone is nobody's site, so m.co.id is not an alias of it.
  private static final Set<String> SECOND_LEVELS = Set.of(
      "ac", "biz", "co", "com", "desa", "edu", "go", "gov", "mil", "my", "ne", "net", "or", "org",
      "ponpes", "sch", "web");

  /** Parameters that nobody uses for content. */
  private static final Set<String> TRACKING = Set.of(
      "fbclid",
      "gclid",
      "gclsrc",
      "dclid",
      "gbraid",
      "wbraid",
      "msclkid",
      "yclid",
      "twclid",
      "ttclid",
      "li_fat_id",
      "igshid",
      "igsh",
      "mibextid",
      "ref_src",
      "ref_url",
      "rdid",
      "sfnsn",
      "share_id",
      "lang",
      "mc_cid",
      "mc_eid",
      "_ga",
      "_gl",
      "_hsenc",
      "_hsmi",
      "vero_id",
      "oly_anon_id",
      "oly_enc_id",
      "wickedid",
      "mkt_tok",
      "s_cid",
      "ncid",
      "epik",
      "srsltid",
      "__twitter_impression",
      "amp",
      "g_st");

  private LinkKey() {}

  static String of(Address address) {
    String host = plainHost(address.host());
    List<String> path = path(address);
    List<Parameter> query = query(address.query());
    String key = Networks.key(host, path, query, address.fragment())
        .orElseGet(() -> joined(
            host + (address.port().isEmpty() ? "" : ":" + address.port()),
            path,
            query,
            page(address.fragment())));
    return key.length() <= MAX_LENGTH ? key : shortened(key);
  }

  static String joined(String host, List<String> path, List<Parameter> query, String fragment) {
    return host
        + path.stream().map(segment -> "/" + segment).collect(Collectors.joining())
        + (query.isEmpty() ? "" : "?")
        + query.stream().map(Parameter::toString).collect(Collectors.joining("&"))
        + fragment;
  }

  private static String plainHost(String host) {
    String plain = host;
    while (true) {
      int dot = plain.indexOf('.');
      String rest = plain.substring(dot + 1);
      if (dot < 0 || !ALIASES.contains(plain.substring(0, dot)) || !isSite(rest)) {
        return plain;
      }
      plain = rest;
    }
  }

  private static boolean isSite(String host) {
    String[] labels = host.split("\\.", -1);
    return labels.length > 2 || (labels.length == 2 && !SECOND_LEVELS.contains(labels[0]));
  }

  private static List<String> path(Address address) {
    List<String> path = new ArrayList<>();
    for (String segment : address.segments()) {
      String normal = Percent.normal(segment);
      if (normal.equals("..") && !path.isEmpty()) {
        path.remove(path.size() - 1);
      } else if (!normal.equals(".") && !normal.equals("..")) {
        path.add(normal);
      }
    }
    return path;
  }

  private static List<Parameter> query(String query) {
    return Arrays.stream(query.split("&", -1))
        .map(Parameter::read)
        .filter(p -> !p.name().isEmpty() && !isTracking(p.name().toLowerCase(Locale.ROOT)))
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean isTracking(String name) {
    return name.startsWith("utm_") || TRACKING.contains(name);
  }

  /** A fragment points into a page, except where scripts route by it: then it names the page ({@code #!/post/1}, {@code #/post/1}). */
  private static String page(String fragment) {
    boolean names = fragment.startsWith("!") || fragment.startsWith("/");
    return names && fragment.length() > 1 ? "#" + Percent.normal(fragment) : "";
  }

  private static String shortened(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      String end = "~" + HexFormat.of().formatHex(digest);
      return key.substring(0, MAX_LENGTH - end.length()) + end;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** One parameter in normal spelling; {@code a} and {@code a=} are the same. */
  record Parameter(String name, String value) implements Comparable<Parameter> {
    static Parameter read(String written) {
      int equals = written.indexOf('=');
      String name = equals < 0 ? written : written.substring(0, equals);
      return new Parameter(spaced(name), equals < 0 ? "" : spaced(written.substring(equals + 1)));
    }

    private static String spaced(String text) {
      return Percent.normal(text.replace("+", "%20"));
    }

    @Override
    public int compareTo(Parameter other) {
      int names = name.compareTo(other.name);
      return names != 0 ? names : value.compareTo(other.value);
    }

    @Override
    public String toString() {
      return value.isEmpty() ? name : name + "=" + value;
    }
  }
}
