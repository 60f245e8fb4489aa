using Microsoft.AspNetCore.Http;

namespace Feedback.Local.Services;

/// <summary>Processes a request: reads it, injects faults, applies and records it, and answers.</summary>
internal sealed class AwsPipeline(IReadOnlyList<ILocalService> services, Faults faults, CallLog log, TimeProvider clock)
{
    private readonly Lock _gate = new();

    public Func<AwsCall, Task>? BeforeApply { get; set; }

    public Func<AwsCall, Task>? AfterApply { get; set; }

    public async Task HandleAsync(HttpContext context)
    {
        var request = await AwsRequest.ReadAsync(context);
        var (service, call) = Read(request);
        var fault = faults.Next(call.Operation);

        AwsReply reply;
        try
        {
            await Task.Delay(fault.Delay, clock, context.RequestAborted);
            await (BeforeApply?.Invoke(call) ?? Task.CompletedTask);
            context.RequestAborted.ThrowIfCancellationRequested();
            reply = Apply(service, ref call, fault);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            log.Add(call);
            return;
        }

        await (AfterApply?.Invoke(call) ?? Task.CompletedTask);
        await WriteAsync(context.Response, reply);
    }

    private static async Task WriteAsync(HttpResponse response, AwsReply reply)
    {
        response.StatusCode = reply.Status;
        response.ContentType = reply.ContentType;
        response.ContentLength = reply.Body.Length;
        response.Headers["x-amzn-RequestId"] = RequestIds.Next();
        foreach (var (name, value) in reply.Headers)
        {
            response.Headers[name] = value;
        }

        await response.Body.WriteAsync(reply.Body);
    }

    private (ILocalService? Service, AwsCall Call) Read(AwsRequest request)
    {
        foreach (var service in services)
        {
            if (service.Read(request) is { } call)
            {
                return (service, Stamped(call));
            }
        }

        return (null, Stamped(new UnknownCall(request.Method, $"/{string.Join('/', request.Path)}", request.Action)));

        AwsCall Stamped(AwsCall call) => call with { Protocol = request.Protocol, At = clock.GetUtcNow() };
    }

    // Under one lock, so that calls are recorded in the order in which they are applied.
    private AwsReply Apply(ILocalService? service, ref AwsCall call, Fault fault)
    {
        lock (_gate)
        {
            var answer = fault.Error is { } error ? error
                : service?.Answer(call, fault.Lies) ?? new AwsError(404, "UnknownOperationException", "Not on this machine.");
            var reply = answer.Reply ?? AwsReply.Error(call.Protocol, answer.Error!);
            call = call with { StatusGiven = reply.Status, Applied = answer.Error is null && !fault.Lies };
            log.Add(call);
            return reply;
        }
    }
}
