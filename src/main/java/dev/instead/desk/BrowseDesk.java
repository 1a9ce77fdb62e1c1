package dev.instead.desk;

import dev.instead.notice.Bookmark;
import dev.instead.notice.Chapter;
import dev.instead.notice.Form;
import dev.instead.notice.Legible;
import dev.instead.notice.Notice;
import dev.instead.notice.Shelf;
import dev.instead.people.Person;
import dev.instead.policy.Policy;
import dev.instead.policy.PolicyBook;
import dev.instead.policy.RuleId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reading instead of asking: what may be posted, to look through and to search. Nothing of it is stored. */
public final class BrowseDesk {
  private final PolicyBook policies;
  private final Readers readers;
  private final WordSearch search;
  private final Clock clock;

  public BrowseDesk(PolicyBook policies, Readers readers, WordSearch search, Clock clock) {
    this.policies = policies;
    this.readers = readers;
    this.search = search;
    this.clock = clock;
  }

  /** What stands at a bookmark. */
  public Opening open(Person person, Bookmark bookmark) {
    return bookmark instanceof Bookmark.Page page
        ? topics(person, page.shelf(), page.page())
        : search(person, ((Bookmark.Found) bookmark).words());
  }

  /**
   * All that may and may not be posted, page by page, the yes-list first.
   *
   * @param shelf the id of one; anything else opens all of them
   * @param page from 0; beyond the end it is the last
   */
  public Opening topics(Person person, String shelf, int page) {
    Reader reader = readers.of(person);
    return refused(reader).orElseGet(() -> new Opening.Show(topics(reader, shelf, page)));
  }

  private Form topics(Reader reader, String wanted, int page) {
    Catalogue catalogue = catalogue(policies.current(), reader);
    List<Catalogue.Item> all = catalogue.items();
    List<Shelf> shelves = catalogue.shelves(all);
    String chosen =
        shelves.stream().map(Shelf::id).filter(wanted::equals).findFirst().orElse(Shelf.ALL);
    List<Catalogue.Item> items = all.stream()
        .filter(item -> chosen.equals(Shelf.ALL) || item.shelf().equals(chosen))
        .toList();
    int pages = Math.max(1, (items.size() + Form.Topics.PAGE - 1) / Form.Topics.PAGE);
    int shown = Math.max(0, Math.min(page, pages - 1));
    List<Form.Entry> entries = items.stream()
        .skip((long) shown * Form.Topics.PAGE)
        .limit(Form.Topics.PAGE)
        .map(item -> new Form.Entry(item.rule(), item.topic(), item.chapter()))
        .toList();
    return new Form.Topics(shelves, chosen, entries, shown, pages);
  }

  /** The place to search in, and what was found; for a beginning, no words. */
  public Opening search(Person person, String words) {
    Reader reader = readers.of(person);
    return refused(reader).orElseGet(() -> new Opening.Show(found(reader, cut(words))));
  }

  private Form found(Reader reader, String words) {
    if (words.isEmpty()) {
      return new Form.Search("", List.of());
    }
    Policy policy = policies.current();
    List<Catalogue.Item> items = catalogue(policy, reader).items();
    Map<RuleId, Chapter> chapters = items.stream()
        .collect(
            Collectors.toMap(Catalogue.Item::rule, Catalogue.Item::chapter, (one, other) -> one));
    List<WordSearch.Source> readable = items.stream()
        .map(item -> item.in(reader.language(), policy.original()))
        .toList();
    List<Form.Hit> hits =
        search.find(readable, words, reader.language(), Form.Search.SHOWN).stream()
            .flatMap(found -> Optional.ofNullable(chapters.get(found.rule()))
                .map(chapter -> new Form.Hit(found.rule(), chapter, found.topic(), found.passage()))
                .stream())
            .toList();
    return new Form.Search(words, hits);
  }

  private Catalogue catalogue(Policy policy, Reader reader) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), policy.zone());
    return new Catalogue(policy, readers.stanceFor(policy, reader.person(), today), clock);
  }

  private Optional<Opening> refused(Reader reader) {
    Optional<Notice> refusal = readers.notInside(reader);
    return refusal.map(Opening.Say::new);
  }

  private static String cut(String words) {
    return Legible.plain(words.strip(), Form.Search.MAX_WORDS).strip();
  }
}
