package dev.instead.report;

import java.util.Optional;

/** IPv4 addresses in every spelling that browsers take: {@code 127.1}, {@code 2130706433}, {@code 0x7f.1}, {@code 0177.0.0.1}. */
final class Ipv4 {
  private Ipv4() {}

  /** Whether browsers read the name as a number: its last part is one. */
  static boolean endsInNumber(String host) {
    String last = host.substring(host.lastIndexOf('.') + 1);
    return !last.isEmpty() && (allDigits(last) || (last.startsWith("0x") && number(last, 16) >= 0));
  }

  /** {@code a.b.c.d}, or empty when it is no address. */
  static Optional<String> read(String host) {
    // A leading zero means octal in browsers and nothing elsewhere. If either reading is internal,
    // that one counts.
    long octal = value(host, 8);
    long decimal = value(host, 10);
    long value = decimal >= 0 && isInternal(decimal) ? decimal : octal;
    return value < 0 ? Optional.empty() : Optional.of(printed(value));
  }

  /** @param host as {@link #read} prints it */
  static boolean isInternal(String host) {
    return isInternal(value(host, 10));
  }

  /** Networks that are not the public web's: RFC 6890 and its registry, multicast and reserved ones included. */
  static boolean isInternal(long address) {
    return in(address, "0.0.0.0", 8)
        || in(address, "10.0.0.0", 8)
        || in(address, "100.64.0.0", 10)
        || in(address, "127.0.0.0", 8)
        || in(address, "169.254.0.0", 16)
        || in(address, "172.16.0.0", 12)
        || in(address, "192.0.0.0", 24)
        || in(address, "192.168.0.0", 16)
        || in(address, "198.18.0.0", 15)
        || in(address, "224.0.0.0", 3);
  }

  static String printed(long address) {
    return (address >> 24) + "." + ((address >> 16) & 255) + "." + ((address >> 8) & 255) + "."
        + (address & 255);
  }

  /** The address as a number, or -1. */
  static long value(String host, int radixOfLeadingZero) {
    String[] parts = host.split("\\.", -1);
    if (parts.length > 4) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      long part = part(parts[i], radixOfLeadingZero);
      // The last part fills all bytes that are left: 127.1 is 127.0.0.1.
      long limit = last ? 1L << (8 * (5 - parts.length)) : 256;
      if (part < 0 || part >= limit) {
        return -1;
      }
      value += last ? part : part << (8 * (3 - i));
    }
    return value;
  }

  private static long part(String part, int radixOfLeadingZero) {
    if (part.startsWith("0x")) {
      return number(part, 16);
    }
    boolean leadingZero = part.length() > 1 && part.startsWith("0");
    return number(part, leadingZero ? radixOfLeadingZero : 10);
  }

  private static long number(String part, int radix) {
    int start = radix == 16 ? 2 : 0;
    long value = 0;
    for (int i = start; i < part.length(); i++) {
      int digit = Character.digit(part.charAt(i), radix);
      value = digit < 0 ? -1 : value * radix + digit;
      if (value < 0 || value > 0xFFFF_FFFFL) {
        return -1;
      }
    }
    return part.isEmpty() ? -1 : value;
  }

  private static boolean allDigits(String part) {
    return part.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean in(long address, String network, int bits) {
    return address >> (32 - bits) == value(network, 10) >> (32 - bits);
  }
}
