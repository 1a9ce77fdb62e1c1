package dev.instead.people;

/**
 * One account on one platform.
 *
 * @param workspace the Slack workspace ({@code T…}), or organisation ({@code E…}) where the app is installed for all of it, or the
 *     Teams tenant: ids are unique only inside it
 * @param id the platform's own id, e.g. {@code U012AB3CD}; or, of somebody who was erased, {@link #FORMER} and what tells them from others
 */
public record Person(Platform platform, String workspace, String id) {
  /** What the ids of erased people begin with; no platform has such. */
  public static final String FORMER = "former:";

  /** Whether this was somebody whose data were erased: nobody can be asked, told or named any more. */
  public boolean isFormer() {
    return id.startsWith(FORMER);
  }

  @Override
  public String toString() {
    return platform.code() + ":" + workspace + ":" + id;
  }
}
