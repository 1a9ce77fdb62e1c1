package dev.instead.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** IPv6 addresses in brackets. Written out in full, so that one address has one spelling. */
final class Ipv6 {
  private static final int GROUPS = 8;

  private Ipv6() {}

  /** {@code [a:b:c:d:e:f:g:h]} with every group written, or empty when it is no address. Zones ({@code %eth0}) are none for the web. */
  static Optional<String> read(String bracketed) {
    if (!bracketed.endsWith("]")) {
      return Optional.empty();
    }
    String inner = bracketed.substring(1, bracketed.length() - 1);
    int gap = inner.indexOf("::");
    if (gap < 0) {
      return groups(inner).filter(all -> all.size() == GROUPS).map(Ipv6::printed);
    }
    Optional<List<Integer>> head = groups(inner.substring(0, gap));
    Optional<List<Integer>> tail = groups(inner.substring(gap + 2));
    if (head.isEmpty() || tail.isEmpty() || head.get().size() + tail.get().size() >= GROUPS) {
      return Optional.empty();
    }
    List<Integer> all = new ArrayList<>(head.get());
    while (all.size() + tail.get().size() < GROUPS) {
      all.add(0);
    }
    all.addAll(tail.get());
    return Optional.of(printed(all));
  }

  /**
   * Only 2000::/3 is the public network. IPv4 addresses inside of IPv6 ones (mapped, compatible, NAT64, 6to4) are judged as what they
   * are.
   *
   * @param host as {@link #read} prints it
   */
  static boolean isInternal(String host) {
    List<Integer> groups = groups(host.substring(1, host.length() - 1)).orElseThrow();
    boolean zeros = groups.subList(0, 5).stream().allMatch(group -> group == 0);
    boolean nat64 = groups.get(0) == 0x64
        && groups.get(1) == 0xFF9B
        && groups.subList(2, 6).stream().allMatch(group -> group == 0);
    if ((zeros && (groups.get(5) == 0xFFFF || groups.get(5) == 0)) || nat64) {
      return Ipv4.isInternal(ipv4(groups, 6));
    }
    if (groups.get(0) == 0x2002) {
      return Ipv4.isInternal(ipv4(groups, 1));
    }
    return (groups.get(0) >> 13) != 1;
  }

  private static long ipv4(List<Integer> groups, int from) {
    return ((long) groups.get(from) << 16) | groups.get(from + 1);
  }

  private static Optional<List<Integer>> groups(String text) {
    List<Integer> groups = new ArrayList<>();
    if (text.isEmpty()) {
      return Optional.of(groups);
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i == parts.length - 1 && parts[i].indexOf('.') > 0) {
        long address = Ipv4.value(parts[i], 10);
        if (address < 0) {
          return Optional.empty();
        }
        groups.add((int) (address >> 16));
        groups.add((int) (address & 0xFFFF));
      } else if (isGroup(parts[i])) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(groups);
  }

  private static boolean isGroup(String part) {
    return !part.isEmpty()
        && part.length() <= 4
        && part.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
  }

  private static String printed(List<Integer> groups) {
    return groups.stream().map(Integer::toHexString).collect(Collectors.joining(":", "[", "]"));
  }
}
