using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Policies;
using Feedback.Cli.Status;
using Feedback.Reputation;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Cli.Commands;

/// <summary>
/// <c>feedback policy set SET --mode Observe --bounce-critical-percent 6 …</c>: an option for every part of a policy. What is not given
/// stays as it is; an empty value takes a part back to the deployment's.
/// </summary>
internal sealed class PolicySetCommand : Command
{
    private readonly Argument<string> _set = CommonOptions.Set();
    private readonly PolicyOptions _parts = PolicyOptions.All();
    private readonly Option<bool> _json = CommonOptions.Json();
    private readonly Option<string?> _environment = CommonOptions.EnvironmentFile();

    public PolicySetCommand()
        : base("set", "Gives a set a policy of its own. Takes effect within a minute.")
    {
        Add(_set);
        _parts.AddTo(this);
        Add(_environment);
        Add(_json);
        Validators.Add(result =>
        {
            if (!_parts.AnyIn(result))
                result.AddError("Say what to set, for example --mode Observe.");
        });
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        EnvironmentFile.Apply(parsed.GetValue(_environment));
        await using var services = OperatorServices.Build();
        var subject = SubjectNames.Read(parsed.GetRequiredValue(_set));
        var policies = services.GetRequiredService<IPolicyStore>();
        var overrides = new Dictionary<string, string>(await policies.OverridesAsync(subject, cancellation));
        foreach (var (name, value) in _parts.Given(parsed))
            overrides[name] = value;

        await policies.ReplaceAsync(subject, overrides.Where(o => o.Value.Length > 0).ToDictionary(), cancellation);
        await PolicyPage.ShowAsync(services, subject, new Terminal(parsed.GetValue(_json)), cancellation);
        return ExitCode.Good;
    }
}
