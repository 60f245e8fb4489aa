using Amazon.Lambda.Core;
using Feedback.Functions.Logging;
using Feedback.Functions.Serialization;
using Microsoft.Extensions.Logging;

namespace Feedback.Functions.Composition;

/// <summary>
/// Takes an invocation from payload to response. Reading the payload belongs to it, so that one that can't be read is logged like any
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
            // The boundary of one invocation: whatever failed it, its line has the request id and Lambda learns of it.
            RunLog.InvocationFailed(logger, exception);
            throw new FunctionFailedException(exception);
        }
    }
}
