using System.Net;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Feedback.Local.Http;
using Feedback.Local.Processes;

namespace Feedback.Local.Database;

/// <summary>A dynoxide process: DynamoDB's protocol on a local port, in memory or in a file.</summary>
internal sealed class EmbeddedDatabase : IAsyncDisposable
{
    private const int Attempts = 10;

    private readonly string _binary;
    private readonly string? _file;
    private readonly IPEndPoint _at;
    private ChildProcess _process;

    private EmbeddedDatabase(string binary, string? file, ChildProcess process, IPEndPoint at)
    {
        _binary = binary;
        _file = file;
        _process = process;
        _at = at;
    }

    public Uri Endpoint => ListeningOn.Reach(_at);

    /// <param name="file">The SQLite file to keep the tables in; without one they live in memory.</param>
    /// <param name="repositoryRoot">The checkout with node_modules; by default the one that contains this program.</param>
    /// <param name="at">The endpoint to listen on; by default a free port of 127.0.0.1. Port 0 takes a free one.</param>
    public static async Task<EmbeddedDatabase> StartAsync(string? file = null, string? repositoryRoot = null, IPEndPoint? at = null)
    {
        var found = DynoxideBinary.Find(repositoryRoot ?? RepositoryRoot.Find());
        at ??= new IPEndPoint(IPAddress.Loopback, 0);
        for (var attempt = 1; ; attempt++)
        {
            // dynoxide 1.2.1 can bind port 0 but then prints "listening on …:0", so the port is chosen here.
            var port = at.Port == 0 ? LoopbackPort.Free() : at.Port;
            var here = new IPEndPoint(at.Address, port);
            var started = Start(found, here, file, out var listening);
            if (await ListensAsync(started, listening))
            {
                return new EmbeddedDatabase(found, file, started, here);
            }

            await started.DisposeAsync();
            var isInUse = Said(started).Contains(" in use", StringComparison.Ordinal);
            if (isInUse && at.Port != 0)
            {
                throw LocalException.PortInUse(at);
            }

            if (!isInUse || attempt == Attempts)
            {
                throw new LocalException($"The embedded database did not start: {Said(started)}");
            }
        }
    }

    /// <summary>Kills the process (SIGKILL); further requests fail.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.Exited;
    }

    /// <summary>Starts it again after <see cref="KillAsync"/>, at the same endpoint and with the tables in the file.</summary>
    public async Task RestartAsync()
    {
        await _process.DisposeAsync();
        _process = Start(_binary, _at, _file, out var listening);
        if (!await ListensAsync(_process, listening))
        {
            throw new LocalException($"The embedded database did not start again: {Said(_process)}");
        }
    }

    /// <summary>Creates a client with dummy credentials, which the database accepts.</summary>
    public AmazonDynamoDBClient CreateClient() => new(
        new BasicAWSCredentials("local", "local"),
        new AmazonDynamoDBConfig { ServiceURL = Endpoint.ToString(), AuthenticationRegion = "eu-west-1" });

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static async Task<bool> ListensAsync(ChildProcess started, Task listening) =>
        await Task.WhenAny(listening, started.Exited, Task.Delay(TimeSpan.FromSeconds(15))) == listening;

    private static string Said(ChildProcess process) => string.Join(' ', process.Output.Last(5));

    private static ChildProcess Start(string binary, IPEndPoint at, string? file, out Task listening)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        listening = heard.Task;

        // The line is printed after the port is bound, so from then on this process answers requests.
        var output = new OutputLines(capacity: 50, line =>
        {
            if (line.Contains("listening on", StringComparison.Ordinal))
            {
                heard.TrySetResult();
            }
        });

        string[] storage = file is null ? [] : ["--db-path", Path.GetFullPath(file)];
        return ChildProcess.Start(
            binary, ["--host", $"{at.Address}", "--port", $"{at.Port}", .. storage], new Dictionary<string, string>(), output);
    }
}
