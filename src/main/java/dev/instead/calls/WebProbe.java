package dev.instead.calls;

import dev.instead.desk.LinkProbe;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at pages over HTTPS: at hosts that the operator names and nowhere else, at public addresses alone, with a limit on time, and without
 * reading what the page says. The addresses that were checked are the very ones that are connected to: the name is asked for once.
 */
public final class WebProbe implements LinkProbe {
  private static final Logger LOG = LoggerFactory.getLogger(WebProbe.class);
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int REDIRECTS = 3;
  private static final int HTTPS = 443;

  /** Servers that don't want to be asked for the head alone say so in one of these ways. */
  private static final Set<Integer> MISSING = Set.of(404, 410);

  private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 303, 307, 308);

  /**
   * "Temporary failure in name resolution": the resolver says itself that it is out of order. It may say so in any language, so whoever
   * counts must also notice when all names seem to be gone at once.
   */
  private static final Pattern PASSING =
      Pattern.compile("temporary failure|try again", Pattern.CASE_INSENSITIVE);

  private final Set<String> hosts;
  private final OkHttpClient http;

  /** @param hosts names such as {@code acme.example}, or {@code acme.example:8443} where the port isn't 443 */
  public WebProbe(Set<String> hosts) {
    this(hosts, Dns.SYSTEM, PublicAddresses::isPublic, LIMIT, new OkHttpClient());
  }

  /** @param http brings what it trusts */
  WebProbe(
      Set<String> hosts,
      Dns names,
      Predicate<InetAddress> reachable,
      Duration limit,
      OkHttpClient http) {
    this.hosts = Set.copyOf(hosts);
    this.http = http.newBuilder()
        .dns(host -> checked(host, names.lookup(host), reachable))
        // A proxy would ask for the name itself, and connect to whatever it is told.
        .proxy(Proxy.NO_PROXY)
        .callTimeout(limit)
        .connectTimeout(limit)
        .readTimeout(limit)
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        // A kept connection would be to an address that was checked long ago.
        .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
        .build();
  }

  @Override
  public boolean mayLook(URI url) {
    HttpUrl page = HttpUrl.parse(url.toString());
    return page != null && mayLook(page);
  }

  // Numbers are addresses, for which no name would be asked, so nothing would be checked.
  private boolean mayLook(HttpUrl page) {
    String host = page.host().toLowerCase(Locale.ROOT);
    String named = page.port() == HTTPS ? host : host + ":" + page.port();
    return page.isHttps()
        && page.username().isEmpty()
        && page.password().isEmpty()
        && !host.matches("[0-9.]+|.*:.*")
        && hosts.contains(named);
  }

  @Override
  public Finding look(URI url) {
    HttpUrl page = HttpUrl.parse(url.toString());
    if (page == null || !mayLook(page)) {
      return Finding.NOT_KNOWN;
    }
    try {
      return look(page, "HEAD", REDIRECTS);
    } catch (IOException e) {
      LOG.info(
          "The page {} could not be looked at: {}", page.host(), e.getClass().getSimpleName());
      return finding(e);
    }
  }

  private Finding look(HttpUrl page, String method, int redirects) throws IOException {
    Answer answer = ask(page, method);
    if (ELSEWHERE.contains(answer.code())) {
      Optional<HttpUrl> next = answer.elsewhere().filter(url -> staysAt(page, url));
      return redirects > 0 && next.isPresent()
          ? look(next.get(), method, redirects - 1)
          : Finding.NOT_KNOWN;
    }
    // Some hosts answer HEAD with anything, even 404, for pages that live.
    if (method.equals("HEAD") && isOfTheMethod(answer.code())) {
      return look(page, "GET", redirects);
    }
    if (MISSING.contains(answer.code())) {
      return Finding.MISSING;
    }
    return answer.code() / 100 == 2 ? Finding.ALIVE : Finding.NOT_KNOWN;
  }

  private static boolean isOfTheMethod(int code) {
    return code == 501 || (code / 100 == 4 && code != 429);
  }

  private static boolean staysAt(HttpUrl page, HttpUrl next) {
    return next.isHttps() && next.host().equals(page.host()) && next.port() == page.port();
  }

  private record Answer(int code, Optional<HttpUrl> elsewhere) {}

  private Answer ask(HttpUrl page, String method) throws IOException {
    Request request = new Request.Builder()
        .url(page)
        .method(method, null)
        .header("User-Agent", "Instead")
        .header("Range", "bytes=0-0")
        .header("Connection", "close")
        .build();
    Call call = http.newCall(request);
    try (Response response = call.execute()) {
      Answer answer = new Answer(
          response.code(), Optional.ofNullable(response.header("Location")).map(page::resolve));
      // Closing alone could read on for a while, to use the connection again.
      call.cancel();
      return answer;
    }
  }

  private static List<InetAddress> checked(
      String host, List<InetAddress> found, Predicate<InetAddress> reachable)
      throws NotPublicException {
    if (found.isEmpty() || !found.stream().allMatch(reachable)) {
      LOG.warn(
          "The host {} of a resource is at a private address, so it isn't looked at. Take it off INSTEAD_LINK_HOSTS.",
          host);
      throw new NotPublicException();
    }
    return found;
  }

  private static Finding finding(IOException e) {
    if (e instanceof NotPublicException) {
      return Finding.NOT_KNOWN;
    }
    if (e instanceof UnknownHostException) {
      String words = String.valueOf(e.getMessage());
      return PASSING.matcher(words).find() ? Finding.NOT_KNOWN : Finding.NAME_GONE;
    }
    if (e instanceof SSLPeerUnverifiedException) {
      return Finding.TLS_BROKEN;
    }
    return e instanceof SSLHandshakeException && !isCutOff(e)
        ? Finding.TLS_BROKEN
        : Finding.NOT_KNOWN;
  }

  /** A connection that ended in the middle of a handshake says nothing of the certificate. */
  private static boolean isCutOff(Throwable e) {
    Throwable cause = e.getCause();
    return cause instanceof EOFException || cause instanceof SocketException;
  }

  /** An address that must not be contacted. */
  private static final class NotPublicException extends UnknownHostException {}
}
