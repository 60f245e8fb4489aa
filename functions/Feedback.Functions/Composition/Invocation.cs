using Amazon.Lambda.Core;
using Feedback.Functions.Logging;
using Feedback.Functions.Serialization;
using Microsoft.Extensions.Logging;

namespace Feedback.Functions.Composition;

/// <summary>
/// Runs one invocation, from payload to response. Deserializing the payload is part of it, so that an invalid payload is logged like any
/// other failure.
/// </summary>
internal sealed class Invocation(ILogger<Invocation> logger)
{
    private static readonly EventSerializer Serializer = new();

    internal Task<Stream> RunAsync<TInput>(Stream payload, ILambdaContext context, Func<TInput, ILambdaContext, Task> handler) =>
        RunAsync(context, async () =>
        {
            await handler(Serializer.Deserialize<TInput>(payload), context);
            return Stream.Null;
        });

    internal Task<Stream> RunAsync<TInput, TOutput>(Stream payload, ILambdaContext context, Func<TInput, ILambdaContext, Task<TOutput>> handler) =>
        RunAsync(context, async () =>
        {
            var output = await handler(Serializer.Deserialize<TInput>(payload), context);
            var response = new MemoryStream();
            Serializer.Serialize(output, response);
            response.Position = 0;
            return response;
        });

    private async Task<Stream> RunAsync(ILambdaContext context, Func<Task<Stream>> work)
    {
        using var scope = RunLog.InvocationScope(logger, context.AwsRequestId);
        try
        {
            return await work();
        }
        catch (Exception exception)
        {
            // The boundary of one invocation: every failure is logged with the request id and reported to Lambda.
            RunLog.InvocationFailed(logger, exception);
            throw new FunctionFailedException(exception);
        }
    }
}
