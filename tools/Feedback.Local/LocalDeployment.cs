using Amazon.DynamoDBv2;
using Feedback.Local.Database;
using Feedback.Local.Lambda;
using Feedback.Local.Services;
using Feedback.Local.Templates;

namespace Feedback.Local;

/// <summary>The whole stack on one machine: the template's tables, its functions as processes, and the AWS services that they call.</summary>
internal sealed class LocalDeployment : IAsyncDisposable
{
    private readonly Dictionary<string, LambdaFunction> _functions = [];
    private readonly LocalDeploymentOptions _options;

    private LocalDeployment(LocalDeploymentOptions options, EmbeddedDatabase database, LocalAws aws)
    {
        _options = options;
        Database = database;
        Aws = aws;
        DynamoDb = database.CreateClient();
        Settings = options.Settings with { QueueEndpoint = options.Settings.QueueEndpoint ?? aws.Endpoint };
    }

    public EmbeddedDatabase Database { get; }

    public LocalAws Aws { get; }

    public IAmazonDynamoDB DynamoDb { get; }

    public StackSettings Settings { get; }

    /// <summary>The tables' names, by logical id.</summary>
    public IReadOnlyDictionary<string, string> Tables { get; private set; } = new Dictionary<string, string>();

    /// <summary>The functions that run, by logical id.</summary>
    public IReadOnlyDictionary<string, LambdaFunction> Functions => _functions;

    /// <summary>The variables that point an SDK to this deployment, also usable in this process.</summary>
    public IReadOnlyDictionary<string, string> EndpointVariables => Local.EndpointVariables.Of(Database.Endpoint, Aws.Endpoint);

    /// <exception cref="FunctionExitedException">A function did not start; nothing is left running.</exception>
    public static async Task<LocalDeployment> StartAsync(LocalDeploymentOptions options)
    {
        var aws = await LocalAws.StartAsync(options.AwsPort);
        EmbeddedDatabase database;
        try
        {
            database = await EmbeddedDatabase.StartAsync(options.DatabaseFile);
        }
        catch
        {
            await aws.DisposeAsync();
            throw;
        }

        var deployment = new LocalDeployment(options, database, aws);
        await deployment.DeployAsync();
        return deployment;
    }

    public Task<Invocation> InvokeAsync(string functionLogicalId, string payloadJson, TimeSpan? timeout = null) =>
        _functions[functionLogicalId].InvokeAsync(payloadJson, timeout);

    // Callers before the services that they call.
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_functions.Values.Select(function => function.DisposeAsync().AsTask()));
        DynamoDb.Dispose();
        await Aws.DisposeAsync();
        await Database.DisposeAsync();
    }

    private async Task DeployAsync()
    {
        try
        {
            Tables = await _options.Template.CreateTablesAsync(DynamoDb, Settings);
            Aws.AddResourcesOf(_options.Template, Settings);
            foreach (var id in _options.Functions ?? _options.Template.Functions)
            {
                _functions[id] = await LambdaFunction.StartAsync(() => StartHostAsync(id), _options.Processes);
            }
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private Task<LambdaHost> StartHostAsync(string id)
    {
        var variables = new Dictionary<string, string>(EndpointVariables);
        foreach (var (name, value) in _options.Environment)
        {
            variables[name] = value;
        }

        var own = Path.Combine(_options.ArtifactFolder, id);
        return LambdaHost.StartAsync(
            _options.Template,
            id,
            Directory.Exists(own) ? own : _options.ArtifactFolder,
            variables,
            Settings,
            _options.Written is { } written ? line => written(id, line) : null);
    }
}
