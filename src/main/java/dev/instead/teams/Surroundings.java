package dev.instead.teams;

/** Gets to know the channels of a team that the bot was added to. Never blocks, never throws. */
interface Surroundings {
  /**
   * Asks for the team's channels in the background, and remembers them.
   *
   * @param team the team's id, which is its General channel's too
   * @param service the address of Teams' service for this team
   */
  void learn(String tenant, String team, String service);
}
