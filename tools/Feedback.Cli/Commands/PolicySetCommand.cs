using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Policies;
using Feedback.Cli.Status;
using Feedback.Configuration;
using Feedback.Operating;
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
    private readonly Option<string> _by = CommonOptions.By();
    private readonly Option<bool> _json = CommonOptions.Json();
    private readonly Option<string?> _environment = CommonOptions.EnvironmentFile();

    public PolicySetCommand()
        : base("set", "Gives a set a policy of its own. Takes effect within a minute; history keeps who gave it.")
    {
        Add(_set);
        _parts.AddTo(this);
        Add(_by);
        Add(_environment);
        Add(_json);
        Validators.Add(result =>
        {
            if (!_parts.In(result).Any())
            {
                result.AddError("Say what to set, for example --mode Observe.");
            }
        });
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        EnvironmentFile.Apply(parsed.GetValue(_environment));
        await using var services = OperatorServices.Build();
        var entity = EntityNames.Read(parsed.GetRequiredValue(_set));
        var given = _parts.Given(parsed);
        var own = new Dictionary<string, string>(await services.GetRequiredService<IPolicyStore>().OverridesAsync(entity, cancellationToken));
        foreach (var (name, value) in given)
        {
            own[name] = value;
        }

        var overrides = own.Where(o => o.Value.Length > 0).ToDictionary();

        if (Problems(overrides, given, services.GetRequiredService<Settings>()) is { Count: > 0 } problems)
        {
            throw new UsageException(problems);
        }

        await services.GetRequiredService<PolicyCommands>().ReplaceAsync(entity, overrides, parsed.GetRequiredValue(_by), cancellationToken);
        await PolicyPage.ShowAsync(services, entity, new Terminal(parsed.GetValue(_json)), cancellationToken);
        return ExitCode.Good;
    }

    private static List<string> Problems(Dictionary<string, string> overrides, IReadOnlyDictionary<string, string> given, Settings settings)
    {
        var problems = SetTopic.Problems(given.GetValueOrDefault(PolicyReader.AlarmTopicArn, ""), settings).ToList();
        try
        {
            PolicyReader.Read(overrides, settings.Policy);
        }
        catch (SettingsException exception)
        {
            problems.InsertRange(0, exception.Problems);
        }

        return problems.ConvertAll(problem => OptionNames.In(problem, given.Keys));
    }
}
