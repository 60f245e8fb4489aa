using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Feedback.Functions.Checking;

namespace Feedback.Functions;

/// <summary>Answers over HTTPS, behind a function URL, to whom mail may be sent. Without an attribute for its event: the template has the URL.</summary>
internal sealed class SuppressionCheckFunction(CheckHandler handler)
{
    [LambdaFunction(ResourceName = nameof(SuppressionCheckFunction))]
    public Task<UrlResponse> CheckAsync(UrlRequest request, ILambdaContext context) => handler.HandleAsync(request, context);
}
