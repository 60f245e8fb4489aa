using System.Threading.Channels;

namespace Feedback.Local.Lambda;

/// <summary>A function with several processes. Each invocation goes to an idle one, as in Lambda.</summary>
internal sealed class LambdaFunction : IAsyncDisposable
{
    private readonly Channel<LambdaHost> _idle = Channel.CreateUnbounded<LambdaHost>();

    private LambdaFunction(IReadOnlyList<LambdaHost> hosts)
    {
        Hosts = hosts;
        foreach (var host in hosts)
        {
            _idle.Writer.TryWrite(host);
        }
    }

    public IReadOnlyList<LambdaHost> Hosts { get; }

    /// <param name="start">Starts one process.</param>
    /// <exception cref="FunctionExitedException">One of them did not start.</exception>
    public static async Task<LambdaFunction> StartAsync(Func<Task<LambdaHost>> start, int processes = 1)
    {
        var function = new LambdaFunction(await Task.WhenAll(Enumerable.Range(0, processes).Select(_ => start())));
        if (function.Hosts.FirstOrDefault(host => host.InitError is not null) is not { } broken)
        {
            return function;
        }

        await function.DisposeAsync();
        throw new FunctionExitedException(broken.Function.LogicalId, await broken.Exited, broken.InitError, broken.Lines);
    }

    /// <summary>Invokes an idle process, after waiting for one. A process that has ended is replaced first.</summary>
    /// <exception cref="FunctionExitedException">The process ended before it answered.</exception>
    public async Task<Invocation> InvokeAsync(string payloadJson, TimeSpan? timeout = null)
    {
        var host = await _idle.Reader.ReadAsync();
        try
        {
            if (!host.IsRunning)
            {
                await host.RestartAsync();
            }

            return await host.InvokeAsync(payloadJson, timeout);
        }
        finally
        {
            _idle.Writer.TryWrite(host);
        }
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(Hosts.Select(host => host.DisposeAsync().AsTask()));
}
