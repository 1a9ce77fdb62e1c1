package dev.instead.people;

/**
 * A conversation that a team works in.
 *
 * @param id Slack's channel id ({@code C…}, {@code G…}) or Teams' conversation id ({@code 19:…@thread.tacv2})
 */
public record Channel(Platform platform, String workspace, String id) {
  @Override
  public String toString() {
    return platform.code() + ":" + workspace + ":" + id;
  }
}
