package dev.instead.playground;

import java.time.Clock;

/** One company on both platforms: the same colleagues in a Slack workspace and in a Teams tenant. */
public record Company(SlackWorkspace slack, TeamsTenant teams) {
  /** Meranti Motors, before anybody wrote anything; {@code clock} stamps the messages. */
  static Company sample(Clock clock) {
    return new Company(SampleCompany.workspace(clock), SampleTenant.tenant(clock));
  }
}
