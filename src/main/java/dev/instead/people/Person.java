package dev.instead.people;

/**
 * One account on one platform.
 *
 * @param workspace the Slack workspace ({@code T…}), or organisation ({@code E…}) where the app is installed for all of it, or the
 *     Teams tenant: ids are unique only inside it
 * @param id the platform's own id, e.g. {@code U012AB3CD}
 */
public record Person(Platform platform, String workspace, String id) {
  @Override
  public String toString() {
    return platform.code() + ":" + workspace + ":" + id;
  }
}
