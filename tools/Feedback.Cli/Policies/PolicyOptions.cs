using System.CommandLine;
using System.CommandLine.Parsing;
using Feedback.Cli.Composition;
using Feedback.Configuration;
using Feedback.Reputation;

namespace Feedback.Cli.Policies;

/// <summary>The options for the parts of a policy: <c>BOUNCE_WARNING_PERCENT</c> is <c>--bounce-warning-percent</c>.</summary>
internal sealed class PolicyOptions
{
    private readonly Dictionary<string, Option<string?>> _parts;

    private PolicyOptions(IEnumerable<string> names) => _parts = names.ToDictionary(name => name, Of);

    /// <summary>Creates an option for every part.</summary>
    public static PolicyOptions All() => new(PolicyReader.Names);

    /// <summary>Creates the options for a simulation, which sends no alerts and so needs no topic.</summary>
    public static PolicyOptions WithoutTopic() => new(PolicyReader.Names.Where(name => name != PolicyReader.AlarmTopicArn));

    public IEnumerable<Option> Options => _parts.Values;

    public void AddTo(Command command)
    {
        foreach (var part in Options)
        {
            command.Add(part);
        }
    }

    /// <summary>Returns the options that were given.</summary>
    public IEnumerable<Option> In(SymbolResult result) => Options.Where(part => result.GetResult(part) is { Implicit: false });

    /// <summary>Returns the values that were given, by name; an empty value counts.</summary>
    public IReadOnlyDictionary<string, string> Given(ParseResult parsed) => _parts
        .Where(part => parsed.GetValue(part.Value) is not null)
        .ToDictionary(part => part.Key, part => parsed.GetValue(part.Value)!);

    /// <summary>Reads the policy: the values that were given, otherwise the defaults of <c>template.yaml</c>.</summary>
    /// <exception cref="UsageException">Names every problem by its option.</exception>
    public Policy Read(ParseResult parsed)
    {
        var given = Given(parsed);
        try
        {
            return PolicyReader.Read(given.Where(part => part.Value.Length > 0).ToDictionary(), Policy.Default);
        }
        catch (SettingsException exception)
        {
            throw new UsageException([.. exception.Problems.Select(problem => OptionNames.In(problem, given.Keys))]);
        }
    }

    private static Option<string?> Of(string name) => new(OptionNames.Of(name)) { Description = Description(name) };

    private static string Description(string name) => name switch
    {
        "MODE" => "Enforce (pauses at critical), Observe (does everything but pause) or Off (only counts and suppresses).",
        "WINDOWS" => "Windows over which rates are computed, for example 1h,24h,7d: multiples of 15 minutes, at most 90d.",
        "BOUNCE_WARNING_PERCENT" => "Warning threshold: hard bounces in percent of attempts.",
        "BOUNCE_CRITICAL_PERCENT" => "Critical threshold: hard bounces in percent of attempts.",
        "MINIMUM_BOUNCES" => "Minimum hard bounces before the rate is evaluated.",
        "BOUNCE_REPRESENTATIVE_VOLUME" => "Attempts from which the plain rate decides; below, it must be statistically certain.",
        "COMPLAINT_WARNING_PERCENT" => "Warning threshold: complaints in percent of deliveries.",
        "COMPLAINT_CRITICAL_PERCENT" => "Critical threshold: complaints in percent of deliveries.",
        "MINIMUM_COMPLAINTS" => "Minimum complaints before the rate is evaluated.",
        "COMPLAINT_REPRESENTATIVE_VOLUME" => "Deliveries from which the plain rate decides; below, it must be statistically certain.",
        "COMPLAINT_SCOPE" => "Where a complaint suppresses: Everywhere, or ConfigurationSet for the mail of its set only.",
        PolicyReader.AlarmTopicArn => "SNS topic for this set's alerts. Its name must begin with feedback-alarm-, as the functions' permissions require.",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A policy has no such part."),
    };
}
