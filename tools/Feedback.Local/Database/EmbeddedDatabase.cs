using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Feedback.Local.Processes;

namespace Feedback.Local.Database;

/// <summary>A dynoxide process of our own: DynamoDB's protocol on a free port of this machine, in memory or in a file.</summary>
internal sealed class EmbeddedDatabase : IAsyncDisposable
{
    private const int Attempts = 10;

    private readonly string binary;
    private readonly string? file;
    private ChildProcess process;

    private EmbeddedDatabase(string binary, string? file, ChildProcess process, Uri endpoint)
    {
        this.binary = binary;
        this.file = file;
        this.process = process;
        Endpoint = endpoint;
    }

    public Uri Endpoint { get; }

    /// <param name="file">The SQLite file to keep the tables in; without one they live in memory.</param>
    public static async Task<EmbeddedDatabase> StartAsync(string? file = null, string? repositoryRoot = null)
    {
        var found = DynoxideBinary.Find(repositoryRoot ?? RepositoryRoot.Find());
        for (var attempt = 1; ; attempt++)
        {
            // It does bind port 0, but then says "listening on …:0" (1.2.1), so the port has to be ours to know.
            var endpoint = new Uri($"http://127.0.0.1:{LoopbackPort.Free()}");
            var started = Start(found, endpoint, file, out var listening);
            if (await ListensAsync(started, listening))
                return new EmbeddedDatabase(found, file, started, endpoint);

            await started.DisposeAsync();
            if (attempt == Attempts || !Said(started).Contains(" in use", StringComparison.Ordinal))
                throw new LocalException($"The embedded database did not start: {Said(started)}");
        }
    }

    /// <summary>SIGKILL: whoever calls it from now on finds nobody.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.Exited;
    }

    /// <summary>After <see cref="KillAsync"/>: at the same endpoint, with the tables that are in the file.</summary>
    public async Task RestartAsync()
    {
        await process.DisposeAsync();
        process = Start(binary, Endpoint, file, out var listening);
        if (!await ListensAsync(process, listening))
            throw new LocalException($"The embedded database did not start again: {Said(process)}");
    }

    /// <summary>A client with made-up credentials: the database takes any.</summary>
    public AmazonDynamoDBClient CreateClient() => new(
        new BasicAWSCredentials("local", "local"),
        new AmazonDynamoDBConfig { ServiceURL = Endpoint.ToString(), AuthenticationRegion = "eu-west-1" });

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private static async Task<bool> ListensAsync(ChildProcess started, Task listening) =>
        await Task.WhenAny(listening, started.Exited, Task.Delay(TimeSpan.FromSeconds(15))) == listening;

    private static string Said(ChildProcess process) => string.Join(' ', process.Output.Last(5));

    private static ChildProcess Start(string binary, Uri endpoint, string? file, out Task listening)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        listening = heard.Task;

        // The line comes after the port is bound: from then on requests are answered, and by nobody else.
        var output = new OutputLines(capacity: 50, line =>
        {
            if (line.Contains("listening on", StringComparison.Ordinal))
                heard.TrySetResult();
        });

        string[] storage = file is null ? [] : ["--db-path", Path.GetFullPath(file)];
        return ChildProcess.Start(
            binary, ["--host", endpoint.Host, "--port", $"{endpoint.Port}", .. storage], new Dictionary<string, string>(), output);
    }
}
