using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Status;
using Feedback.Outcomes;
using Feedback.Sending;
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
                result.AddError("--reason is empty: whoever reads the history wants to know why.");
        });
        Add(_set);
        Add(_reason);
        Add(_by);
        Add(_environment);
        Add(_json);
        SetAction(RunAsync);
    }

    /// <summary>Why the command would change nothing for the better; null if there is something to do.</summary>
    protected abstract string? NothingToDo(SubjectState state, bool sends);

    protected abstract Task<SubjectState> ActAsync(OperatorActions actions, Subject subject, string by, string reason, CancellationToken cancellation);

    /// <summary>The outcome in a sentence.</summary>
    protected abstract string Done(SubjectState state);

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        EnvironmentFile.Apply(parsed.GetValue(_environment));
        await using var services = OperatorServices.Build();
        var (subject, who, why) = (SubjectNames.Read(parsed.GetRequiredValue(_set)), parsed.GetRequiredValue(_by), parsed.GetRequiredValue(_reason));
        var ses = services.GetRequiredService<ISendingApi>();
        var before = await services.GetRequiredService<IStateStore>().GetAsync(subject, cancellation);
        var terminal = new Terminal(parsed.GetValue(_json));

        // Before anything is written: a name that was mistyped must leave no state behind.
        var sends = subject == Subject.Unattributed ? null : await ses.IsEnabledAsync(subject, cancellation);
        if ((sends is null ? $"SES has no configuration set {subject.Name}. Nothing was done." : NothingToDo(before, sends.Value)) is { } problem)
        {
            terminal.Document(() => ActionDocument.Of(Name, done: false, before, sends, who, why), CliJson.Readable.ActionDocument);
            terminal.Problems([problem]);
            return ExitCode.NotGood;
        }

        var after = await ActAsync(services.GetRequiredService<OperatorActions>(), subject, who, why, cancellation);
        var sendsNow = await ses.IsEnabledAsync(subject, cancellation);
        terminal.Document(() => ActionDocument.Of(Name, done: true, after, sendsNow, who, why), CliJson.Readable.ActionDocument);
        terminal.Line(Done(after));
        terminal.Line($"SES: SendingEnabled is {(sendsNow == true ? "true" : "false")} (read back).");
        if (after.CountFrom is { } from && after.Sending == SendingStatus.Enabled)
            terminal.Line($"Mail sent from {Figures.Time(from)} on counts.");
        terminal.Line(after.Alert is null ? "On-call has been told." : "The mail to on-call is not out yet; the next sweep sends it.");
        return ExitCode.Good;
    }
}
