using System.CommandLine;
using System.Globalization;

namespace Feedback.Cli.Commands;

/// <summary>Options that several commands have, with one meaning.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "One JSON document on standard output, and nothing else." };

    public static Option<string?> EnvironmentFile() => new("--env-file")
    {
        Description = "A file of KEY=VALUE lines with the variables of the deployment (FEEDBACK_*, AWS_*), instead of those of the shell.",
    };

    public static Option<int> Seed() => Number("--seed", 0, int.MaxValue, otherwise: 1, "Decides what the rates leave open.");

    /// <summary>A whole number within bounds; anything else, a word too, is one line that names them.</summary>
    public static Option<int> Number(string name, int least, int most, int otherwise, string description) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => otherwise,
        CustomParser = given =>
        {
            if (given.Tokens is [{ Value: var text }] && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            given.AddError($"{name} is a number from {least} to {most}.");
            return otherwise;
        },
    };

    public static Option<string> Reason() => new("--reason") { Description = "Why; history and the mail to on-call tell it.", Required = true };

    public static Option<string> By() => new("--by") { Description = "Who; by default, the user of this machine.", DefaultValueFactory = _ => Environment.UserName };

    public static Argument<string> Set() => new("SET") { Description = "The configuration set; `account` for the whole account." };
}
