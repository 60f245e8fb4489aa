using System.CommandLine;
using Feedback.Cli.Commands;
using Feedback.Notifications;
using Feedback.Operating;
using Feedback.Suppression;

namespace Feedback.Cli.Suppressions;

/// <summary><c>feedback suppression remove ADDRESS… [--scope SCOPE] [--keep-ses]</c></summary>
internal sealed class RemoveCommand : ChangingCommand
{
    private readonly Option<string?> _scope = SuppressionOptions.Scope(
        "Only this scope: a configuration set, or * for all mail; by default every scope, with an allowance.");
    private readonly Option<string?> _reason = new("--reason") { Description = "Why, kept in the history." };
    private readonly Option<bool> _keepSes = SuppressionOptions.KeepSes();

    public RemoveCommand()
        : base("remove", "Takes addresses off the list, and off SES's list of the account. Only later events suppress them again.") =>
        DefineChange(_scope, _reason, _keepSes);

    protected override string? Hint => OtherLists.Tenants;

    protected override Task<Func<EmailAddress, string, Task<ChangedDocument>>> PrepareAsync(
        DeploymentContext context, SuppressionCommands commands, CancellationToken cancellationToken)
    {
        var scope = context.Parsed.GetValue(_scope) is { } text ? SuppressionOptions.ReadScope(text) : (SuppressionScope?)null;
        var reason = context.Parsed.GetValue(_reason) ?? "no reason given";
        var keepSes = context.Parsed.GetValue(_keepSes);
        return Task.FromResult<Func<EmailAddress, string, Task<ChangedDocument>>>(async (address, by) =>
        {
            var removed = await context.Get<SuppressionRemoval>().RemoveAsync(address, scope, keepSes, reason, by, cancellationToken);
            var text = removed.Here
                ? $"{address.Value} is no longer suppressed{Where(scope)}."
                : $"{address.Value} was not suppressed{Where(scope)}{(removed.InSes is true ? string.Empty : ". Nothing was changed")}.";
            return scope is { ConfigurationSet: not null }
                ? new ChangedDocument(address.Value, removed.Here, text)
                : new ChangedDocument(address.Value, removed.Here || removed.InSes is true, text)
                {
                    SesAccountList = OtherLists.Name(removed),
                    Notes = [.. OtherLists.Notes(removed)],
                };
        });
    }

    private static string Where(SuppressionScope? scope) => scope is { } one ? $" for {SuppressionText.Scope(one.ToString())}" : string.Empty;
}
