package dev.instead.people;

/** A chat platform. The {@link #code} is what the store and the policy file write. */
public enum Platform {
  SLACK("slack"),
  TEAMS("teams");

  private final String code;

  Platform(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** The platform of a stored code. Unknown codes are a broken store, hence an exception. */
  public static Platform ofCode(String code) {
    for (Platform platform : values()) {
      if (platform.code.equals(code)) {
        return platform;
      }
    }
    throw new IllegalArgumentException("No platform is called \"" + code + "\"");
  }
}
