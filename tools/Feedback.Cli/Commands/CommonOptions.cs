using System.CommandLine;
using System.Globalization;

namespace Feedback.Cli.Commands;

/// <summary>Options that several commands share, with the same meaning in each.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document on standard output, and nothing else." };

    public static Option<string?> EnvironmentFile() => new("--env-file")
    {
        Description = "File of KEY=VALUE lines with the deployment's variables (FEEDBACK_*, AWS_*), instead of those of the shell.",
    };

    public static Option<int> Seed() => Number("--seed", 0, int.MaxValue, otherwise: 1, "Random seed; same seed, same run.");

    /// <summary>Creates an option for a whole number within bounds. Any other value is an error that names the bounds.</summary>
    public static Option<int> Number(string name, int least, int most, int otherwise, string description) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => otherwise,
        CustomParser = given =>
        {
            if (given.Tokens is [{ Value: var text }]
                && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= least && number <= most)
            {
                return number;
            }

            given.AddError($"{name} must be a number from {least} to {most}.");
            return otherwise;
        },
    };

    public static Option<string> Reason() => new("--reason") { Description = "Reason, kept in the history and sent to on-call.", Required = true };

    public static Option<string> By() => new("--by")
    {
        Description = "Your name for the history; by default the user of this machine.",
        DefaultValueFactory = _ => Environment.UserName,
    };

    public static Argument<string> Set() => new("SET")
    {
        Description = "Configuration set; `account` for the whole account, `unattributed` for mail without a set."
            + " In front of it ACCOUNT-ID/REGION/ if they are not the stack's own.",
    };
}
