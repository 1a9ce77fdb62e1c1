package dev.instead.playground;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An organisation on Enterprise Grid for which the app is installed as a whole. It has several workspaces with the same people; the app
 * may be used in those that it is granted. Channels are shared by all of them.
 *
 * <p>https://docs.slack.dev/enterprise/developing-for-enterprise-orgs
 */
public final class SlackGrid {
  public static final String ENTERPRISE = "E0MERANTI";
  public static final String NAME = "Meranti Group";

  private final List<String> workspaces;
  private final Set<String> granted = ConcurrentHashMap.newKeySet();
  private final Map<String, String> whereabouts = new ConcurrentHashMap<>();

  private SlackGrid(List<String> workspaces) {
    this.workspaces = workspaces;
    granted.addAll(workspaces);
  }

  /** All of them grant the app access. */
  public static SlackGrid of(String... workspaces) {
    return new SlackGrid(List.copyOf(Arrays.asList(workspaces)));
  }

  /** From now on the person writes and presses in this workspace of the organisation. */
  public void moves(String user, String workspace) {
    whereabouts.put(user, workspace);
  }

  public void grant(String workspace) {
    granted.add(workspace);
  }

  public void revoke(String workspace) {
    granted.remove(workspace);
  }

  /** The workspaces that the app may be used in. */
  List<String> granted() {
    return workspaces.stream().filter(granted::contains).toList();
  }

  List<String> workspaces() {
    return workspaces;
  }

  boolean has(SlackUser user) {
    return workspaces.contains(user.team());
  }

  /** Where somebody of the organisation is just now. */
  String whereabouts(SlackUser user) {
    return whereabouts.getOrDefault(user.id(), user.team());
  }

  static String domain(String workspace) {
    return workspace.toLowerCase(Locale.ROOT);
  }
}
