package dev.instead.chaos;

import dev.instead.people.Platform;
import dev.instead.playground.SampleTenant;
import dev.instead.playground.SlackMessage;
import dev.instead.playground.TeamsPost;
import dev.instead.playground.TeamsSender;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compares what was acknowledged, what is stored and what the chats show, when all has come to rest. Trusts nobody. */
final class Checker {
  /** The button that is on each text in the list of what is to be read again. */
  private static final String HOLDS = "review.holds";

  private static final String NEWS = "Somebody|is on it \\(";

  private final Company company;
  private final Ledger ledger;
  private final Journal journal;
  private final Stored stored;
  private int healed;

  Checker(Company company, Ledger ledger, Journal journal, Stored stored) {
    this.company = company;
    this.ledger = ledger;
    this.journal = journal;
    this.stored = stored;
  }

  /** How many second cards were pressed away so far. */
  int healed() {
    return healed;
  }

  /** Presses each second card on Teams, where nobody can look for one, as the first person would who meets it. */
  boolean pressStrays(URI bot) throws SQLException {
    boolean any = false;
    Map<String, String> recorded = recorded();
    try (TeamsSender people = company.onTeams(() -> bot)) {
      for (int team = 0; team < Company.TEAMS; team++) {
        for (TeamsPost post : onTeams(team)) {
          Card card = Card.of(post).orElse(null);
          if (card != null
              && card.stage() != Card.Stage.STRAY
              && !card.id().equals(recorded.get(card.number()))) {
            people.press(SampleTenant.ANA, post, "case.timeline");
            people.closeDialog(SampleTenant.ANA);
            healed++;
            any = true;
          }
        }
      }
    }
    return any;
  }

  /** Everything that is not as it must be, one line each; empty when all is well. */
  List<String> wrong() throws SQLException {
    List<String> wrong = new ArrayList<>(ledger.wrong());
    wrong.addAll(journal.wrong());
    Map<String, List<String>> words = stored.words();
    Set<String> untold = stored.untold();
    for (Ledger.Acknowledged one : ledger.all()) {
      lost(one, words.getOrDefault(one.sent().words(), List.of()), wrong);
      told(one, untold, wrong);
    }
    cards(wrong);
    for (String given : stored.givenUp()) {
      if (!given.contains("Whether it arrived is unknown")
          && !given.contains("interrupted time and again")) {
        wrong.add("Given up: " + given);
      }
    }
    return wrong;
  }

  private static void lost(Ledger.Acknowledged one, List<String> found, List<String> wrong) {
    if (!found.equals(List.of(one.number()))) {
      wrong.add("LOST OR DOUBLED: " + one + " is stored in " + found);
    }
  }

  /** The receipt is repeated in private, before any news of the case. */
  private void told(Ledger.Acknowledged one, Set<String> untold, List<String> wrong) {
    List<String> told = inPrivate(one.sent()).stream()
        .filter(text -> text.contains(one.number()))
        .toList();
    int receipt = first(told, "Thanks");
    int news = first(told, NEWS);
    if (receipt < 0 && !untold.contains(one.number())) {
      wrong.add("UNTOLD: " + one + " has no receipt in private, but " + told);
    }
    if (receipt >= 0 && news >= 0 && news < receipt) {
      wrong.add("DISORDER: " + one.sent().reporter() + " heard news before the receipt: " + told);
    }
  }

  private static int first(List<String> told, String pattern) {
    return IntStream.range(0, told.size())
        .filter(i ->
            told.get(i).lines().limit(3).anyMatch(line -> line.matches(".*(" + pattern + ").*")))
        .findFirst()
        .orElse(-1);
  }

  private List<String> inPrivate(Ledger.Sent sent) {
    return sent.platform() == Platform.SLACK
        ? company.workspace.directMessagesOf(sent.reporter()).stream()
            .map(SlackMessage::everything)
            .toList()
        : company.tenant.chatOf(sent.reporter()).stream()
            .map(TeamsPost::everything)
            .toList();
  }

  private void cards(List<String> wrong) throws SQLException {
    Map<String, List<Card>> shown = shown();
    Map<String, String> recorded = recorded();
    for (Stored.CaseRow about : stored.cases()) {
      List<Card> cards = Objects.requireNonNullElse(shown.remove(about.number()), List.of());
      if (about.reports() != about.counted()) {
        wrong.add("MISCOUNTED: " + about);
      }
      if (cards.size() != 1) {
        wrong.add("NOT ONE CARD: " + about + " has " + cards);
      } else if (!isTrue(cards.get(0), about)) {
        wrong.add("UNTRUE: " + about + " is shown as " + cards.get(0));
      } else if (!cards.get(0).id().equals(recorded.get(about.number()))) {
        wrong.add("NOT RECORDED: " + cards.get(0) + " stands there, recorded is "
            + recorded.get(about.number()));
      }
    }
    shown.forEach((number, cards) -> wrong.add("PROMISED: nobody stored " + cards));
  }

  private static boolean isTrue(Card card, Stored.CaseRow about) {
    return card.stage().name().equalsIgnoreCase(about.stage()) && card.reports() == about.reports();
  }

  /** The cards that stand in the teams' conversations, without copies that say that they are one. */
  private Map<String, List<Card>> shown() {
    return IntStream.range(0, Company.TEAMS)
        .boxed()
        .flatMap(team -> Company.isOnSlack(team)
            ? company.workspace.messagesIn(Company.channel(team)).stream()
                .flatMap(message -> Card.of(message).stream())
            : onTeams(team).stream().flatMap(post -> Card.of(post).stream()))
        .filter(card -> card.stage() != Card.Stage.STRAY)
        .collect(Collectors.groupingBy(Card::number, HashMap::new, Collectors.toList()));
  }

  private List<TeamsPost> onTeams(int team) {
    return Company.isOnSlack(team) ? List.of() : company.tenant.postsIn(Company.channel(team));
  }

  private Map<String, String> recorded() throws SQLException {
    return stored.cards().stream()
        .filter(card -> !card.remote().equals("null"))
        .collect(Collectors.toMap(
            Stored.CardRow::number, Stored.CardRow::remote, (first, second) -> first));
  }

  /** Whether the owner heard on both platforms, so many times at least. */
  boolean heardOf(int mondays) {
    return onSlack() >= mondays && onTeams() >= mondays;
  }

  private long onSlack() {
    return company.workspace.directMessagesOf(Company.SLACK_OWNER).stream()
        .filter(message -> message.element(HOLDS).isPresent())
        .count();
  }

  private long onTeams() {
    return company.tenant.chatOf(SampleTenant.CITRA).stream()
        .filter(post -> post.cards().toString().contains(HOLDS))
        .count();
  }

  /** Every Monday the owner of a link that has to be read again hears of it, once on each platform. */
  List<String> wrongTimers(int mondays) throws SQLException {
    List<String> wrong = new ArrayList<>();
    long onSlack = onSlack();
    long onTeams = onTeams();
    if (onSlack != mondays || onTeams != mondays) {
      wrong.add("TIMERS: " + mondays + " Mondays, but the owner heard " + onSlack
          + " times on Slack and " + onTeams + " on Teams");
    }
    for (String owner : List.of(Company.SLACK_OWNER, SampleTenant.CITRA)) {
      int wanted = stored.reviewListsFor(owner);
      if (wanted != mondays) {
        wrong.add("TIMERS: " + mondays + " Mondays, but " + wanted + " lists for " + owner);
      }
    }
    return wrong;
  }
}
