using Feedback.Reputation;

namespace Feedback.Deciding.Lag;

/// <summary>Reads where SES publishes the events of a configuration set.</summary>
internal interface IEventDestinations
{
    /// <summary>
    /// Returns the event destinations of a set. The answer may be some minutes old. If SES can't be asked now, the failure goes to the caller.
    /// </summary>
    /// <returns>Null if SES has no such set.</returns>
    Task<EventPublishing?> GetAsync(ReputationEntity set, CancellationToken cancellationToken);
}
