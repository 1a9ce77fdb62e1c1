package dev.instead.office;

import dev.instead.desk.Proposals;
import dev.instead.desk.ProposalsContract;

class RememberedProposalsTest extends ProposalsContract {
  private final Proposals proposals = new RememberedProposals();

  @Override
  protected Proposals proposals() {
    return proposals;
  }
}
