using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Feedback.Local.Lambda;

/// <summary>The five requests of the Runtime API, version 2018-06-01.</summary>
internal sealed class RuntimeApiRoutes(RuntimeApi api, string functionArn)
{
    public async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries);
        switch (context.Request.Method, path)
        {
            case ("GET", ["2018-06-01", "runtime", "invocation", "next"]):
                await NextAsync(context);
                break;
            case ("POST", ["2018-06-01", "runtime", "invocation", var requestId, "response"]):
                await CompleteAsync(context, requestId, (invocation, body) => invocation.Respond(body));
                break;
            case ("POST", ["2018-06-01", "runtime", "invocation", var requestId, "error"]):
                await CompleteAsync(context, requestId, (invocation, body) => invocation.Fail(FunctionError.Read(body)));
                break;
            case ("POST", ["2018-06-01", "runtime", "init", "error"]):
                api.FailInit(FunctionError.Read(await BodyAsync(context)));
                await WriteAsync(context, StatusCodes.Status202Accepted, """{"status":"OK"}""");
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private static async Task<string> BodyAsync(HttpContext context) => await new StreamReader(context.Request.Body).ReadToEndAsync();

    private static async Task WriteAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    }

    private async Task CompleteAsync(HttpContext context, string requestId, Action<PendingInvocation, string> complete)
    {
        var body = await BodyAsync(context);

        // Too late: the invocation timed out, and Lambda would have ended the process.
        if (api.InFlight(requestId) is not { } invocation)
        {
            await WriteAsync(context, StatusCodes.Status400BadRequest, """{"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}""");
            return;
        }

        await WriteAsync(context, StatusCodes.Status202Accepted, """{"status":"OK"}""");
        complete(invocation, body);
    }

    private async Task NextAsync(HttpContext context)
    {
        PendingInvocation next;
        try
        {
            next = await api.NextAsync(context.RequestAborted);
        }
        catch (Exception gone) when (gone is OperationCanceledException or ChannelClosedException)
        {
            return;
        }

        var payload = Encoding.UTF8.GetBytes(next.Payload);
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = next.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = next.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = functionArn;
        var root = next.RequestId.Replace("-", "", StringComparison.Ordinal)[..24];
        headers["Lambda-Runtime-Trace-Id"] = $"Root=1-{next.Deadline.ToUnixTimeSeconds():x8}-{root};Sampled=0";
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = payload.Length;
        await context.Response.Body.WriteAsync(payload);
    }
}
