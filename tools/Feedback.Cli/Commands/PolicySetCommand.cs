using System.CommandLine;
using Feedback.Acting;
using Feedback.Cli.Composition;
using Feedback.Cli.Policies;
using Feedback.Configuration;
using Feedback.Operating;
using Feedback.Reputation;

namespace Feedback.Cli.Commands;

/// <summary>
/// <c>feedback policy set SET --mode Observe --bounce-critical-percent 6 …</c>, with an option for each part of a policy. Parts that are not
/// given stay as they are; an empty value takes a part back to the deployment's.
/// </summary>
internal sealed class PolicySetCommand : EntityCommand
{
    private readonly PolicyOptions _parts = PolicyOptions.All();
    private readonly Option<string> _by = CommonOptions.By();
    private readonly Option<bool> _force = new("--force") { Description = "Set the policy even if SES has no such configuration set." };

    public PolicySetCommand()
        : base("set", "Changes the given parts of a set's policy, with effect within a minute. The history keeps who did it.")
    {
        Define([.. _parts.Options, _by, _force]);
        Validators.Add(result =>
        {
            if (!_parts.In(result).Any())
            {
                result.AddError("Give at least one part of the policy, for example --mode Observe.");
            }
        });
    }

    protected override async Task<int> RunAsync(DeploymentContext context, ReputationEntity entity, CancellationToken cancellationToken)
    {
        var given = _parts.Given(context.Parsed);
        var before = await context.Get<IPolicyStore>().OverridesAsync(entity, cancellationToken);
        var own = new Dictionary<string, string>(before);
        foreach (var (name, value) in given)
        {
            own[name] = value;
        }

        var overrides = own.Where(part => part.Value.Length > 0).ToDictionary();
        if (Problems(overrides, given, context.Get<Settings>()) is { Count: > 0 } problems)
        {
            throw new UsageException(problems);
        }

        // A mistyped name would leave the policy of the real set as it is.
        var isSet = entity.ConfigurationSetName is not null;
        if (isSet && !context.Parsed.GetValue(_force) && await context.Get<ISendingApi>().IsEnabledAsync(entity, cancellationToken) is null)
        {
            context.Terminal.Problems([$"SES has no configuration set {entity.Name}. Nothing was changed; --force sets the policy nevertheless."]);
            return ExitCode.NotGood;
        }

        if (!await context.Get<PolicyCommands>().TryReplaceAsync(entity, before, overrides, context.Value(_by), cancellationToken))
        {
            context.Terminal.Problems([PolicyPage.Changed(entity)]);
            return ExitCode.NotGood;
        }

        await PolicyPage.ShowAsync(context.Services, entity, context.Terminal, cancellationToken);
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
