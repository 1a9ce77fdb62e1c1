package dev.instead.parity;

import dev.instead.playground.SampleTenant;

/** The channels of the sample company, which has each of them on each platform. */
enum Room {
  GENERAL("C0GENERAL", SampleTenant.GENERAL),
  SOCIAL("C0SOCIAL", SampleTenant.SOCIAL),
  LEGAL("C0LEGAL", SampleTenant.LEGAL),
  SECURITY("C0SECURITY", SampleTenant.SECURITY),
  PRESS("C0PRESS", SampleTenant.PRESS),
  POLICY("C0POLICY", SampleTenant.POLICY),
  OPS("C0OPS", SampleTenant.OPS);

  final String slack;
  final String teams;

  Room(String slack, String teams) {
    this.slack = slack;
    this.teams = teams;
  }
}
