package dev.instead.parity;

import dev.instead.playground.SampleTenant;
import java.util.Arrays;

/** The people of the sample company, who have an account on each platform. */
enum Colleague {
  DEWI("Dewi Lestari", "U0DEWI", SampleTenant.DEWI),
  BUDI("Budi Santoso", "U0BUDI", SampleTenant.BUDI),
  ANA("Ana Wijaya", "U0ANA", SampleTenant.ANA),
  BEN("Ben Hartono", "U0BEN", SampleTenant.BEN),
  CITRA("Citra Halim", "U0CITRA", SampleTenant.CITRA),
  LARAS("Laras Putri", "U0LARAS", SampleTenant.LARAS),
  SIGIT("Sigit Pranoto", "U0SIGIT", SampleTenant.SIGIT),
  OMAR("Omar Nasution", "U0OMAR", SampleTenant.OMAR),
  MAYA("Maya Sari", "U0MAYA", SampleTenant.MAYA),

  /** A guest of the company. */
  GUS("Gus Wibowo", "U0GUS", SampleTenant.GUS),

  /** Nobody's colleague: of another organisation on Slack, without an account on Teams. */
  STRANGER("Somebody", "U0STRANGER", SampleTenant.SOMEBODY);

  final String fullName;
  final String slack;
  final String teams;

  Colleague(String fullName, String slack, String teams) {
    this.fullName = fullName;
    this.slack = slack;
    this.teams = teams;
  }

  /** A text with the names of people in place of Slack's ids. */
  static String named(String text) {
    return Arrays.stream(values())
        .reduce(
            text,
            (so, who) -> so.replace("<@" + who.slack + ">", who.fullName),
            (first, second) -> second);
  }
}
