using Microsoft.Extensions.Hosting;

namespace Feedback.Local.Http;

/// <summary>The server lives as long as its owner says. The default would take ^C from the command line it runs in.</summary>
internal sealed class CallersLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
