package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Comings and goings: done in the tenant, and told to the bot as Teams tells them. Each method answers the last telling. */
public final class TeamsNews {
  private final TeamsTenant tenant;
  private final TeamsActivities activities;
  private final TeamsDeliveries deliveries;

  TeamsNews(TeamsTenant tenant, TeamsActivities activities, TeamsDeliveries deliveries) {
    this.tenant = tenant;
    this.activities = activities;
    this.deliveries = deliveries;
  }

  /** A person adds the app for themselves. */
  public Answer install(String aad) {
    TeamsPerson person = tenant.known(aad);
    tenant.install(aad);
    ObjectNode added = activities.installation(person, person.chat(), "add");
    TeamsActivities.data(added).putObject("source").put("name", "message");
    deliveries.send(added);
    ObjectNode members = activities.chatChanged(person);
    members.putArray("membersAdded").addObject().put("id", TeamsTenant.BOT);
    members.withArray("membersAdded").add(account(person));
    return deliveries.send(members);
  }

  public Answer uninstall(String aad) {
    TeamsPerson person = tenant.known(aad);
    tenant.uninstall(aad);
    return deliveries.send(activities.installation(person, person.chat(), "remove"));
  }

  /** A new version of the app came. */
  public Answer upgrade(String aad) {
    TeamsPerson person = tenant.known(aad);
    return deliveries.send(activities.installation(person, person.chat(), "add-upgrade"));
  }

  /** An owner adds the app to the team, by way of one of its channels. */
  public Answer addToTeam(String by, String channel) {
    TeamsPerson owner = tenant.known(by);
    tenant.appInTeam(true);
    ObjectNode members =
        activities.withTeamInFull(activities.teamChanged(owner, channel, "teamMemberAdded"));
    members.withObjectProperty("conversation").put("name", tenant.place(channel).name());
    members.putArray("membersAdded").addObject().put("id", TeamsTenant.BOT);
    selected(members, channel);
    deliveries.send(members);
    ObjectNode added = activities.withTeamInFull(activities.installation(owner, channel, "add"));
    selected(added, channel);
    TeamsActivities.data(added).putObject("channel").put("id", channel);
    TeamsActivities.data(added).putObject("source").put("name", "message");
    return deliveries.send(added);
  }

  public Answer removeFromTeam(String by) {
    TeamsPerson owner = tenant.known(by);
    tenant.appInTeam(false);
    ObjectNode members = activities.teamChanged(owner, TeamsTenant.TEAM, "teamMemberRemoved");
    members.putArray("membersRemoved").addObject().put("id", TeamsTenant.BOT);
    deliveries.send(members);
    ObjectNode removed = activities.installation(owner, TeamsTenant.TEAM, "remove");
    TeamsActivities.data(removed).putObject("team").put("id", TeamsTenant.TEAM);
    TeamsActivities.data(removed).putObject("channel").put("id", TeamsTenant.TEAM);
    return deliveries.send(removed);
  }

  public Answer joinTeam(String by, String aad) {
    tenant.joinTeam(aad);
    ObjectNode joined = activities.withTeamInFull(
        activities.teamChanged(tenant.known(by), TeamsTenant.TEAM, "teamMemberAdded"));
    joined.putArray("membersAdded").add(account(tenant.known(aad)));
    return deliveries.send(joined);
  }

  public Answer leaveTeam(String by, String aad) {
    tenant.leaveTeam(aad);
    ObjectNode left = activities.withTeamInFull(
        activities.teamChanged(tenant.known(by), TeamsTenant.TEAM, "teamMemberRemoved"));
    left.putArray("membersRemoved").add(account(tenant.known(aad)));
    return deliveries.send(left);
  }

  public Answer createChannel(String by, TeamsChannel channel) {
    tenant.put(channel);
    return channelNews(by, channel, "channelCreated");
  }

  public Answer renameChannel(String by, String id, String name) {
    TeamsChannel renamed = tenant.place(id).named(name);
    tenant.put(renamed);
    return channelNews(by, renamed, "channelRenamed");
  }

  public Answer deleteChannel(String by, String id) {
    TeamsChannel gone = tenant.place(id).gone();
    tenant.put(gone);
    return channelNews(by, gone, "channelDeleted");
  }

  public Answer renameTeam(String by, String name) {
    tenant.nameTeam(name);
    ObjectNode renamed = activities.teamChanged(tenant.known(by), TeamsTenant.TEAM, "teamRenamed");
    TeamsActivities.data(renamed).withObjectProperty("team").put("name", name);
    return deliveries.send(renamed);
  }

  /** The whole team with all its channels. */
  public Answer deleteTeam(String by) {
    tenant.appInTeam(false);
    tenant.channels().forEach(channel -> tenant.put(channel.gone()));
    return deliveries.send(
        activities.teamChanged(tenant.known(by), TeamsTenant.TEAM, "teamDeleted"));
  }

  /** Somebody likes a message of the bot. */
  public Answer react(String by, TeamsPost post) {
    ObjectNode liked =
        activities.in(post.thread(), activities.activity("messageReaction", tenant.known(by)));
    liked.putArray("reactionsAdded").addObject().put("type", "like");
    return deliveries.send(liked.put("replyToId", post.id()));
  }

  /** Somebody puts other words into their own message. */
  public Answer rewrite(TeamsPost post, String text) {
    TeamsPost now = tenant.edit(
        post, TeamsTenant.Draft.text(post.conversation(), post.from(), text, post.root()));
    ObjectNode edited = activities.in(
        post.thread(), activities.activity("messageUpdate", tenant.known(post.from())));
    TeamsActivities.data(edited).put("eventType", "editMessage");
    return deliveries.send(edited.put("id", now.id()).put("text", text).put("textFormat", "plain"));
  }

  /** Somebody deletes their own message. */
  public Answer withdraw(TeamsPost post) {
    tenant.delete(post);
    ObjectNode deleted = activities.in(
        post.thread(), activities.activity("messageDelete", tenant.known(post.from())));
    TeamsActivities.data(deleted).put("eventType", "softDeleteMessage");
    return deliveries.send(deleted.put("id", post.id()));
  }

  private Answer channelNews(String by, TeamsChannel channel, String event) {
    ObjectNode told = activities.teamChanged(tenant.known(by), TeamsTenant.TEAM, event);
    TeamsActivities.data(told)
        .putObject("channel")
        .put("id", channel.id())
        .put("name", channel.name());
    return deliveries.send(told);
  }

  private static void selected(ObjectNode activity, String channel) {
    TeamsActivities.data(activity)
        .putObject("settings")
        .putObject("selectedChannel")
        .put("id", channel);
  }

  private static ObjectNode account(TeamsPerson person) {
    return Json.object().put("id", person.remoteId()).put("aadObjectId", person.aad());
  }
}
