package dev.instead.slack;

import com.google.gson.JsonParseException;
import com.slack.api.bolt.context.Context;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.view.View;
import dev.instead.desk.Opening;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens and redraws modals: the only calls made inside a request, because a trigger lives three seconds. */
final class Windows {
  private static final Logger LOG = LoggerFactory.getLogger(Windows.class);

  private Windows() {}

  /** What to show when a form was asked for. */
  static View of(Opening opening, Visitor visitor) {
    if (opening instanceof Opening.Show show) return SlackForms.of(show.form(), visitor.language());
    if (opening instanceof Opening.Say say) {
      return SlackForms.closing(say.notice(), visitor.language());
    }
    throw new AssertionError("No window for " + opening.getClass().getSimpleName());
  }

  /** Whether it opened. */
  static boolean open(Context context, @Nullable String trigger, View view) {
    return done(
        "views.open",
        () -> context.client().viewsOpen(open -> open.triggerId(trigger).view(view)));
  }

  /**
   * Whether the open window was redrawn.
   *
   * @param hash of what the person saw; when somebody else redrew it meanwhile, nothing changes
   */
  static boolean redraw(Context context, String viewId, @Nullable String hash, View view) {
    return done(
        "views.update",
        () -> context
            .client()
            .viewsUpdate(update -> update.viewId(viewId).hash(hash).view(view)));
  }

  private static boolean done(
      String method, SlackGateway.Call<? extends SlackApiTextResponse> call) {
    try {
      SlackApiTextResponse answer = call.now();
      if (!answer.isOk()) {
        LOG.warn("{} was refused: {}", method, answer.getError());
      }
      return answer.isOk();
    } catch (SlackApiException e) {
      LOG.warn("{} got HTTP {}", method, e.getResponse().code());
    } catch (IOException | JsonParseException e) {
      LOG.warn("{} failed: {}", method, e.getClass().getSimpleName());
    }
    return false;
  }
}
