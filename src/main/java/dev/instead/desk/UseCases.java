package dev.instead.desk;

/** The use cases that a platform's requests lead to, the same for all platforms. */
public record UseCases(
    ReportDesk reports,
    CaseDesk cases,
    CaseForms forms,
    AnswerDesk answers,
    TalkDesk talk,
    ThreadDesk threads,
    HomeDesk homes,
    ReviewDesk reviews,
    ProposalDesk proposals,
    FeedbackDesk feedback,
    EntryDesk entries,
    BrowseDesk browse,
    Readers readers) {}
