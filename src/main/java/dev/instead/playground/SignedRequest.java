package dev.instead.playground;

import java.util.LinkedHashMap;
import java.util.Map;

/** One request to the bot, headers and all; sending it again is "the same delivery again". */
public record SignedRequest(String contentType, String body, Map<String, String> headers) {
  public SignedRequest {
    headers = Map.copyOf(headers);
  }

  /** The same request with one header set or replaced. */
  public SignedRequest with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new SignedRequest(contentType, body, more);
  }

  /** The same headers, the signature among them, over another body. */
  public SignedRequest withBody(String other) {
    return new SignedRequest(contentType, other, headers);
  }

  @Override
  public String toString() {
    return "SignedRequest[" + contentType + ", " + body.length() + " characters]";
  }
}
