package dev.instead.web;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;

/**
 * One path that a chat platform calls.
 *
 * @param path exact, e.g. {@code /slack/events}
 * @param guard lets only requests through that the platform surely sent
 */
public record Endpoint(String path, Filter guard, HttpServlet servlet) {}
