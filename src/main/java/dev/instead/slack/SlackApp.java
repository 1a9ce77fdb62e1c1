package dev.instead.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;

/** Bolt, set up for one workspace. */
final class SlackApp {
  private SlackApp() {}

  /**
   * An app without routes.
   *
   * @param slack for calls inside requests, so with short time limits
   */
  static App create(Slack slack, String botToken) {
    return new App(AppConfig.builder()
        .slack(slack)
        .singleTeamBotToken(botToken)
        // One auth.test in ten minutes instead of one per request.
        .authTestCacheEnabled(true)
        // Our own filter in front checks the signature, over the raw bytes and in constant time.
        .requestVerificationEnabled(false)
        .allEventsApiAutoAckEnabled(true)
        .threadPoolSize(2)
        .build());
  }
}
