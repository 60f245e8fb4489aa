using System.CommandLine;
using Feedback.Acting;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Status;
using Feedback.Deciding;
using Feedback.Operating;
using Feedback.Reputation;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Cli.Commands;

/// <summary>What an operator does to a set. Nothing is asked back: it is typed at three in the morning.</summary>
internal abstract class OperatorCommand : Command
{
    private readonly Argument<string> _set = CommonOptions.Set();
    private readonly Option<string> _reason = CommonOptions.Reason();
    private readonly Option<string> _by = CommonOptions.By();
    private readonly Option<bool> _json = CommonOptions.Json();
    private readonly Option<string?> _environment = CommonOptions.EnvironmentFile();

    protected OperatorCommand(string name, string description)
        : base(name, description)
    {
        _reason.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError("--reason is empty: whoever reads the history wants to know why.");
            }
        });
        Add(_set);
        Add(_reason);
        Add(_by);
        Add(_environment);
        Add(_json);
        SetAction(RunAsync);
    }

    /// <summary>Why the command would change nothing for the better; null if there is something to do.</summary>
    protected abstract string? NothingToDo(EntityState state, bool sends);

    protected abstract Task<EntityState> ActAsync(OperatorCommands commands, ReputationEntity entity, string by, string reason, CancellationToken cancellationToken);

    /// <summary>The outcome in a sentence.</summary>
    protected abstract string Done(EntityState state);

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        EnvironmentFile.Apply(parsed.GetValue(_environment));
        await using var services = OperatorServices.Build();
        var (entity, who, why) = (EntityNames.Read(parsed.GetRequiredValue(_set)), parsed.GetRequiredValue(_by), parsed.GetRequiredValue(_reason));
        var ses = services.GetRequiredService<ISendingApi>();
        var before = await services.GetRequiredService<IStateStore>().GetAsync(entity, cancellationToken);
        var terminal = new Terminal(parsed.GetValue(_json));

        // Before anything is written: a name that was mistyped must leave no state behind.
        var sends = entity == ReputationEntity.Unattributed ? null : await ses.IsEnabledAsync(entity, cancellationToken);
        if ((sends is null ? $"SES has no configuration set {entity.Name}. Nothing was done." : NothingToDo(before, sends.Value)) is { } problem)
        {
            terminal.Document(() => ActionDocument.Of(Name, done: false, before, sends, who, why), CliJson.Readable.ActionDocument);
            terminal.Problems([problem]);
            return ExitCode.NotGood;
        }

        var after = await ActAsync(services.GetRequiredService<OperatorCommands>(), entity, who, why, cancellationToken);
        var sendsNow = await ses.IsEnabledAsync(entity, cancellationToken);
        terminal.Document(() => ActionDocument.Of(Name, done: true, after, sendsNow, who, why), CliJson.Readable.ActionDocument);
        terminal.Line(Done(after));
        terminal.Line($"SES: SendingEnabled is {(sendsNow == true ? "true" : "false")} (read back).");
        if (after.CountFrom is { } from && after.Sending == SendingStatus.Enabled)
        {
            terminal.Line($"Mail sent from {Figures.Time(from)} on counts.");
        }

        terminal.Line(after.Alert is null ? "On-call has been told." : "The mail to on-call is not out yet; the next sweep sends it.");
        return ExitCode.Good;
    }
}
