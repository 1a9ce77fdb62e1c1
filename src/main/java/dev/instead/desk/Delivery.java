package dev.instead.desk;

/**
 * What a platform sent, recognisably: it may send the same thing twice. Slack: {@code slack:T…:event:Ev…}, {@code slack:T…:trigger:…},
 * {@code slack:T…:view:V…}.
 */
public record Delivery(String key) {}
