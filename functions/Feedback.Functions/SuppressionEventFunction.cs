using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Feedback.Announcing;
using Feedback.Functions.Streams;

namespace Feedback.Functions;

/// <summary>
/// Announces changes of the suppression list on an event bus. Without an attribute for its event: that of Annotations allows no answer, and so
/// no partial batch.
/// </summary>
internal sealed class SuppressionEventFunction(StreamHandler handler, Announcer announcer)
{
    [LambdaFunction(ResourceName = nameof(SuppressionEventFunction))]
    public Task<StreamResponse> AnnounceAsync(StreamEvent changes, ILambdaContext context) =>
        handler.HandleAsync(changes, context, announcer.AnnounceAsync);
}
