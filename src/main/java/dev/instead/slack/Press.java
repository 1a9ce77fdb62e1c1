package dev.instead.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.model.view.View;
import dev.instead.desk.Delivery;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody pressed a button or chose from a menu.
 *
 * @param action without the place that tells several of a kind in one message apart
 * @param value what the button or the chosen option carries; from the client, so nothing is believed of it
 */
record Press(
    Person person,
    boolean outsider,
    String action,
    String value,
    Delivery delivery,
    @Nullable String trigger,
    @Nullable String responseUrl,
    Optional<Place> message,
    @Nullable View window) {

  /** The message that was pressed on. */
  record Place(Channel channel, String ts) {}

  static Press of(BlockActionPayload payload, Installation.Origin origin) {
    String workspace = origin.workspace();
    String user = payload.getUser().getId();
    BlockActionPayload.Action action = payload.getActions().get(0);
    String value = value(action);
    Delivery delivery = Incoming.delivery(
        workspace,
        "trigger:" + payload.getTriggerId(),
        user,
        action.getActionId(),
        action.getActionTs(),
        value);
    View view = payload.getView();
    boolean modal = view != null && "modal".equals(view.getType());
    return new Press(
        Incoming.person(workspace, user),
        origin.outsider(),
        plain(action.getActionId()),
        value,
        delivery,
        payload.getTriggerId(),
        payload.getResponseUrl(),
        place(payload, workspace),
        modal ? view : null);
  }

  /** The first word of the value, and the rest. */
  String[] words() {
    return value.split(" ", 2);
  }

  private static String value(BlockActionPayload.Action action) {
    BlockActionPayload.Action.SelectedOption chosen = action.getSelectedOption();
    String value = chosen != null ? chosen.getValue() : action.getValue();
    return value == null ? "" : value;
  }

  private static String plain(String actionId) {
    int last = actionId.lastIndexOf('.');
    boolean numbered = last > 0
        && last < actionId.length() - 1
        && actionId.substring(last + 1).chars().allMatch(Character::isDigit);
    return numbered ? actionId.substring(0, last) : actionId;
  }

  private static Optional<Place> place(BlockActionPayload payload, String workspace) {
    BlockActionPayload.Container container = payload.getContainer();
    // What is for one person's eyes only can't be edited, and is nobody's card.
    return container == null
            || container.isEphemeral()
            || container.getMessageTs() == null
            || container.getChannelId() == null
        ? Optional.empty()
        : Optional.of(new Place(
            new Channel(Platform.SLACK, workspace, container.getChannelId()),
            container.getMessageTs()));
  }
}
