using Feedback.Reputation;

namespace Feedback.Processing;

/// <summary>The sets of whose mail SES has lately sent both a published event and a feedback notification about the same outcome.</summary>
internal interface IBothFormatsLog
{
    /// <summary>Notes that it has just been seen.</summary>
    Task AddAsync(ReputationEntity set, CancellationToken cancellationToken);

    /// <summary>Returns the sets for which it was seen within a day.</summary>
    Task<IReadOnlyList<ReputationEntity>> ReadAsync(CancellationToken cancellationToken);
}
