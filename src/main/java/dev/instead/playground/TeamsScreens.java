package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each person's own client shows beside the messages: a dialog, a note, a card of their own, a draft. */
public final class TeamsScreens {
  /**
   * An open dialog.
   *
   * @param origin the activity that a submission repeats in part: where it was opened and for which command
   * @param errors what the client itself found wrong, by the field's id
   */
  public record Dialog(
      String title, ObjectNode card, ObjectNode origin, Map<String, String> errors) {
    public Dialog {
      errors = Map.copyOf(errors);
    }
  }

  /** A short text that the client shows for a moment; {@code bad} when something went wrong. */
  public record Note(String text, boolean bad) {}

  private final TeamsTenant tenant;
  private final Map<String, Dialog> dialogs = new HashMap<>();
  private final Map<String, Note> notes = new HashMap<>();
  private final Map<String, Map<String, String>> missing = new HashMap<>();
  private final Map<String, ObjectNode> ownCards = new HashMap<>();
  private final Map<String, ObjectNode> drafts = new HashMap<>();

  TeamsScreens(TeamsTenant tenant) {
    this.tenant = tenant;
  }

  public Optional<Dialog> dialog(String aad) {
    return tenant.read(() -> Optional.ofNullable(dialogs.get(aad)));
  }

  /** What was shown last, until the next thing that the person does. */
  public Optional<Note> note(String aad) {
    return tenant.read(() -> Optional.ofNullable(notes.get(aad)));
  }

  /** The card that a message extension put into the person's compose box. */
  public Optional<ObjectNode> draft(String aad) {
    return tenant.read(() -> Optional.ofNullable(drafts.get(aad)));
  }

  void open(String aad, Dialog dialog) {
    change(aad, dialogs, dialog);
  }

  void close(String aad) {
    change(aad, dialogs, null);
  }

  /** The client says beside the fields what has to be put right before anything is sent. */
  void complain(String aad, Map<String, String> errors) {
    change(aad, missing, Map.copyOf(errors));
    dialog(aad)
        .ifPresent(open -> open(aad, new Dialog(open.title(), open.card(), open.origin(), errors)));
  }

  /** What has to be put right, by the field's id, in the card or dialog that the person tried last. */
  Map<String, String> missing(String aad) {
    return tenant.read(() -> missing.getOrDefault(aad, Map.of()));
  }

  void say(String aad, String text) {
    change(aad, notes, new Note(text, false));
  }

  void warn(String aad, String text) {
    change(aad, notes, new Note(text, true));
  }

  void quiet(String aad) {
    if (note(aad).isPresent()) {
      change(aad, notes, null);
    }
    if (!missing(aad).isEmpty()) {
      change(aad, missing, null);
    }
  }

  void compose(String aad, ObjectNode card) {
    change(aad, drafts, card);
  }

  /** An invoke's answer replaces the card for the one who pressed; everybody else sees it after an edit only. */
  void replaceFor(String aad, TeamsPost post, ObjectNode card) {
    tenant.change(
        ChatChange.Kind.MESSAGE,
        Set.of(post.conversation()),
        Set.of(aad),
        () -> ownCards.put(key(aad, post), card));
  }

  /** The message as this person sees it. */
  TeamsPost asSeenBy(String aad, TeamsPost post) {
    return Optional.ofNullable(ownCards.get(key(aad, post))).map(post::showing).orElse(post);
  }

  /** An edit is newer than anybody's own card. */
  void forget(TeamsPost post) {
    ownCards.keySet().removeIf(key -> key.endsWith(key("", post)));
  }

  private static String key(String aad, TeamsPost post) {
    return aad + " " + post.conversation() + " " + post.id();
  }

  private <T> void change(String aad, Map<String, T> of, @Nullable T to) {
    tenant.change(ChatChange.Kind.DIALOG, Set.of(), Set.of(aad), () -> {
      if (to == null) {
        of.remove(aad);
      } else {
        of.put(aad, to);
      }
      return true;
    });
  }
}
