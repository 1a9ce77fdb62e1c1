package dev.instead.chaos;

import dev.instead.playground.ChatChange;
import dev.instead.playground.SlackMessage;
import dev.instead.playground.TeamsPost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the teams' conversations at each change, as somebody who never looks away, and notes each card that shows less than before. */
final class Journal implements AutoCloseable {
  private final Company company;
  private final Map<String, Object> seen = new HashMap<>();
  private final Map<String, Card> shown = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private final AutoCloseable onSlack;
  private final AutoCloseable onTeams;
  private int changes;

  Journal(Company company) {
    this.company = company;
    onSlack = company.workspace.listen(change -> channels(change).forEach(this::lookOnSlack));
    onTeams = company.tenant.listen(change -> channels(change).forEach(this::lookOnTeams));
  }

  private static List<String> channels(ChatChange change) {
    return change.conversations().stream()
        .filter(id -> id.startsWith("C0LAB") || id.startsWith("19:laboratory"))
        .toList();
  }

  private synchronized void lookOnSlack(String channel) {
    for (SlackMessage message : company.workspace.messagesIn(channel)) {
      if (!message.equals(seen.put(channel + message.ts(), message))) {
        note(Card.of(message));
      }
    }
  }

  private synchronized void lookOnTeams(String channel) {
    for (TeamsPost post : company.tenant.postsIn(channel)) {
      if (!post.equals(seen.put(channel + post.id(), post))) {
        note(Card.of(post));
      }
    }
  }

  private void note(Optional<Card> now) {
    now.ifPresent(card -> {
      changes++;
      Card before = shown.put(card.conversation() + card.id(), card);
      if (before != null && card.goesBackFrom(before)) {
        wrong.add("A card went back from " + before + " to " + card);
      }
    });
  }

  synchronized List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** How often a card came or changed. */
  synchronized int changes() {
    return changes;
  }

  @Override
  public void close() {
    try (onSlack;
        onTeams) {
      seen.clear();
    } catch (Exception e) {
      throw new IllegalStateException("The journal could not be closed", e);
    }
  }
}
