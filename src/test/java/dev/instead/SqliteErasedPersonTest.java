package dev.instead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.instead.notice.Notice;
import dev.instead.office.Office;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of a file every byte is looked at, its log's too. */
class SqliteErasedPersonTest extends ErasedPerson {
  SqliteErasedPersonTest() {
    super(new Office());
  }

  @Override
  boolean has(String words) {
    return office.stores(words);
  }

  @Test
  void what_could_not_be_stored_is_logged_without_whose_it_was() throws SQLException {
    office.whileTheStoreIsLocked(() -> assertInstanceOf(Notice.NotStored.class, addsDetails()));

    assertEquals(List.of(), namedInTheLog());
  }
}
