using System.CommandLine;

namespace Feedback.Cli.Commands;

/// <summary>Options that several commands have, with one meaning.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "One JSON document on standard output, and nothing else." };

    public static Option<string?> EnvironmentFile() => new("--env-file")
    {
        Description = "A file of KEY=VALUE lines with the variables of the deployment (FEEDBACK_*, AWS_*), instead of those of the shell.",
    };

    public static Option<int> Seed() => new("--seed") { Description = "Decides what the rates leave open.", DefaultValueFactory = _ => 1 };

    public static Option<string> Reason() => new("--reason") { Description = "Why; history and the mail to on-call tell it.", Required = true };

    public static Option<string> By() => new("--by") { Description = "Who; by default, the user of this machine.", DefaultValueFactory = _ => Environment.UserName };

    public static Argument<string> Set() => new("SET") { Description = "The configuration set; `account` for the whole account." };
}
