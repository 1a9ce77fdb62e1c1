package dev.instead.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Collects what became of each use case on one platform, and compares it with that platform's column in {@link ParityPage}. */
final class ParityColumn implements AfterTestExecutionCallback, AfterAllCallback {
  private final Client client;
  private final Map<String, String> cells = new HashMap<>();

  ParityColumn(Client client) {
    this.client = client;
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isEmpty()) {
      String ways = String.join("; ", client.ways());
      cells.put(ParityPage.sentence(context.getRequiredTestMethod()), ("✓ " + ways).strip());
    }
  }

  /** A run of some use cases, or one that failed already, says nothing about the page. */
  @Override
  public void afterAll(ExtensionContext context) {
    if (cells.size() < ParityPage.useCases().size()) {
      return;
    }
    String page = ParityPage.with(client.platform(), cells);
    if ("write".equals(System.getProperty("golden"))) {
      ParityPage.write(page);
    } else {
      assertEquals(
          ParityPage.text(), page, "docs/parity.md is out of date; run with -Dgolden=write");
    }
  }
}
