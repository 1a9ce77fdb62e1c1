package dev.instead.report;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names and numbers of machines: how they are written plainly, and which of them are nobody else's business. */
final class Host {
  /** The longest name that the DNS knows. */
  private static final int MAX_LENGTH = 253;

  // RFC 6761, RFC 6762, RFC 8375, ICANN's .internal, and what routers and companies use at home.
  private static final Set<String> INTERNAL_ENDINGS = Set.of(
      "local",
      "internal",
      "lan",
      "corp",
      "home",
      "intranet",
      "private",
      "localhost",
      "localdomain",
      "home.arpa",
      "in-addr.arpa",
      "ip6.arpa");

  // Public names that anybody can point at 127.0.0.1 or at a private network.
  private static final Set<String> POINTING_INSIDE =
      Set.of("nip.io", "sslip.io", "xip.io", "localtest.me", "lvh.me");

  private Host() {}

  /** The host in ASCII and lower case, numbers as {@code 10.0.0.1} or {@code [0:0:…:1]}; empty when there is none. */
  static Optional<String> read(String written) {
    if (written.startsWith("[")) {
      return Ipv6.read(written);
    }
    return decoded(written)
        .flatMap(Host::ascii)
        .flatMap(name -> Ipv4.endsInNumber(name) ? Ipv4.read(name) : Optional.of(name));
  }

  static boolean isInternal(String host) {
    if (host.startsWith("[")) {
      return Ipv6.isInternal(host);
    }
    if (Ipv4.endsInNumber(host)) {
      return Ipv4.isInternal(host);
    }
    return isSingleLabel(host) || endsIn(host, INTERNAL_ENDINGS) || endsIn(host, POINTING_INSIDE);
  }

  static boolean isSingleLabel(String host) {
    return host.indexOf('.') < 0 && !host.startsWith("[");
  }

  private static boolean endsIn(String host, Set<String> endings) {
    for (int dot = -1; ; ) {
      if (endings.contains(host.substring(dot + 1))) {
        return true;
      }
      dot = host.indexOf('.', dot + 1);
      if (dot < 0) {
        return false;
      }
    }
  }

  /** Browsers decode a host's percent signs: {@code 127%2e0.0.1} is local too. */
  private static Optional<String> decoded(String written) {
    if (written.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    if (written.indexOf('%') < 0) {
      return Optional.of(written);
    }
    return Percent.decoded(written);
  }

  private static Optional<String> ascii(String name) {
    try {
      // Also makes full-width digits and ideographic dots plain ones.
      String ascii = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      int end = ascii.length();
      while (end > 0 && ascii.charAt(end - 1) == '.') {
        end--;
      }
      return Optional.of(ascii.substring(0, end)).filter(Host::isName);
    } catch (IllegalArgumentException notAName) {
      return Optional.empty(); // an empty or too long label; Java has no way to ask first
    }
  }

  private static boolean isName(String ascii) {
    return !ascii.isEmpty()
        && ascii.length() <= MAX_LENGTH
        && ascii.chars().allMatch(Host::isNameCharacter)
        && List.of(ascii.split("\\.", -1)).stream()
            .noneMatch(label -> label.isEmpty() || label.startsWith("-") || label.endsWith("-"));
  }

  private static boolean isNameCharacter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
  }
}
