using System.CommandLine;
using System.CommandLine.Parsing;
using Feedback.Cli.Composition;
using Feedback.Configuration;
using Feedback.Reputation;

namespace Feedback.Cli.Policies;

/// <summary>The option of each part of a policy: <c>BOUNCE_WARNING_PERCENT</c> is <c>--bounce-warning-percent</c>.</summary>
internal sealed class PolicyOptions
{
    private readonly Dictionary<string, Option<string?>> _parts;

    private PolicyOptions(IEnumerable<string> names) => _parts = names.ToDictionary(name => name, Of);

    /// <summary>Every part.</summary>
    public static PolicyOptions All() => new(PolicyReader.Names);

    /// <summary>What decides and acts; who is told does not matter where nobody is.</summary>
    public static PolicyOptions WithoutTopic() => new(PolicyReader.Names.Where(name => name != PolicyReader.AlarmTopicArn));

    public void AddTo(Command command)
    {
        foreach (var part in _parts.Values)
        {
            command.Add(part);
        }
    }

    /// <summary>The options that were typed.</summary>
    public IEnumerable<Option> In(SymbolResult result) => _parts.Values.Where(part => result.GetResult(part) is { Implicit: false });

    /// <summary>What was given, by name; an empty value is one.</summary>
    public IReadOnlyDictionary<string, string> Given(ParseResult parsed) => _parts
        .Where(part => parsed.GetValue(part.Value) is not null)
        .ToDictionary(part => part.Key, part => parsed.GetValue(part.Value)!);

    /// <summary>What was given over the defaults of <c>template.yaml</c>.</summary>
    /// <exception cref="UsageException">Names every problem, by the options.</exception>
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
        "MODE" => "Enforce (pauses at critical), Observe (everything but the pause) or Off (counts and suppresses only).",
        "WINDOWS" => "How far back rates look, such as 1h,24h,7d; whole quarters of an hour, at most 90d.",
        "BOUNCE_WARNING_PERCENT" => "Hard bounces over attempts that warn, in percent.",
        "BOUNCE_CRITICAL_PERCENT" => "Hard bounces over attempts that are critical, in percent.",
        "MINIMUM_BOUNCES" => "Fewer hard bounces than this never decide.",
        "BOUNCE_REPRESENTATIVE_VOLUME" => "From this many attempts on the plain rate of hard bounces decides; below, it must be statistically certain.",
        "COMPLAINT_WARNING_PERCENT" => "Complaints over deliveries that warn, in percent.",
        "COMPLAINT_CRITICAL_PERCENT" => "Complaints over deliveries that are critical, in percent.",
        "MINIMUM_COMPLAINTS" => "Fewer complaints than this never decide.",
        "COMPLAINT_REPRESENTATIVE_VOLUME" => "From this many deliveries on the plain rate of complaints decides; below, it must be statistically certain.",
        PolicyReader.AlarmTopicArn => "The SNS topic for this set's alerts; its name must begin with feedback-alarm-, for the functions' permissions.",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A policy has no such part."),
    };
}
