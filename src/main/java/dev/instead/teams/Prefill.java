package dev.instead.teams;

/** What a "report" button fills its form with: the link and the words, which travel in the button's value. */
record Prefill(String link, String words) {
  /** From the client, so anything may stand in it; it fills in a form that its sender reads before it is sent. */
  static Prefill of(String value) {
    String[] parts = value.strip().split(" ", 2);
    boolean link = parts[0].startsWith("https://") || parts[0].startsWith("http://");
    if (!link) {
      return new Prefill("", value.strip());
    }
    return new Prefill(parts[0], parts.length == 2 ? parts[1] : "");
  }
}
