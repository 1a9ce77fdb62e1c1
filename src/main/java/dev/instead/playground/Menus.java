package dev.instead.playground;

/** What the app offers in the menus of both platforms. */
public record Menus(AppMenu slack, TeamsMenu teams) {}
