using Feedback.Notifications;
using Feedback.Outcomes;

namespace Feedback.Processing;

/// <summary>Finds out for whom an event counts.</summary>
internal interface IAttributor
{
    Task<Attribution> AttributeAsync(FeedbackEvent feedback, CancellationToken cancellation);
}
