package dev.instead.report;

/**
 * A post on the web.
 *
 * @param url as the reporter gave it, http or https, with nothing secret in it; for people
 * @param key the same for every way of writing the same post: host aliases, tracking parameters and fragments taken away; for joining reports
 */
public record Link(String url, String key) {}
