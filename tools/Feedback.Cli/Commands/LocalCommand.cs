using System.CommandLine;
using Feedback.Cli.Output;
using Feedback.Local.Database;
using Feedback.Local.Services;
using Feedback.Local.Templates;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback local</c>: what the functions call, for <c>sam local</c> and for trying things by hand.</summary>
internal sealed class LocalCommand : Command
{
    private readonly Option<string?> _database = new("--database") { Description = "The file to keep the tables in; without one they live in memory." };
    private readonly Option<int> _port = new("--port") { Description = "The port of SES, SNS, CloudWatch and SQS; 0 takes a free one.", DefaultValueFactory = _ => 8001 };
    private readonly Option<string[]> _sets = new("--set") { Description = "A configuration set that SES shall have (may be repeated)." };

    public LocalCommand()
        : base("local", "Runs the embedded database, with the tables of template.yaml, and a small AWS endpoint, until Ctrl-C.")
    {
        Add(_database);
        Add(_port);
        Add(_sets);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var template = Template.Load();
        await using var aws = await LocalAws.StartAsync(parsed.GetValue(_port));
        await using var dynamo = await EmbeddedDatabase.StartAsync(parsed.GetValue(_database));
        using var client = dynamo.CreateClient();
        await template.CreateTablesAsync(client);
        aws.AddResourcesOf(template);
        foreach (var set in parsed.GetValue(_sets) ?? [])
            aws.Ses.AddConfigurationSet(set);

        var terminal = new Terminal();
        foreach (var (name, value) in Feedback.Local.EndpointVariables.Of(dynamo.Endpoint, aws.Endpoint))
            terminal.Line($"{name}={value}");
        terminal.Line("Put these into events/env.json for `sam local invoke`, or into your shell. Ctrl-C ends it.");
        await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return Composition.ExitCode.Good;
    }
}
