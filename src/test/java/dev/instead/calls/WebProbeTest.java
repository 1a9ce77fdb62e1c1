package dev.instead.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.instead.desk.LinkProbe.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The probe against a server of this machine, which speaks TLS for {@code pages.example}. */
@Timeout(60)
class WebProbeTest {
  private static final String PASSWORD = "for-tests";
  private static final String HOST = "pages.example";
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @TempDir
  static Path directory;

  private static SSLContext tls;
  private static OkHttpClient trusting;

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger lookUps = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpsServer server;

  @BeforeAll
  static void makeCertificate() throws Exception {
    Path file = directory.resolve("pages.p12");
    Process keytool = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "pages",
            "-keyalg",
            "RSA",
            "-keysize",
            "2048",
            "-dname",
            "CN=" + HOST,
            "-ext",
            "SAN=dns:" + HOST,
            "-validity",
            "30",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("keytool.log").toFile())
        .start();
    assertTrue(keytool.waitFor(60, TimeUnit.SECONDS));
    KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, PASSWORD.toCharArray());
    tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("pages", store.getCertificate("pages"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext client = SSLContext.getInstance("TLS");
    client.init(null, trust.getTrustManagers(), null);
    trusting = new OkHttpClient.Builder()
        .sslSocketFactory(client.getSocketFactory(), (X509TrustManager) trust.getTrustManagers()[0])
        .build();
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.setExecutor(threads);
    server.createContext("/", exchange -> {
      try (exchange) {
        answer(exchange);
      }
    });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** {@code /404} is answered so; {@code /head405/200} so to HEAD and then to GET; {@code /to?…} leads there. */
  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(exchange.getRequestMethod() + " " + path);
    String[] parts = path.split("/", -1);
    if (parts[1].equals("to")) {
      exchange.getResponseHeaders().add("Location", exchange.getRequestURI().getQuery());
      exchange.sendResponseHeaders(302, -1);
      return;
    }
    boolean get = exchange.getRequestMethod().equals("GET");
    String code = parts[1].startsWith("head") ? get ? parts[2] : parts[1].substring(4) : parts[1];
    exchange.sendResponseHeaders(Integer.parseInt(code), -1);
  }

  @ParameterizedTest
  @CsvSource({
    "200, ALIVE",
    "204, ALIVE",
    "206, ALIVE",
    "429, NOT_KNOWN",
    "500, NOT_KNOWN",
    "503, NOT_KNOWN"
  })
  void what_the_host_says_of_the_page(String code, Finding finding) {
    assertEquals(finding, look("/" + code));
    assertEquals(List.of("HEAD /" + code), asked);
  }

  @ParameterizedTest
  @CsvSource({"404, MISSING", "410, MISSING", "400, NOT_KNOWN", "401, NOT_KNOWN"})
  void what_is_refused_is_asked_for_in_the_other_way_too(String code, Finding finding) {
    assertEquals(finding, look("/" + code));
    assertEquals(List.of("HEAD /" + code, "GET /" + code), asked);
  }

  @ParameterizedTest
  @CsvSource({
    "404, 200, ALIVE",
    "405, 200, ALIVE",
    "501, 200, ALIVE",
    "403, 200, ALIVE",
    "405, 404, MISSING",
    "403, 403, NOT_KNOWN",
    "405, 405, NOT_KNOWN"
  })
  void who_does_not_answer_for_the_head_alone_is_asked_for_the_page(
      String head, String get, Finding finding) {
    String path = "/head" + head + "/" + get;
    assertEquals(finding, look(path));
    assertEquals(List.of("HEAD " + path, "GET " + path), asked);
  }

  @Test
  void a_move_within_the_host_is_followed_three_times_and_no_more() {
    assertEquals(Finding.ALIVE, look("/to?/to?/to?/200"));
    assertEquals(4, asked.size());
    asked.clear();
    assertEquals(Finding.NOT_KNOWN, look("/to?/to?/to?/to?/200"));
    assertEquals(4, asked.size());
    asked.clear();
    assertEquals(Finding.MISSING, look("/to?/404"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://other.example/200",
        "http://pages.example/200",
        "https://pages.example:1/200",
        "https://127.0.0.1/200",
        "//other.example/200",
        "ftp://pages.example/200",
        "javascript:alert(1)",
        "https://pages.example@other.example/"
      })
  void a_move_to_another_host_is_not_followed(String elsewhere) {
    assertEquals(Finding.NOT_KNOWN, look("/to?" + elsewhere));
    assertEquals(1, asked.size());
    assertEquals(1, lookUps.get(), "no other name is even asked for");
  }

  @Test
  void only_hosts_that_the_operator_names_are_contacted() {
    WebProbe probe = probe(Set.of("acme.example", "pages.example:8443"), loopback(), true);
    for (String url : List.of(
        "https://pages.example/200",
        "https://pages.example:" + port() + "/200",
        "https://sub.acme.example/",
        "http://acme.example/",
        "https://acme.example:8443/",
        "https://user:secret@acme.example/",
        "https://acme.example.evil.example/")) {
      assertFalse(probe.mayLook(URI.create(url)), url);
      assertEquals(Finding.NOT_KNOWN, probe.look(URI.create(url)));
    }
    assertTrue(probe.mayLook(URI.create("https://acme.example/a?b=c")));
    assertTrue(probe.mayLook(URI.create("https://ACME.example/")));
    assertTrue(probe.mayLook(URI.create("https://pages.example:8443/")));
    assertEquals(0, lookUps.get());
    assertEquals(List.of(), asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "[::1]", "2130706433", "0177.0.0.1", "127.1"})
  void an_address_in_place_of_a_name_is_not_contacted_even_if_it_is_listed(String address) {
    String host = address + ":" + port();
    WebProbe probe = probe(Set.copyOf(List.of(host, address)), loopback(), true);
    assertFalse(probe.mayLook(URI.create("https://" + host + "/200")));
    assertEquals(Finding.NOT_KNOWN, probe.look(URI.create("https://" + host + "/200")));
    assertEquals(List.of(), asked);
  }

  @Test
  void a_name_that_leads_into_this_machine_is_not_contacted() {
    WebProbe probe = probe(Set.of(HOST + ":" + port()), loopback(), false);
    assertEquals(Finding.NOT_KNOWN, probe.look(page("/200")));
    assertEquals(List.of(), asked);
  }

  @Test
  void the_real_probe_does_not_contact_this_machine_by_its_name() {
    WebProbe probe = new WebProbe(Set.of("localhost:" + port()));
    assertTrue(probe.mayLook(URI.create("https://localhost:" + port() + "/200")));
    assertEquals(Finding.NOT_KNOWN, probe.look(URI.create("https://localhost:" + port() + "/200")));
    assertEquals(List.of(), asked);
  }

  @Test
  void one_private_address_among_public_ones_is_enough_to_refuse() throws UnknownHostException {
    List<InetAddress> both =
        List.of(InetAddress.getByName("192.0.2.1"), InetAddress.getLoopbackAddress());
    WebProbe probe = new WebProbe(
        Set.of(HOST + ":" + port()),
        host -> both,
        address -> !address.isLoopbackAddress(),
        LIMIT,
        trusting);
    assertEquals(Finding.NOT_KNOWN, probe.look(page("/200")));
    assertEquals(List.of(), asked);
  }

  @Test
  void a_name_is_asked_for_once_so_it_can_not_change_its_mind_after_the_check() {
    // The second answer leads into this machine; a probe that asked again would follow it.
    Dns rebinding = host -> {
      lookUps.incrementAndGet();
      return List.of(InetAddress.getLoopbackAddress());
    };
    List<InetAddress> checked = Collections.synchronizedList(new ArrayList<>());
    WebProbe probe = new WebProbe(
        Set.of(HOST + ":" + port()), rebinding, address -> checked.add(address), LIMIT, trusting);
    assertEquals(Finding.ALIVE, probe.look(page("/200")));
    assertEquals(1, lookUps.get());
    assertEquals(List.of(InetAddress.getLoopbackAddress()), checked);
    assertEquals(Finding.ALIVE, probe.look(page("/200")));
    assertEquals(2, checked.size(), "no connection is kept past its check");
  }

  @ParameterizedTest
  @CsvSource({
    "pages.example: Name or service not known, NAME_GONE",
    "pages.example: nodename nor servname provided or not known, NAME_GONE",
    "pages.example: Name does not resolve, NAME_GONE",
    "No such host is known (pages.example), NAME_GONE",
    "pages.example: No address associated with hostname, NAME_GONE",
    "pages.example: Temporary failure in name resolution, NOT_KNOWN",
    "pages.example: Temporärer Fehler; try again, NOT_KNOWN",
    "pages.example: Nama atau layanan tidak dikenal, NAME_GONE",
    "pages.example, NAME_GONE"
  })
  void a_name_that_is_gone_is_told_from_a_resolver_that_is_down(String words, Finding finding) {
    Dns gone = host -> {
      throw new UnknownHostException(words);
    };
    assertEquals(finding, probe(Set.of(HOST + ":" + port()), gone, true).look(page("/200")));
  }

  @Test
  void a_certificate_that_nobody_vouches_for_or_of_another_name_is_broken() {
    WebProbe strict = new WebProbe(
        Set.of(HOST + ":" + port()), loopback(), address -> true, LIMIT, new OkHttpClient());
    assertEquals(Finding.TLS_BROKEN, strict.look(page("/200")));
    WebProbe other = probe(Set.of("other.example:" + port()), loopback(), true);
    assertEquals(
        Finding.TLS_BROKEN, other.look(URI.create("https://other.example:" + port() + "/200")));
    assertEquals(List.of(), asked);
  }

  @Test
  void a_host_that_does_not_listen_or_hangs_up_is_not_known() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    assertEquals(Finding.NOT_KNOWN, lookAt(free));
    try (ServerSocket rude = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      threads.execute(() -> {
        try {
          while (true) {
            rude.accept().close();
          }
        } catch (IOException closed) {
          asked.add("the rude host has closed");
        }
      });
      assertEquals(Finding.NOT_KNOWN, lookAt(rude.getLocalPort()));
    }
  }

  @Test
  void a_host_that_says_nothing_is_given_up_in_time() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      long begin = System.nanoTime();
      WebProbe probe = new WebProbe(
          Set.of(HOST + ":" + silent.getLocalPort()),
          loopback(),
          address -> true,
          Duration.ofMillis(300),
          trusting);
      assertEquals(
          Finding.NOT_KNOWN,
          probe.look(URI.create("https://" + HOST + ":" + silent.getLocalPort() + "/")));
      assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 20);
    }
  }

  @Test
  void a_page_without_an_end_is_not_read() throws InterruptedException {
    AtomicLong sent = new AtomicLong();
    CountDownLatch hungUp = new CountDownLatch(1);
    server.createContext("/endless", exchange -> {
      asked.add(exchange.getRequestMethod() + " /endless");
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.sendResponseHeaders(405, -1);
        exchange.close();
        return;
      }
      exchange.sendResponseHeaders(200, 0);
      byte[] much = new byte[64 * 1024];
      try (OutputStream body = exchange.getResponseBody()) {
        while (true) {
          body.write(much);
          sent.addAndGet(much.length);
        }
      } catch (IOException expected) {
        hungUp.countDown();
      }
    });
    assertEquals(Finding.ALIVE, look("/endless"));
    assertTrue(hungUp.await(20, TimeUnit.SECONDS), "the probe hangs up");
    // What the sockets between hold; a probe that read on would take gigabytes.
    assertTrue(sent.get() < 64L * 1024 * 1024, sent + " bytes");
  }

  private Finding look(String path) {
    return probe(Set.of(HOST + ":" + port()), loopback(), true).look(page(path));
  }

  private Finding lookAt(int port) {
    return probe(Set.of(HOST + ":" + port), loopback(), true)
        .look(URI.create("https://" + HOST + ":" + port + "/"));
  }

  /** @param reachable whether addresses of this machine count as public */
  private WebProbe probe(Set<String> hosts, Dns names, boolean reachable) {
    return new WebProbe(
        hosts, names, reachable ? address -> true : PublicAddresses::isPublic, LIMIT, trusting);
  }

  private Dns loopback() {
    return host -> {
      lookUps.incrementAndGet();
      return List.of(InetAddress.getLoopbackAddress());
    };
  }

  private URI page(String path) {
    return URI.create("https://" + HOST + ":" + port() + path);
  }

  private int port() {
    return server.getAddress().getPort();
  }
}
