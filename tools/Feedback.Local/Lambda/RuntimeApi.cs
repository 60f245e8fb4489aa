using System.Collections.Concurrent;
using System.Threading.Channels;
using Feedback.Local.Http;
using Feedback.Local.Services;

namespace Feedback.Local.Lambda;

/// <summary>
/// The Lambda Runtime API for one function process: it asks for the next invocation and posts what came of it.
/// Like an execution environment in Lambda, it has one invocation at a time.
/// </summary>
internal sealed class RuntimeApi : IAsyncDisposable
{
    private readonly TimeProvider clock;
    private readonly Channel<PendingInvocation> queue = Channel.CreateUnbounded<PendingInvocation>();
    private readonly ConcurrentDictionary<string, PendingInvocation> inFlight = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<FunctionError> initError = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LoopbackServer? server;

    private RuntimeApi(TimeProvider clock) => this.clock = clock;

    /// <summary>For <c>AWS_LAMBDA_RUNTIME_API</c>: host and port, no scheme.</summary>
    public string Address => server!.Endpoint.Authority;

    /// <summary>Done when the process first asks for work: its initialization is over.</summary>
    public Task Ready => ready.Task;

    /// <summary>Done when the process reports that it can't start.</summary>
    public Task<FunctionError> InitError => initError.Task;

    public static async Task<RuntimeApi> StartAsync(string functionArn, TimeProvider? clock = null)
    {
        var api = new RuntimeApi(clock ?? TimeProvider.System);
        api.server = await LoopbackServer.StartAsync(new RuntimeApiRoutes(api, functionArn).HandleAsync);
        return api;
    }

    /// <summary>
    /// Waits for the process to take the invocation and to answer it. What isn't answered in time is an
    /// <see cref="Invocation.TimedOut"/> one, and the time spent behind another invocation counts.
    /// </summary>
    public async Task<Invocation> InvokeAsync(string payloadJson, TimeSpan timeout)
    {
        var started = clock.GetTimestamp();
        var pending = new PendingInvocation(RequestIds.Next(), payloadJson, clock.GetUtcNow() + timeout);
        inFlight[pending.RequestId] = pending;
        try
        {
            await queue.Writer.WriteAsync(pending);
            var (response, error) = await pending.Completed.WaitAsync(timeout, clock);
            return new Invocation(response, error, clock.GetElapsedTime(started));
        }
        catch (TimeoutException)
        {
            var message = FormattableString.Invariant($"{pending.RequestId} Task timed out after {timeout.TotalSeconds:0.00} seconds");
            return new Invocation(null, FunctionError.Of(Invocation.TimedOutType, message), clock.GetElapsedTime(started));
        }
        finally
        {
            inFlight.TryRemove(pending.RequestId, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>The next invocation that somebody still waits for.</summary>
    internal async Task<PendingInvocation> NextAsync(CancellationToken gone)
    {
        ready.TrySetResult();
        while (true)
        {
            var next = await queue.Reader.ReadAsync(gone);
            if (inFlight.ContainsKey(next.RequestId))
                return next;
        }
    }

    internal PendingInvocation? InFlight(string requestId) => inFlight.GetValueOrDefault(requestId);

    internal void FailInit(FunctionError error) => initError.TrySetResult(error);
}
