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

/// <summary><c>feedback local</c>: the services that the functions call, for <c>sam local</c> and for operator commands.</summary>
internal sealed class LocalCommand : Command
{
    private readonly Option<string?> _database = new("--database") { Description = "File to keep the tables in; by default they are in memory." };
    private readonly Option<int> _databasePort = Port("--database-port", LocalPage.DatabasePort, "Port of the database; 0 takes a free one.");
    private readonly Option<int> _port = Port("--port", LocalPage.ServicesPort, "Port of SES, SNS, CloudWatch and SQS; 0 takes a free one.");
    private readonly Option<IPAddress> _listen = new("--listen")
    {
        Description = "IPv4 address to listen on. On any address but 127.0.0.1, every machine that can reach it can read and change everything.",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = given =>
        {
            if (given.Tokens is [{ Value: var text }] && IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetwork)
            {
                return address;
            }

            given.AddError("--listen must be an IPv4 address of this machine, such as 127.0.0.1.");
            return null;
        },
    };

    private readonly Option<string[]> _sets = new("--set")
    {
        Description = "Configuration set to create in SES, in addition to those of the samples under events/ (may be repeated).",
    };
    private readonly Option<string?> _writeEnvironment = new("--write-env")
    {
        Description = "File to write this deployment's variables to, for --env-file of the other commands.",
    };

    public LocalCommand()
        : base("local", "Runs the embedded database and a small AWS endpoint until Ctrl-C, and shows each call to SES and each mail.")
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
        await template.CreateTablesAsync(client);
        aws.AddResourcesOf(template);
        foreach (var set in SampleEvents.ConfigurationSets(RepositoryRoot.Find()).Concat(parsed.GetValue(_sets) ?? []))
        {
            aws.Ses.AddConfigurationSet(set);
        }

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
        {
            EnvironmentFile.Write(file, variables);
        }

        new LocalPage(terminal).Show(variables, file, dynamo.Endpoint.Port, aws.Endpoint.Port, [.. aws.Ses.ConfigurationSets.Select(set => set.Name)]);
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ExitCode.Good;
    }

    private static Option<int> Port(string name, int otherwise, string description) =>
        CommonOptions.Number(name, 0, IPEndPoint.MaxPort, otherwise, description);
}
