using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Feedback.Functions.Streams;
using Feedback.Mirroring;

namespace Feedback.Functions;

/// <summary>
/// Lets SES's suppression list of the account follow ours. Without an attribute for its event, for the same reason as
/// <see cref="SuppressionEventFunction"/>.
/// </summary>
internal sealed class SuppressionMirrorFunction(StreamHandler handler, SuppressionMirror mirror)
{
    [LambdaFunction(ResourceName = nameof(SuppressionMirrorFunction))]
    public Task<StreamResponse> MirrorAsync(StreamEvent changes, ILambdaContext context) => handler.HandleAsync(changes, context, mirror.MirrorAsync);
}
