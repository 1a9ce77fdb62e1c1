package dev.instead;

import dev.instead.desk.Admission;
import dev.instead.desk.AnswerDesk;
import dev.instead.desk.AnswerLog;
import dev.instead.desk.BrowseDesk;
import dev.instead.desk.CaseChanges;
import dev.instead.desk.CaseDesk;
import dev.instead.desk.CaseForms;
import dev.instead.desk.Cases;
import dev.instead.desk.DraftDesk;
import dev.instead.desk.EntryDesk;
import dev.instead.desk.Feedback;
import dev.instead.desk.FeedbackDesk;
import dev.instead.desk.HomeDesk;
import dev.instead.desk.Ids;
import dev.instead.desk.Matcher;
import dev.instead.desk.Owners;
import dev.instead.desk.Patches;
import dev.instead.desk.Places;
import dev.instead.desk.ProposalDesk;
import dev.instead.desk.Proposals;
import dev.instead.desk.QuestionDesk;
import dev.instead.desk.Readers;
import dev.instead.desk.Receipts;
import dev.instead.desk.ReportDesk;
import dev.instead.desk.ReviewDesk;
import dev.instead.desk.Reviews;
import dev.instead.desk.TalkDesk;
import dev.instead.desk.ThreadDesk;
import dev.instead.desk.Timers;
import dev.instead.desk.Unstored;
import dev.instead.desk.UseCases;
import dev.instead.desk.WordSearch;
import dev.instead.notice.Notice;
import dev.instead.outbox.Alarm;
import dev.instead.outbox.Briefing;
import dev.instead.outbox.ChatGateway;
import dev.instead.outbox.Courier;
import dev.instead.outbox.Pace;
import dev.instead.outbox.Queue;
import dev.instead.people.Accounts;
import dev.instead.people.Directory;
import dev.instead.people.Platform;
import dev.instead.people.Workspaces;
import dev.instead.policy.PolicyBook;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Every use case, and the courier, built once over their ports: the same for the real bot and for the tests' office. */
public record Desks(
    ReportDesk reports,
    CaseDesk cases,
    CaseForms forms,
    AnswerDesk answers,
    TalkDesk talk,
    ThreadDesk threads,
    HomeDesk homes,
    ProposalDesk proposals,
    FeedbackDesk feedback,
    EntryDesk entries,
    BrowseDesk browse,
    Readers readers,
    Places places,
    Owners owners,
    Reviews reviews,
    ReviewDesk reviewDesk,
    Briefing briefing,
    Courier courier,
    Alarm alarm) {

  /** What a platform's requests lead to. */
  public UseCases useCases() {
    return new UseCases(
        reports,
        cases,
        forms,
        answers,
        talk,
        threads,
        homes,
        reviewDesk,
        proposals,
        feedback,
        entries,
        browse,
        readers);
  }

  /**
   * What the desks stand on.
   *
   * @param limited told whenever somebody was asked to slow down
   */
  public record Ports(
      PolicyBook policies,
      Cases cases,
      Queue queue,
      Matcher matcher,
      WordSearch wordSearch,
      AnswerLog answerLog,
      Consumer<Notice.Slower.Often> limited,
      Timers timers,
      Patches patches,
      Proposals proposals,
      Feedback feedback,
      Directory directory,
      Accounts accounts,
      Workspaces workspaces,
      List<ChatGateway> gateways,
      Map<Platform, Pace> paces,
      Ids ids,
      Clock clock,
      RandomGenerator random,
      Executor workers) {}

  public static Desks over(Ports on) {
    Readers readers = new Readers(on.policies(), on.directory(), on.accounts());
    Places places = new Places(on.workspaces());
    CaseChanges changes = new CaseChanges(on.policies(), on.cases(), places, on.clock());
    Receipts receipts = new Receipts(readers, on.clock());
    Unstored unstored = new Unstored();
    ReportDesk reports = new ReportDesk(
        on.policies(),
        on.cases(),
        on.matcher(),
        readers,
        receipts,
        changes,
        on.accounts(),
        on.ids(),
        unstored,
        on.limited(),
        on.clock());
    Admission admission = new Admission(on.policies(), readers, on.accounts(), on.clock());
    CaseDesk cases =
        new CaseDesk(on.policies(), on.cases(), readers, changes, admission, on.ids(), on.clock());
    ProposalDesk proposals = new ProposalDesk(on.patches(), on.proposals(), on.clock());
    FeedbackDesk feedback = new FeedbackDesk(
        on.policies(), on.feedback(), proposals, on.matcher(), readers, on.cases(), on.clock());
    HomeDesk homes =
        new HomeDesk(on.policies(), on.cases(), readers, on.accounts(), feedback, on.clock());
    Owners owners = new Owners(places, readers, on.accounts());
    Reviews reviews = new Reviews(on.policies(), on.timers(), owners, on.clock());
    Briefing briefing =
        new Briefing(on.policies(), on.cases(), readers, receipts, homes, reviews, on.clock());
    QuestionDesk questions = new QuestionDesk(
        on.policies(), on.cases(), readers, changes, feedback, on.ids(), on.clock());
    AnswerDesk answers = new AnswerDesk(
        on.policies(),
        on.cases(),
        on.matcher(),
        on.answerLog(),
        new DraftDesk(on.policies(), on.matcher(), readers, on.clock()),
        readers,
        feedback,
        questions,
        on.limited(),
        on.clock());
    return new Desks(
        reports,
        cases,
        new CaseForms(on.policies(), on.cases(), readers, admission, changes),
        answers,
        new TalkDesk(answers, reports, readers, feedback),
        new ThreadDesk(on.cases(), reports),
        homes,
        proposals,
        feedback,
        new EntryDesk(on.policies(), on.cases(), readers, proposals, on.clock()),
        new BrowseDesk(on.policies(), readers, on.wordSearch(), on.clock()),
        readers,
        places,
        owners,
        reviews,
        new ReviewDesk(on.policies(), readers, owners, reviews, proposals, on.clock()),
        briefing,
        new Courier(
            on.queue(),
            briefing,
            on.gateways(),
            on.paces(),
            on.policies(),
            places,
            on.clock(),
            on.random(),
            on.workers()),
        new Alarm(unstored, reports, on.gateways(), places, on.clock()));
  }
}
