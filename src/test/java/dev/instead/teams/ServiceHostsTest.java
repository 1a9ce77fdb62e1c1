package dev.instead.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceHostsTest {
  private final ServiceHosts hosts =
      new ServiceHosts(Set.of("smba.trafficmanager.net", "127.0.0.1:3979"));

  @ParameterizedTest
  @CsvSource({
    "https://smba.trafficmanager.net/emea/, true",
    "https://SMBA.trafficmanager.net, true",
    "https://smba.trafficmanager.net:443/emea/, true",
    "https://smba.trafficmanager.net:8443/emea/, false",
    "http://smba.trafficmanager.net/emea/, false",
    "http://127.0.0.1:3979/, true",
    "https://127.0.0.1:3979/, true",
    "http://127.0.0.1/, false",
    "ftp://127.0.0.1:3979/, false",
    "https://evil.example/, false",
    "https://evil.example/smba.trafficmanager.net, false",
    "https://smba.trafficmanager.net.evil.example/, false",
    "https://smba.trafficmanager.net@evil.example/, false",
    "https://someone@smba.trafficmanager.net/, false",
    "'https://evil.example\\@smba.trafficmanager.net/', false",
    "smba.trafficmanager.net, false",
    "'', false"
  })
  void only_listed_services_are_allowed(String service, boolean allowed) {
    assertEquals(allowed, hosts.allow(service));
  }
}
