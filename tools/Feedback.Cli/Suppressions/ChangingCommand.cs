using System.CommandLine;
using Feedback.Cli.Commands;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Notifications;
using Feedback.Operating;

namespace Feedback.Cli.Suppressions;

/// <summary>A command that changes the list for each of some addresses: a bad one among them is named at the end, and the others are done.</summary>
internal abstract class ChangingCommand(string name, string description) : DeploymentCommand(name, description)
{
    private readonly Argument<string[]> _addresses = SuppressionOptions.Addresses();
    private readonly Option<string> _by = SuppressionOptions.By();

    protected void DefineChange(params IEnumerable<Option> own) => Define([_addresses, .. own, _by]);

    /// <summary>Reads and checks the options before anything is written.</summary>
    /// <returns>What to do with one address.</returns>
    protected abstract Task<Func<EmailAddress, string, Task<ChangedDocument>>> PrepareAsync(
        DeploymentContext context, SuppressionCommands commands, CancellationToken cancellationToken);

    protected sealed override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var change = await PrepareAsync(context, context.Get<SuppressionCommands>(), cancellationToken);
        var asked = AddressList.Read(context.Value(_addresses));
        var changes = new List<ChangedDocument>();
        foreach (var address in asked.Addresses)
        {
            changes.Add(await change(address, context.Value(_by)));
            context.Terminal.Line(changes[^1].Text);
        }

        context.Terminal.Document(() => changes, CliJson.Readable.IReadOnlyListChangedDocument);
        return asked.Finish(context, changes.All(one => one.Done) ? ExitCode.Good : ExitCode.NotGood);
    }
}
