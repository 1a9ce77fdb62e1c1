package dev.instead.setup;

import dev.instead.config.DatabaseAddress;
import dev.instead.people.AddressBook.Spot;
import java.util.List;

/** Looks at the store without changing it; the bot may be running beside it. */
@FunctionalInterface
public interface StoreCheck {
  /**
   * Opens the store and looks.
   *
   * @param address as the settings have it
   * @throws dev.instead.desk.StoreException when it can't be opened or written; its message names the place and the remedy
   */
  Looked look(DatabaseAddress address);

  /**
   * What was seen.
   *
   * @param place the file or address, without secrets
   * @param isNew there is nothing yet, and it can be created
   * @param givenUp messages that could not be delivered
   * @param stuck the newest of them, each with its kind, its case and the reason
   * @param spots the channels of Teams where the bot has been seen
   */
  record Looked(String place, boolean isNew, int givenUp, List<String> stuck, List<Spot> spots) {
    public Looked {
      stuck = List.copyOf(stuck);
      spots = List.copyOf(spots);
    }

    public Looked(String place, boolean isNew, int givenUp) {
      this(place, isNew, givenUp, List.of(), List.of());
    }
  }
}
