using Feedback.Outcomes;

namespace Feedback.Reputation;

/// <summary>Which policy holds for a subject.</summary>
internal interface IPolicyStore
{
    Task<Policy> GetAsync(Subject subject, CancellationToken cancellation);
}
