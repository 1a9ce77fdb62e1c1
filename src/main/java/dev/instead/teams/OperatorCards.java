package dev.instead.teams;

import dev.instead.notice.Notice;
import java.util.List;

/** What the policy's owner and the administrators are told. */
final class OperatorCards {
  private static final int SHOWN_PROBLEMS = 10;
  private static final int PROBLEM = 500;
  private static final int VERSION = 60;

  private final Reading in;

  OperatorCards(Reading in) {
    this.in = in;
  }

  TeamsMessage broken(Notice.PolicyBroken notice) {
    List<String> problems = notice.problems();
    Sheet sheet = new Sheet(in);
    sheet.say(in.say("policy.broken", "version", in.escaped(notice.inForce(), VERSION)));
    for (String problem :
        problems.subList(0, Math.min(in.count(SHOWN_PROBLEMS), problems.size()))) {
      String shown = in.words(problem, PROBLEM);
      sheet.add(Ink.bullet(List.of(Ink.run(shown)))).speak(shown);
    }
    int more = problems.size() - in.count(SHOWN_PROBLEMS);
    if (more > 0) {
      sheet.quiet(in.say("policy.more_problems", "count", more));
    }
    return sheet.message();
  }

  TeamsMessage mended(Notice.PolicyMended notice) {
    return new Sheet(in)
        .say(in.say("policy.mended", "version", in.escaped(notice.inForce(), VERSION)))
        .message();
  }

  TeamsMessage undelivered(Notice.Undelivered notice) {
    String what = in.say("message." + notice.kind());
    return new Sheet(in)
        .say(notice
            .number()
            .map(number -> in.say("undelivered.case", "what", what, "number", number))
            .orElseGet(() -> in.say("undelivered", "what", what)))
        .labelled(in.say("undelivered.reason"), in.words(notice.reason(), PROBLEM))
        .labelled(in.say("undelivered.remedy"), in.words(notice.remedy(), PROBLEM))
        .message();
  }
}
