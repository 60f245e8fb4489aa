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

    /// <summary>What is to be said once, at the end; null if there is nothing.</summary>
    protected virtual string? Hint => null;

    protected sealed override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var change = await PrepareAsync(context, context.Get<SuppressionCommands>(), cancellationToken);
        var asked = AddressList.Read(context.Value(_addresses));
        var changes = new List<ChangedDocument>();
        try
        {
            foreach (var address in asked.Addresses)
            {
                changes.Add(await change(address, context.Value(_by)));
                context.Terminal.Line(changes[^1].Text);
                foreach (var note in changes[^1].Notes)
                {
                    context.Terminal.Line($"  {note}");
                }
            }
        }
        finally
        {
            // What is done is told, whatever happened to the next address.
            context.Terminal.Document(() => changes, CliJson.Readable.IReadOnlyListChangedDocument);
        }

        if (Hint is { } hint)
        {
            context.Terminal.Line(hint);
        }

        return asked.Finish(context, changes.All(one => one.Done) ? ExitCode.Good : ExitCode.NotGood);
    }
}
