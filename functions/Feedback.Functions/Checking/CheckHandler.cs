using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.DynamoDBv2;
using Amazon.Lambda.Core;
using Feedback.Configuration;
using Feedback.Functions.Logging;
using Feedback.Processing;
using Feedback.Suppression;
using Microsoft.Extensions.Logging;

namespace Feedback.Functions.Checking;

/// <summary>Answers <c>POST /check</c> with what the library for .NET says.</summary>
internal sealed class CheckHandler(IAmazonDynamoDB dynamo, Settings settings, TimeProvider time, ILogger<CheckHandler> logger)
{
    private const string Unavailable = "The suppression list can't be read at the moment; don't send, and ask again.";

    private readonly SuppressionList _list = new(dynamo, new SuppressionListOptions(settings.SuppressionTable) { Parallelism = 10 }, time);

    internal async Task<UrlResponse> HandleAsync(UrlRequest request, ILambdaContext context)
    {
        var method = request?.Context?.Http?.Method
            ?? throw new InvalidDataException("The payload has no requestContext.http: it is not a request of a function URL.");
        if (method != "POST" || request.Path != "/check")
        {
            return Problem(404, "The only request here is POST /check.");
        }

        return CheckReader.Read(request, out var asked) is { } problem
            ? Problem(400, problem)
            : await AnswerAsync([.. asked.Addresses!.OfType<string>()], asked.Scope!, context);
    }

    private async Task<UrlResponse> AnswerAsync(IReadOnlyList<string> addresses, string scope, ILambdaContext context)
    {
        try
        {
            using var deadline = Deadline.Of(context.RemainingTime, time);
            var checks = await _list.CheckAsync(addresses, scope, deadline.Token);
            return Response(200, new CheckResponse([.. checks.Select(CheckAnswer.Of)]), CheckJson.Default.CheckResponse);
        }
        catch (Exception exception)
        {
            // The boundary of one request: whatever went wrong, nothing is known, and that is what the sender must be told.
            RunLog.CheckFailed(logger, exception, addresses.Count);
            return Problem(503, Unavailable);
        }
    }

    private static UrlResponse Problem(int status, string message) =>
        Response(status, new CheckProblem(message), CheckJson.Default.CheckProblem);

    private static UrlResponse Response<T>(int status, T body, JsonTypeInfo<T> type) => new(
        status,
        new Dictionary<string, string> { ["content-type"] = "application/json", ["cache-control"] = "no-store" },
        JsonSerializer.Serialize(body, type));
}
