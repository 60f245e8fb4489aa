using System.CommandLine;
using Feedback.Cli.Commands;
using Feedback.Notifications;
using Feedback.Operating;

namespace Feedback.Cli.Suppressions;

/// <summary><c>feedback suppression allow ADDRESS… --reason TEXT [--until TIME]</c></summary>
internal sealed class AllowCommand : ChangingCommand
{
    private readonly Option<string> _reason = SuppressionOptions.Reason("--reason", "Why, kept with the entry and in the history.");
    private readonly Option<string?> _until = SuppressionOptions.Until();

    public AllowCommand()
        : base("allow", "Allows mail to addresses, whatever events say, until you remove or add them.") => DefineChange(_reason, _until);

    protected override Task<Func<EmailAddress, string, Task<ChangedDocument>>> PrepareAsync(
        DeploymentContext context, SuppressionCommands commands, CancellationToken cancellationToken)
    {
        var until = SuppressionOptions.ReadUntil(context.Parsed.GetValue(_until), context.Get<TimeProvider>().GetUtcNow());
        return Task.FromResult<Func<EmailAddress, string, Task<ChangedDocument>>>(async (address, by) =>
        {
            await commands.AllowAsync(address, context.Value(_reason), until, by, cancellationToken);
            return new ChangedDocument(address.Value, Done: true, $"{address.Value} may be written to, {SuppressionText.Until(until)}.");
        });
    }
}
