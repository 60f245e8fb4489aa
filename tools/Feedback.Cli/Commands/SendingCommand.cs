using System.CommandLine;
using Feedback.Acting;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Deciding;
using Feedback.Operating;
using Feedback.Reputation;

namespace Feedback.Cli.Commands;

/// <summary>A command by which an operator disables or enables sending: <c>pause</c> and <c>resume</c>.</summary>
internal abstract class SendingCommand : EntityCommand
{
    private readonly Option<string> _reason = CommonOptions.Reason();
    private readonly Option<string> _by = CommonOptions.By();

    protected SendingCommand(string name, string description)
        : base(name, description)
    {
        _reason.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError("--reason is empty. The history needs a reason.");
            }
        });
        Define(_reason, _by);
    }

    /// <summary>Returns why the command would change nothing; null if there is something to do.</summary>
    protected abstract string? NothingToDo(EntityState state, bool sends);

    /// <summary>Asks the operator, if the command needs consent.</summary>
    protected virtual bool Consents(DeploymentContext context, ReputationEntity entity) => true;

    protected abstract Task<EntityState> ActAsync(
        OperatorCommands commands, ReputationEntity entity, string by, string reason, CancellationToken cancellationToken);

    /// <summary>Describes the result in a sentence.</summary>
    protected abstract string Done(EntityState state);

    protected override async Task<int> RunAsync(DeploymentContext context, ReputationEntity entity, CancellationToken cancellationToken)
    {
        var (by, reason, terminal) = (context.Value(_by), context.Value(_reason), context.Terminal);
        var ses = context.Get<ISendingApi>();
        var before = await context.Get<IStateStore>().GetAsync(entity, cancellationToken);

        // SES is asked before anything is written, because a mistyped name must not leave a state behind.
        var sends = entity.ConfigurationSetName is null && entity != ReputationEntity.Account ? null : await ses.IsEnabledAsync(entity, cancellationToken);
        var problem = sends is null ? $"SES has no configuration set {entity.Name}. Nothing was changed." : NothingToDo(before, sends.Value);
        if (problem is not null)
        {
            terminal.Document(() => ActionDocument.Of(Name, done: false, before, sends, by, reason), CliJson.Readable.ActionDocument);
            terminal.Problems([problem]);
            return ExitCode.NotGood;
        }

        if (!Consents(context, entity))
        {
            terminal.Problems(["Nothing was changed."]);
            return ExitCode.NotGood;
        }

        var after = await ActAsync(context.Get<OperatorCommands>(), entity, by, reason, cancellationToken);
        var sendsNow = await ses.IsEnabledAsync(entity, cancellationToken);
        terminal.Document(() => ActionDocument.Of(Name, done: true, after, sendsNow, by, reason), CliJson.Readable.ActionDocument);
        Show(terminal, after, sendsNow);
        return ExitCode.Good;
    }

    private void Show(Terminal terminal, EntityState after, bool? sends)
    {
        terminal.Line(Done(after));
        terminal.Line($"SES: SendingEnabled is {(sends == true ? "true" : "false")} (read back).");
        if (after.CountFrom is { } from && after.Sending == SendingStatus.Enabled)
        {
            terminal.Line($"Only mail sent from {Figures.Time(from)} on counts.");
        }

        terminal.Line(after.Alert is null ? "On-call has been told." : "On-call has not been told everywhere yet. The next sweep does it.");
    }
}
