package dev.instead.calls;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Which addresses are somebody's on the open internet, and which lead into this machine, this network or nowhere: by the special-purpose
 * registries of IANA (RFC 6890 and its updates). In doubt an address is not public.
 */
public final class PublicAddresses {
  private PublicAddresses() {}

  /** Networks of IPv4 that are nobody's: address and length of the prefix. */
  private static final int[][] SPECIAL = {
    {0x00000000, 8}, // this network
    {0x0A000000, 8}, // private
    {0x64400000, 10}, // a provider's own (CGNAT)
    {0x7F000000, 8}, // loopback
    {0xA9FE0000, 16}, // link-local, where clouds keep their metadata
    {0xAC100000, 12}, // private
    {0xC0000000, 24}, // protocol assignments
    {0xC0000200, 24}, // documentation
    {0xC0586300, 24}, // relays from IPv6
    {0xC0A80000, 16}, // private
    {0xC6120000, 15}, // benchmarks
    {0xC6336400, 24}, // documentation
    {0xCB007100, 24}, // documentation
    {0xE0000000, 4}, // multicast
    {0xF0000000, 4}, // reserved, and broadcast
  };

  public static boolean isPublic(InetAddress address) {
    // An IPv4 address in IPv6's clothes (::ffff:10.0.0.1) is IPv4's here already.
    if (address instanceof Inet4Address) {
      return isPublic(address.getAddress());
    }
    return address instanceof Inet6Address && isPublic6(address.getAddress());
  }

  private static boolean isPublic(byte[] four) {
    int bits =
        (four[0] & 0xFF) << 24 | (four[1] & 0xFF) << 16 | (four[2] & 0xFF) << 8 | (four[3] & 0xFF);
    for (int[] network : SPECIAL) {
      int mask = -1 << (32 - network[1]);
      if ((bits & mask) == network[0]) {
        return false;
      }
    }
    return true;
  }

  /** Only global unicast (2000::/3), and of it nothing that carries another address inside or is for documentation. */
  private static boolean isPublic6(byte[] sixteen) {
    int first = (sixteen[0] & 0xFF) << 8 | (sixteen[1] & 0xFF);
    int second = (sixteen[2] & 0xFF) << 8 | (sixteen[3] & 0xFF);
    boolean global = (first & 0xE000) == 0x2000;
    boolean protocols = first == 0x2001 && second < 0x0200; // Teredo among them
    boolean documentation =
        (first == 0x2001 && second == 0x0DB8) || (first == 0x3FFF && second < 0x1000);
    boolean from4 = first == 0x2002;
    return global && !protocols && !documentation && !from4;
  }
}
