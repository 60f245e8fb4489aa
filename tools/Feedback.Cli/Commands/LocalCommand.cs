using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Feedback.Cli.Composition;
using Feedback.Cli.Observing;
using Feedback.Cli.Output;
using Feedback.Cli.Replay;
using Feedback.Cli.Running;
using Feedback.Local;
using Feedback.Local.Database;
using Feedback.Local.Services;
using Feedback.Local.Templates;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback local</c>: what the functions call, for <c>sam local</c> and for trying things by hand.</summary>
internal sealed class LocalCommand : Command
{
    private readonly Option<string?> _database = new("--database") { Description = "The file to keep the tables in; without one they live in memory." };
    private readonly Option<int> _databasePort = Port("--database-port", LocalPage.DatabasePort, "The port of the database; 0 takes a free one.");
    private readonly Option<int> _port = Port("--port", LocalPage.ServicesPort, "The port of SES, SNS, CloudWatch and SQS; 0 takes a free one.");
    private readonly Option<IPAddress> _listen = new("--listen")
    {
        Description = "The IPv4 address to listen on. With another one than 127.0.0.1 whoever reaches it can read and write everything.",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = given =>
        {
            if (given.Tokens is [{ Value: var text }] && IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetwork)
                return address;
            given.AddError("--listen is an IPv4 address of this machine, such as 127.0.0.1.");
            return null;
        },
    };

    private readonly Option<string[]> _sets = new("--set") { Description = "A configuration set that SES shall have, beside those of the samples under events/ (may be repeated)." };
    private readonly Option<string?> _writeEnvironment = new("--write-env") { Description = "A file to write the variables of this deployment to, for --env-file of the other commands." };

    public LocalCommand()
        : base("local", "Runs the embedded database, with the tables of template.yaml, and a small AWS endpoint, until Ctrl-C. Shows each call to SES and each mail.")
    {
        Add(_database);
        Add(_databasePort);
        Add(_port);
        Add(_listen);
        Add(_sets);
        Add(_writeEnvironment);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var template = Template.Load();
        var address = parsed.GetRequiredValue(_listen);
        await using var dynamo = await EmbeddedDatabase.StartAsync(parsed.GetValue(_database), at: new IPEndPoint(address, parsed.GetValue(_databasePort)));
        await using var aws = await LocalAws.StartAsync(parsed.GetValue(_port), address: address);
        using var client = dynamo.CreateClient();
        var tables = await template.CreateTablesAsync(client);
        await CaughtUpDeliveries.WriteAsync(client, tables["ReputationTable"]);
        aws.AddResourcesOf(template);
        foreach (var set in SampleEvents.ConfigurationSets(RepositoryRoot.Find()).Concat(parsed.GetValue(_sets) ?? []))
            aws.Ses.AddConfigurationSet(set);

        var terminal = new Terminal();
        var calls = new CallPages(terminal);
        aws.AfterApply = call =>
        {
            calls.Show(call);
            return Task.CompletedTask;
        };

        var variables = LocalEnvironment.Of(template, new StackSettings { QueueEndpoint = aws.Endpoint }, EndpointVariables.Of(dynamo.Endpoint, aws.Endpoint));
        var file = parsed.GetValue(_writeEnvironment);
        if (file is not null)
            EnvironmentFile.Write(file, variables);
        new LocalPage(terminal).Show(variables, file, dynamo.Endpoint.Port, aws.Endpoint.Port, [.. aws.Ses.ConfigurationSets.Select(set => set.Name)]);
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ExitCode.Good;
    }

    private static Option<int> Port(string name, int otherwise, string description) => CommonOptions.Number(name, 0, IPEndPoint.MaxPort, otherwise, description);
}
