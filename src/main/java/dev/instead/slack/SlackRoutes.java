package dev.instead.slack;

import com.slack.api.bolt.App;

/** What comes in from Slack. Routes translate, desks decide. */
final class SlackRoutes {
  private final CommandRoutes commands;
  private final FormRoutes forms;
  private final PressRoutes presses;
  private final TalkRoutes talk;

  SlackRoutes(SlackDesks desks, Whisper whisper, ChatReplies replies) {
    commands = new CommandRoutes(desks);
    forms = new FormRoutes(desks);
    presses = new PressRoutes(desks, whisper);
    talk = new TalkRoutes(desks, replies);
  }

  void addTo(App app) {
    commands.addTo(app);
    forms.addTo(app);
    presses.addTo(app);
    talk.addTo(app);
  }
}
