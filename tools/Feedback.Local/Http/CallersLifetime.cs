using Microsoft.Extensions.Hosting;

namespace Feedback.Local.Http;

/// <summary>A host lifetime controlled by its owner. The default one would take Ctrl-C away from the command line.</summary>
internal sealed class CallersLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
