package dev.instead.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.instead.playground.LocalSlack;
import dev.instead.playground.LocalTeams;
import dev.instead.playground.SigningSecret;
import dev.instead.playground.SlackMessage;
import dev.instead.playground.SlackSender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The four things that people ask of the bot, on both databases and both platforms, each beside the bare acknowledgement. */
final class SideBySide {
  private static final int ROUNDS = 2;
  private static final int LINES = 8;
  private static final List<Subject.Kind> COMPARED =
      List.of(Subject.Kind.BARE, Subject.Kind.INSTEAD, Subject.Kind.POSTGRES, Subject.Kind.TEAMS);

  /** One cell: the median alone, the best rate of eight, and the processor time of one of them. */
  private record Cost(double millis, double rate, double processor) {}

  private final LocalSlack slack;
  private final LocalTeams teams;
  private final int warm;
  private final int alone;
  private final int fast;
  private final Map<Asked, Map<Subject.Kind, Cost>> costs = new EnumMap<>(Asked.class);

  SideBySide(LocalSlack slack, LocalTeams teams, double scale) {
    this.slack = slack;
    this.teams = teams;
    warm = scaled(500, scale);
    alone = scaled(100, scale);
    fast = scaled(700, scale);
  }

  /** A table. */
  String measured() throws Exception {
    ObjectNode press = null;
    for (Subject.Kind kind :
        List.of(Subject.Kind.INSTEAD, Subject.Kind.BARE, Subject.Kind.POSTGRES)) {
      try (Subject subject = Subject.start(kind, slack, teams)) {
        press = press == null ? press(subject) : press;
        onSlack(subject, press);
      }
    }
    try (Subject subject = Subject.start(Subject.Kind.TEAMS, slack, teams)) {
      onTeams(subject);
    }
    try (Subject subject = Subject.start(Subject.Kind.MEANING, slack, teams)) {
      subject.awaitModel();
      measure(Asked.ASK, subject, new SlackReports(subject).questions());
    }
    return table();
  }

  private void onSlack(Subject subject, ObjectNode press) throws Exception {
    SlackReports people = new SlackReports(subject);
    measure(Asked.REPORT, subject, people);
    measure(Asked.JOIN, subject, people.of("https://social.example/joined"));
    measure(Asked.ASK, subject, people.questions());
    Numbers numbers = new Numbers();
    if (subject.kind == Subject.Kind.BARE) {
      for (int i = 0; i < presses(); i++) {
        numbers.add("S-7KQ2");
      }
      measure(Asked.CLAIM, subject, people.presses(press, numbers));
    } else {
      new Load(people.refunds(numbers)).unpaced(presses(), LINES);
      claims(subject, people.presses(press, numbers));
    }
  }

  private void onTeams(Subject subject) throws Exception {
    TeamsReports people = new TeamsReports(subject, teams);
    ObjectNode press = people.press(); // while no other card waits for its turn
    measure(Asked.REPORT, subject, people);
    measure(Asked.JOIN, subject, people.of("https://social.example/joined"));
    measure(Asked.ASK, subject, people.questions());
    Numbers numbers = new Numbers();
    new Load(people.refunds(numbers)).unpaced(presses(), LINES);
    claims(subject, people.presses(press, numbers));
  }

  /** Whether a press took the case isn't in its answer. */
  private void claims(Subject subject, Reports presses) throws Exception {
    long before = subject.claims();
    measure(Asked.CLAIM, subject, presses);
    long taken = subject.claims() - before;
    if (taken != presses()) {
      throw new IllegalStateException(presses() + " presses, but " + taken + " claims");
    }
  }

  private int presses() {
    return warm + ROUNDS * (alone + fast);
  }

  private void measure(Asked what, Subject subject, Reports requests) throws Exception {
    Load load = new Load(requests);
    load.unpaced(warm, LINES);
    List<double[]> millis = new ArrayList<>();
    double rate = 0;
    double processor = 0;
    for (int round = 0; round < ROUNDS; round++) {
      millis.add(load.alone(alone));
      Subject.Cpu before = subject.cpu();
      rate = Math.max(rate, load.unpaced(fast, LINES));
      processor += subject.cpu().minus(before).all() / fast / ROUNDS;
    }
    double[] all = millis.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    costs
        .computeIfAbsent(what, w -> new EnumMap<>(Subject.Kind.class))
        .put(subject.kind, new Cost(all[all.length / 2], rate, processor));
  }

  /** What Slack sends when somebody presses <i>Take it</i> on a card that the bot posted. */
  private ObjectNode press(Subject subject) throws JsonProcessingException {
    String link = "social.example/press/1";
    try (SlackSender sender =
        new SlackSender(slack, subject::address, new SigningSecret(Subject.SECRET))) {
      sender.command(
          "U0BENCH0", "C0GENERAL", "/report", "https://" + link + " " + Reports.WORDS.get(0));
      SlackMessage card = slack
          .workspace()
          .awaitMessage(
              "C0SOCIAL", each -> each.everything().contains(link), Duration.ofSeconds(30));
      sender.press("U0ANA", card, "case.take");
      return SlackReports.model(sender.latest());
    }
  }

  private String table() {
    StringBuilder table = new StringBuilder("""
        What people ask all day, one process after the other, each on an empty store: PostgreSQL on this machine, with `fsync` on, its own
        processes' time not counted. A press of *Take it* is another case each time; bare Bolt acknowledges a press of the same size. Joined
        reports are all of one post. Questions are six, in words of the example policy and in others; on Teams their answer is a message of
        its own, whose sending counts. %s

        | what |""".formatted(Machine.now()));
    COMPARED.forEach(kind -> table.append(' ').append(kind.label).append(" |"));
    table.append("\n|---").append("|---".repeat(COMPARED.size())).append("|\n");
    for (Asked what : Asked.values()) {
      row(table, what.label + ": alone, p50, ms", what, Measure.MILLIS);
      row(table, "… eight at a time, a second", what, Measure.RATE);
      row(table, "… processor time, ms", what, Measure.PROCESSOR);
    }
    Cost meaning = cost(Asked.ASK, Subject.Kind.MEANING);
    table
        .append("\nA question with the sentence model switched on, on Slack with SQLite: ")
        .append(Machine.number(meaning.millis()))
        .append(" ms alone, ")
        .append(Machine.number(meaning.rate()))
        .append(" a second eight at a time, ")
        .append(Machine.number(meaning.processor()))
        .append(" ms of processor time.\n");
    return table.toString();
  }

  private enum Measure {
    MILLIS,
    RATE,
    PROCESSOR;

    double of(Cost cost) {
      return switch (this) {
        case MILLIS -> cost.millis();
        case RATE -> cost.rate();
        case PROCESSOR -> cost.processor();
      };
    }
  }

  private void row(StringBuilder table, String label, Asked what, Measure measure) {
    String cells = COMPARED.stream()
        .map(kind -> Machine.number(measure.of(cost(what, kind))))
        .collect(Collectors.joining(" | "));
    table.append("| ").append(label).append(" | ").append(cells).append(" |\n");
  }

  private Cost cost(Asked what, Subject.Kind kind) {
    Cost found = costs.getOrDefault(what, Map.of()).get(kind);
    if (found == null) {
      throw new IllegalStateException("Nothing was measured for " + kind.label);
    }
    return found;
  }

  private static int scaled(int count, double scale) {
    return Math.max(1, (int) (count * scale));
  }
}
