using System.Collections.Concurrent;
using System.Threading.Channels;
using Feedback.Local.Http;
using Feedback.Local.Services;

namespace Feedback.Local.Lambda;

/// <summary>
/// The Lambda Runtime API for one function process, which gets the next invocation from it and posts the result. Like an execution
/// environment in Lambda, it runs one invocation at a time.
/// </summary>
internal sealed class RuntimeApi : IAsyncDisposable
{
    private readonly TimeProvider _clock;
    private readonly Channel<PendingInvocation> _queue = Channel.CreateUnbounded<PendingInvocation>();
    private readonly ConcurrentDictionary<string, PendingInvocation> _inFlight = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<FunctionError> _initError = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LoopbackServer? _server;

    private RuntimeApi(TimeProvider clock) => _clock = clock;

    /// <summary>The value of <c>AWS_LAMBDA_RUNTIME_API</c>: host and port without a scheme.</summary>
    public string Address => _server!.Endpoint.Authority;

    /// <summary>Completes when the process first asks for an invocation, at the end of its initialisation.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Completes when the process reports an initialisation error.</summary>
    public Task<FunctionError> InitError => _initError.Task;

    public static async Task<RuntimeApi> StartAsync(string functionArn, TimeProvider? clock = null)
    {
        var api = new RuntimeApi(clock ?? TimeProvider.System);
        api._server = await LoopbackServer.StartAsync(new RuntimeApiRoutes(api, functionArn).HandleAsync);
        return api;
    }

    /// <summary>
    /// Waits for the process to take the invocation and to answer it. Without an answer in time the result is
    /// <see cref="Invocation.TimedOut"/>; time spent waiting for another invocation counts.
    /// </summary>
    public async Task<Invocation> InvokeAsync(string payloadJson, TimeSpan timeout)
    {
        var started = _clock.GetTimestamp();
        var pending = new PendingInvocation(RequestIds.Next(), payloadJson, _clock.GetUtcNow() + timeout);
        _inFlight[pending.RequestId] = pending;
        try
        {
            await _queue.Writer.WriteAsync(pending);
            var (response, error) = await pending.Completed.WaitAsync(timeout, _clock);
            return new Invocation(response, error, _clock.GetElapsedTime(started));
        }
        catch (TimeoutException)
        {
            var message = FormattableString.Invariant($"{pending.RequestId} Task timed out after {timeout.TotalSeconds:0.00} seconds");
            return new Invocation(null, FunctionError.Of(Invocation.TimedOutType, message), _clock.GetElapsedTime(started));
        }
        finally
        {
            _inFlight.TryRemove(pending.RequestId, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Returns the next invocation whose caller still waits.</summary>
    internal async Task<PendingInvocation> NextAsync(CancellationToken gone)
    {
        _ready.TrySetResult();
        while (true)
        {
            var next = await _queue.Reader.ReadAsync(gone);
            if (_inFlight.ContainsKey(next.RequestId))
            {
                return next;
            }
        }
    }

    internal PendingInvocation? InFlight(string requestId) => _inFlight.GetValueOrDefault(requestId);

    internal void FailInit(FunctionError error) => _initError.TrySetResult(error);
}
