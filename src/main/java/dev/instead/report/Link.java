package dev.instead.report;

/**
 * A post on the web.
 *
 * @param url as the reporter gave it, http or https, with nothing secret in it; for people
 * @param key the same for every way of writing the same post: host aliases, tracking parameters and fragments taken away; for joining reports
 */
public record Link(String url, String key) {
  /**
   * The same post as somebody in danger reports it. Such reports never wait in the ordinary queue of the post, so they have an open case
   * of their own; {@code !} can't stand in a key otherwise.
   */
  public Link ofDanger() {
    return new Link(url, key + "!danger");
  }
}
