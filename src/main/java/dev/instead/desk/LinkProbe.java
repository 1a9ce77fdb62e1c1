package dev.instead.desk;

import java.net.URI;
import java.util.Arrays;

/** Looks whether the page of a resource is there. */
public interface LinkProbe {
  /** Whether the operator has allowed this page's host; others are never contacted. */
  boolean mayLook(URI url);

  /** One look; takes seconds at most, and never throws for whatever the page does. */
  Finding look(URI url);

  /** What a look found. */
  enum Finding {
    ALIVE("alive"),
    /** The host says that there is no such page. */
    MISSING("missing"),
    /** The host's name doesn't exist. */
    NAME_GONE("name_gone"),
    /** No browser would open it: the certificate is wrong or expired, or there is no encryption in common. */
    TLS_BROKEN("tls_broken"),
    /** Neither: too slow, out of order, moved to another host, behind a login, at a private address. */
    NOT_KNOWN("not_known");

    private final String code;

    Finding(String code) {
      this.code = code;
    }

    /** As the store and the sentences write it; never changed. */
    public String code() {
      return code;
    }

    public boolean isDead() {
      return this == MISSING || this == NAME_GONE || this == TLS_BROKEN;
    }

    /** Whether the host itself has answered, in a connection that nobody else could have answered in. */
    boolean isAnswer() {
      return this == ALIVE || this == MISSING;
    }

    public static Finding ofCode(String code) {
      return Arrays.stream(values())
          .filter(finding -> finding.code.equals(code))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("No finding is called \"" + code + "\""));
    }
  }
}
