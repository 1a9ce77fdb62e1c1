package dev.instead.parity;

import dev.instead.office.LiveOffice;
import dev.instead.people.Platform;
import java.util.Set;

/** The product on Microsoft Teams alone. */
class TeamsProductTest extends ProductContract {
  TeamsProductTest() {
    super(new LiveOffice(workspace -> {}, Set.of(Platform.TEAMS)), TeamsClient::new);
  }
}
