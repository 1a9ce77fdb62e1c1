package dev.instead.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import java.util.Optional;

/**
 * One press of a button or choice in a menu, as the client sent it.
 *
 * @param value what the button carries; made by us, but sent by a client
 * @param trigger unique for the press
 * @param card where the pressed message is, if it is one that everybody in the channel sees
 */
record Press(String action, String value, String trigger, Optional<Place> card) {
  record Place(String channel, String ts) {}

  static Press of(BlockActionPayload payload) {
    BlockActionPayload.Action action = payload.getActions().get(0);
    boolean menu = action.getSelectedOption() != null;
    String value = Payloads.id(menu ? action.getSelectedOption().getValue() : action.getValue());
    String name = Payloads.id(action.getActionId());
    if (name.equals(Actions.MORE)) {
      // An option says what to do, and with which case.
      String[] option = Payloads.two(value);
      name = option[0];
      value = option[1];
    }
    return new Press(name, value, Payloads.id(payload.getTriggerId()), card(payload));
  }

  private static Optional<Place> card(BlockActionPayload payload) {
    BlockActionPayload.Container container = payload.getContainer();
    boolean message = container != null
        && "message".equals(container.getType())
        && !container.isEphemeral()
        && container.getChannelId() != null
        && container.getMessageTs() != null;
    return message
        ? Optional.of(new Place(container.getChannelId(), container.getMessageTs()))
        : Optional.empty();
  }
}
