using System.CommandLine;
using Feedback.Cli.Commands;
using Feedback.Notifications;
using Feedback.Operating;

namespace Feedback.Cli.Suppressions;

/// <summary><c>feedback suppression add ADDRESS… --reason-text TEXT [--scope SCOPE] [--until TIME]</c></summary>
internal sealed class AddCommand : ChangingCommand
{
    private readonly Option<string?> _scope = SuppressionOptions.Scope("Configuration set whose mail is suppressed; by default all mail (*).");
    private readonly Option<string> _reason = SuppressionOptions.Reason("--reason-text", "Why, kept with the entry and in the history.");
    private readonly Option<string?> _until = SuppressionOptions.Until();
    private readonly Option<bool> _force = new("--force") { Description = "Add it even if SES has no such configuration set." };

    public AddCommand()
        : base("add", "Suppresses addresses by your order, which no event changes. Ends an allowance.") => DefineChange(_scope, _reason, _until, _force);

    protected override async Task<Func<EmailAddress, string, Task<ChangedDocument>>> PrepareAsync(
        DeploymentContext context, SuppressionCommands commands, CancellationToken cancellationToken)
    {
        var until = SuppressionOptions.ReadUntil(context.Parsed.GetValue(_until), context.Get<TimeProvider>().GetUtcNow());
        var scope = await KnownScope.ReadAsync(context, context.Parsed.GetValue(_scope), context.Parsed.GetValue(_force), cancellationToken);
        return async (address, by) =>
        {
            await commands.AddAsync(address, scope, context.Value(_reason), until, by, cancellationToken);
            var text = $"{address.Value} is suppressed: {SuppressionText.Scope(scope.ToString())}, {SuppressionText.Until(until)}.";
            return new ChangedDocument(address.Value, Done: true, text);
        };
    }
}
