using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Feedback.Local.Processes;

namespace Feedback.Local.Database;

/// <summary>A dynoxide process of our own: DynamoDB's protocol on a free port of this machine, in memory or in a file.</summary>
internal sealed class EmbeddedDatabase : IAsyncDisposable
{
    private const int Attempts = 10;

    private readonly ChildProcess process;

    private EmbeddedDatabase(ChildProcess process, Uri endpoint)
    {
        this.process = process;
        Endpoint = endpoint;
    }

    public Uri Endpoint { get; }

    /// <param name="file">The SQLite file to keep the tables in; without one they live in memory.</param>
    public static async Task<EmbeddedDatabase> StartAsync(string? file = null, string? repositoryRoot = null)
    {
        var binary = DynoxideBinary.Find(repositoryRoot ?? RepositoryRoot.Find());
        for (var attempt = 1; ; attempt++)
        {
            // It does bind port 0, but then says "listening on …:0" (1.2.1), so the port has to be ours to know.
            var endpoint = new Uri($"http://127.0.0.1:{LoopbackPort.Free()}");
            var started = Start(binary, endpoint, file, out var listening);
            if (await Task.WhenAny(listening, started.Exited, Task.Delay(TimeSpan.FromSeconds(15))) == listening)
                return new EmbeddedDatabase(started, endpoint);

            await started.DisposeAsync();
            var said = string.Join(' ', started.Output.Last(5));
            if (attempt == Attempts || !said.Contains(" in use", StringComparison.Ordinal))
                throw new LocalException($"The embedded database did not start: {said}");
        }
    }

    /// <summary>A client with made-up credentials: the database takes any.</summary>
    public AmazonDynamoDBClient CreateClient() => new(
        new BasicAWSCredentials("local", "local"),
        new AmazonDynamoDBConfig { ServiceURL = Endpoint.ToString(), AuthenticationRegion = "eu-west-1" });

    public ValueTask DisposeAsync() => process.DisposeAsync();

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
