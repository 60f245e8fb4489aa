using System.CommandLine;
using Amazon.CloudFormation;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.SecondDetector;
using Feedback.Cli.Wiring;
using Feedback.Configuration;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback wire [SET…] [--stack NAME | --outputs FILE]</c></summary>
internal sealed class WireCommand : DeploymentCommand
{
    private readonly Argument<string[]> _sets = new("SET") { Description = "Configuration sets.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> _all = new("--all") { Description = "All configuration sets of the account in this Region." };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Change nothing, and exit with 1 if there is something to change." };
    private readonly Option<bool> _undo = new("--undo") { Description = "Delete the event destinations and alarms that this command created." };
    private readonly Option<DetectorChoice> _detector = new("--second-detector")
    {
        Description = "On creates alarms on SES's own rates, Off deletes those that this command created, Keep leaves alarms alone.",
        DefaultValueFactory = _ => DetectorChoice.On,
    };

    private readonly Option<bool> _yes = new("--yes") { Description = "Don't ask before --undo --all." };
    private readonly Option<string?> _outputs = new("--outputs")
    {
        Description = "Instead of --stack: file with its outputs, as `aws cloudformation describe-stacks` prints them; - for standard input.",
    };

    public WireCommand()
        : base("wire", "Lets configuration sets publish their events to the deployment's topics, and watches their reputation metrics by alarms.")
    {
        Define(_sets, _all, _outputs, _detector, _dryRun, _undo, _yes);
        Validators.Add(result =>
        {
            if (result.GetValue(_all) == (result.GetValue(_sets) is { Length: > 0 }))
            {
                result.AddError("Name configuration sets, or give --all.");
            }
        });
    }

    protected override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var parsed = context.Parsed;
        var (isDryRun, isUndo) = (parsed.GetValue(_dryRun), parsed.GetValue(_undo));
        var topics = await TopicsAsync(context, cancellationToken);
        if (isUndo && !isDryRun && !Consents(context))
        {
            context.Terminal.Problems(["Nothing was changed."]);
            return ExitCode.NotGood;
        }

        var order = new WiringOrder(topics.Destinations, await AlarmsAsync(context, topics, cancellationToken), isUndo, isDryRun);
        var wirer = context.Get<Wirer>();
        var results = new List<WiringDocument>();
        await foreach (var set in parsed.GetValue(_all) ? wirer.AllSetsAsync(order, cancellationToken) : Named(parsed))
        {
            var result = await wirer.RunAsync(set, order, cancellationToken);
            Show(context.Terminal, result);
            results.Add(result);
        }

        context.Terminal.Document(() => results, CliJson.Readable.IReadOnlyListWiringDocument);
        Summarize(context.Terminal, results, isDryRun);
        return results.Any(result => IsUnknown(result) || (isDryRun && result.Changes.Count > 0)) ? ExitCode.NotGood : ExitCode.Good;
    }

    private static bool IsUnknown(WiringDocument result) => !result.Exists && result.Changes.Count == 0;

    private async Task<AlarmOrder?> AlarmsAsync(DeploymentContext context, DeploymentTopics topics, CancellationToken cancellationToken)
    {
        var choice = context.Parsed.GetValue(_detector);
        return choice == DetectorChoice.Keep ? null : new AlarmOrder(
            topics.SesAlarmTopic,
            await context.Get<CloudWatchAlarms>().OfSetsAsync(cancellationToken),
            AreWanted: choice == DetectorChoice.On && !context.Parsed.GetValue(_undo));
    }

    private async Task<DeploymentTopics> TopicsAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        if (context.Parsed.GetValue(_outputs) is { } file)
        {
            return StackOutputs.Read(file, context.Get<Settings>().AlarmTopicArn);
        }

        using var cloudFormation = new AmazonCloudFormationClient();
        return await StackTopics.ReadAsync(
            cloudFormation,
            Stack(context.Parsed) ?? throw new UsageException("The topics of the deployment are not known: give --stack NAME, or --outputs FILE."),
            cancellationToken);
    }

    private IAsyncEnumerable<string> Named(ParseResult parsed) => parsed.GetValue(_sets)!.Distinct().ToAsyncEnumerable();

    private bool Consents(DeploymentContext context)
    {
        if (!context.Parsed.GetValue(_all) || context.Parsed.GetValue(_yes))
        {
            return true;
        }

        return context.Terminal.Confirm("Feedback will see no more events of any configuration set, and pause none.")
            ?? throw new UsageException("`wire --undo --all` blinds Feedback. Give --yes if that is what you want.");
    }

    private static void Show(Terminal terminal, WiringDocument result)
    {
        foreach (var change in result.Changes)
        {
            terminal.Line($"{result.ConfigurationSet}: {change}");
        }

        if (IsUnknown(result))
        {
            terminal.Problems([$"SES has no configuration set {result.ConfigurationSet}."]);
        }
    }

    private static void Summarize(Terminal terminal, IReadOnlyList<WiringDocument> results, bool isDryRun)
    {
        var toChange = results.Count(result => result.Changes.Count > 0);
        var asWanted = results.Count(result => result.Exists && result.Changes.Count == 0);
        terminal.Line($"{toChange} {(isDryRun ? "to change" : "changed")}, {asWanted} as wanted.");
    }
}
