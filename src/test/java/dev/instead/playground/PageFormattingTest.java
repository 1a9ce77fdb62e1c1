package dev.instead.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page draws text as Slack does: what pings, links or stands out there does so here, and nothing else. */
@InBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageFormattingTest {
  private static final String DRAWN = """
      async ({type, text}) => {
        const {h} = await import('/dom.js');
        const {textObject} = await import('/mrkdwn.js');
        const ctx = {
          me: 'U0ANA',
          person: (id) => ({U0ANA: {name: 'Ana'}, U0BEN: {name: 'Ben'}})[id],
          channelName: (id) => ({C0SOCIAL: 'social-care'})[id],
          zone: () => 'Asia/Jakarta',
          now: () => Date.UTC(2026, 10, 22, 9),
        };
        const box = h('div', {}, textObject({type, text}, ctx));
        return box.innerHTML
            .replaceAll(' target="_blank" rel="noopener noreferrer"', '')
            .replaceAll('\\n', '|');
      }
      """;

  private PageInBrowser browser;

  @BeforeAll
  void open() {
    browser = new PageInBrowser();
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", quoteCharacter = '\0', textBlock = """
      *bold* _it_ ~gone~ `code` -> <strong>bold</strong> <em>it</em> <s>gone</s> <code>code</code>
      *both _at_ once* -> <strong>both <em>at</em> once</strong>
      5*3*2 and snake_case_name -> 5*3*2 and snake_case_name
      * no bold * -> * no bold *
      *open -> *open
      `*as typed*` -> <code>*as typed*</code>
      <https://a.example/x?a=1&amp;b=2|label> -> <a href="https://a.example/x?a=1&amp;b=2">label</a>
      <https://a.example/a_b_c> -> <a href="https://a.example/a_b_c">https://a.example/a_b_c</a>
      see https://a.example/x. -> see <a href="https://a.example/x">https://a.example/x</a>.
      <javascript:alert(1)|x> -> &lt;javascript:alert(1)|x&gt;
      &lt;b&gt; &amp;amp; -> &lt;b&gt; &amp;amp;
      &lt;!channel&gt; -> &lt;!channel&gt;
      <!channel> -> <strong class="ping everyone">@channel</strong>
      <@U0ANA> -> <span class="ping user me">@Ana</span>
      <@U0BEN> -> <span class="ping user">@Ben</span>
      <#C0SOCIAL|x> -> <span class="ping channel">#social-care</span>
      :wave: :no_such_thing: -> 👋 :no_such_thing:
      <!date^1795339800^{date_short_pretty} at {time}|x> -> <time title="x">today at 4:30 PM</time>
      <!date^1795426200^{date_pretty}|x> -> <time title="x">tomorrow</time>
      <!date^1795944600^{date_num} {date}|x> -> <time title="x">2026-11-29 November 29th, 2026</time>
      <!date^1795338000^{nonsense}|in the morning> -> <time title="in the morning">{nonsense}</time>
      """)
  void mrkdwn_is_drawn_as_in_slack(String text, String expected) {
    assertEquals(expected, drawn("mrkdwn", text));
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", quoteCharacter = '\0', textBlock = """
      before|> quoted|> more|after -> before<blockquote>quoted|more</blockquote>after
      &gt; quoted -> <blockquote>quoted</blockquote>
      ```|<b>kept</b>|``` -> <pre>&lt;b&gt;kept&lt;/b&gt;</pre>
      one|two -> one|two
      """)
  void quotes_and_code_are_blocks(String text, String expected) {
    assertEquals(expected, drawn("mrkdwn", text.replace('|', '\n')));
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", quoteCharacter = '\0', textBlock = """
      <!channel> <@U0ANA> -> &lt;!channel&gt; &lt;@U0ANA&gt;
      https://evil.example *b* -> https://evil.example *b*
      <https://evil.example|bank> -> &lt;https://evil.example|bank&gt;
      <img src=x onerror=alert(1)> -> &lt;img src=x onerror=alert(1)&gt;
      """)
  void plain_text_never_pings_links_or_formats(String text, String expected) {
    assertEquals(expected, drawn("plain_text", text));
  }

  private Object drawn(String type, String text) {
    return browser.run(DRAWN, Map.of("type", type, "text", text));
  }
}
