package dev.instead.teams;

/** What is learnt of a team when the bot comes to it: Teams tells of one channel only, and a case may be for any. */
interface Surroundings {
  /** Finds the team's channels, later and as well as it can; a channel that isn't found is learnt when somebody writes to the bot there. */
  void explore(String service, String tenant, String team);
}
