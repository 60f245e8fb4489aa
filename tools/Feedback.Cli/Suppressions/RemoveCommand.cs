using System.CommandLine;
using Feedback.Cli.Commands;
using Feedback.Notifications;
using Feedback.Operating;
using Feedback.Suppression;

namespace Feedback.Cli.Suppressions;

/// <summary><c>feedback suppression remove ADDRESS… [--scope SCOPE]</c></summary>
internal sealed class RemoveCommand : ChangingCommand
{
    private readonly Option<string?> _scope = SuppressionOptions.Scope(
        "Only this scope: a configuration set, or * for all mail; by default every scope, with an allowance.");
    private readonly Option<string?> _reason = new("--reason") { Description = "Why, kept in the history." };

    public RemoveCommand()
        : base("remove", "Takes addresses off the list. Only later events suppress them again.") => DefineChange(_scope, _reason);

    protected override Task<Func<EmailAddress, string, Task<ChangedDocument>>> PrepareAsync(
        DeploymentContext context, SuppressionCommands commands, CancellationToken cancellationToken)
    {
        var scope = context.Parsed.GetValue(_scope) is { } text ? SuppressionOptions.ReadScope(text) : (SuppressionScope?)null;
        var reason = context.Parsed.GetValue(_reason) ?? "no reason given";
        return Task.FromResult<Func<EmailAddress, string, Task<ChangedDocument>>>(async (address, by) =>
        {
            var done = await commands.RemoveAsync(address, scope, reason, by, cancellationToken);
            return new ChangedDocument(
                address.Value,
                done,
                done ? $"{address.Value} is no longer suppressed{Where(scope)}." : $"{address.Value} was not suppressed{Where(scope)}. Nothing was changed.");
        });
    }

    private static string Where(SuppressionScope? scope) => scope is { } one ? $" for {SuppressionText.Scope(one.ToString())}" : string.Empty;
}
