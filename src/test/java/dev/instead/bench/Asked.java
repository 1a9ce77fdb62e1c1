package dev.instead.bench;

/** What people ask of the bot all day. */
enum Asked {
  REPORT("stored report"),
  JOIN("joined report"),
  CLAIM("claim (*Take it*)"),
  ASK("question (`/canipost`)");

  final String label;

  Asked(String label) {
    this.label = label;
  }
}
