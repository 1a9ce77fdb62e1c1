package dev.instead.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * A message as Slack takes it.
 *
 * @param text for notifications and screen readers, escaped, at most {@value #MAX_TEXT} characters: chat.update refuses more than 4,000
 * @param blocks at most 50 in a message
 */
record SlackMessage(String text, List<LayoutBlock> blocks) {
  static final int MAX_TEXT = 3000;

  SlackMessage {
    blocks = List.copyOf(blocks);
  }
}
