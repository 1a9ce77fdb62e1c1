package dev.instead.burst;

import dev.instead.playground.SampleCompany;
import dev.instead.playground.SlackUser;
import dev.instead.playground.SlackWorkspace;

/** The sample company with as many more people as report and ask. */
final class Crowd {
  static final int ASKERS = 100;

  private Crowd() {}

  static SlackWorkspace workspace(Wave wave) {
    SlackWorkspace workspace = SampleCompany.workspace();
    for (int i = 0; i < wave.people(); i++) {
      workspace.put(SlackUser.employee(reporter(i), "Reporter " + i, "Employee", "en-US"));
    }
    for (int i = 0; i < ASKERS; i++) {
      workspace.put(SlackUser.employee(asker(i), "Asker " + i, "Employee", "en-US"));
    }
    return workspace;
  }

  static String reporter(int i) {
    return "U0CROWD" + i;
  }

  static String asker(int i) {
    return "U0ASKER" + i % ASKERS;
  }
}
