package dev.instead.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseUrlsTest {
  @ParameterizedTest
  @CsvSource({
    "https://hooks.slack.com/actions/T1/2/3, true",
    "https://hooks.slack-gov.com/commands/T1/2/3, true",
    "http://hooks.slack.com/actions/T1/2/3, false",
    "https://hooks.slack.com.evil.example/a, false",
    "https://evil.example/hooks.slack.com, false",
    "https://hooks.slack.com@evil.example/a, false",
    "https://evil.example@hooks.slack.com/a, false",
    "https://169.254.169.254/latest/meta-data, false",
    "http://127.0.0.1:8080/, false",
    "http://[::1]/, false",
    "file:///etc/passwd, false",
    "gopher://hooks.slack.com/a, false",
    "//hooks.slack.com/a, false",
    "not an address, false",
    "'', false"
  })
  void only_slacks_own_addresses_are_called(String url, boolean allowed) {
    assertEquals(allowed, new ResponseUrls(URI.create("https://slack.com/api/")).allow(url));
  }

  @Test
  void a_stand_in_answers_from_the_host_that_the_operator_named() {
    ResponseUrls urls = new ResponseUrls(URI.create("http://127.0.0.1:9/api/"));
    assertEquals(true, urls.allow("http://127.0.0.1:9/hooks/1"));
    assertEquals(false, urls.allow("http://localhost:9/hooks/1"));
  }
}
