package dev.instead.outbox;

/** A message as its platform knows it: Slack's channel id and {@code ts}, Teams' conversation and activity id. */
public record Remote(String conversation, String id) {}
