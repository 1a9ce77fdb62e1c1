package dev.instead.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.model.view.View;
import dev.instead.desk.Opening;
import dev.instead.notice.Notice;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens windows. The one call to Slack that is made inside a request, because the trigger that allows it lives for three seconds
 * (https://docs.slack.dev/interactivity/handling-user-interaction).
 */
final class Windows {
  private static final Logger LOG = LoggerFactory.getLogger(Windows.class);

  private final MethodsClient slack;

  /** @param slack answers within a second or two, or fails */
  Windows(MethodsClient slack) {
    this.slack = slack;
  }

  /** Whether the window is open; if not, the person has to press again. */
  boolean open(@Nullable String trigger, Opening opening, Locale language) {
    return opening instanceof Opening.Show show
        ? open(trigger, SlackForms.of(show.form(), language))
        : open(trigger, ((Opening.Say) opening).notice(), language);
  }

  boolean open(@Nullable String trigger, Notice notice, Locale language) {
    return open(trigger, SlackForms.closing(notice, language));
  }

  private boolean open(@Nullable String trigger, View view) {
    if (trigger == null) {
      return false;
    }
    try {
      ViewsOpenResponse opened = slack.viewsOpen(r -> r.triggerId(trigger).view(view));
      if (!opened.isOk()) {
        LOG.warn("The window {} did not open: {}", view.getCallbackId(), opened.getError());
      }
      return opened.isOk();
    } catch (IOException | SlackApiException | JsonParseException e) {
      LOG.warn(
          "The window {} did not open: {}", view.getCallbackId(), e.getClass().getSimpleName());
      return false;
    }
  }
}
