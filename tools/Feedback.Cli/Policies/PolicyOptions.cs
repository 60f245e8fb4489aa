using System.CommandLine;
using Feedback.Configuration;

namespace Feedback.Cli.Policies;

/// <summary>The option of each part of a policy: <c>BOUNCE_WARNING_PERCENT</c> is <c>--bounce-warning-percent</c>.</summary>
internal static class PolicyOptions
{
    public static Option<string?> Of(string name) => new("--" + name.Replace('_', '-').ToLowerInvariant()) { Description = Description(name) };

    private static string Description(string name) => name switch
    {
        "MODE" => "Enforce (pauses at critical), Observe (everything but the pause) or Off (counts and suppresses only).",
        "WINDOWS" => "How far back rates look, such as 1h,24h,7d; whole quarters of an hour, at most 90d.",
        "BOUNCE_WARNING_PERCENT" => "Hard bounces over attempts that warn, in percent.",
        "BOUNCE_CRITICAL_PERCENT" => "Hard bounces over attempts that are critical, in percent.",
        "MINIMUM_BOUNCES" => "Fewer hard bounces than this never decide.",
        "COMPLAINT_WARNING_PERCENT" => "Complaints over deliveries that warn, in percent.",
        "COMPLAINT_CRITICAL_PERCENT" => "Complaints over deliveries that are critical, in percent.",
        "MINIMUM_COMPLAINTS" => "Fewer complaints than this never decide.",
        "REPRESENTATIVE_VOLUME" => "From this many attempts on the plain rate decides; below, it must be statistically certain.",
        PolicyReader.AlarmTopicArn => "The SNS topic for this set's alerts; its name must begin with feedback-alarm-, for the functions' permissions.",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A policy has no such part."),
    };
}
