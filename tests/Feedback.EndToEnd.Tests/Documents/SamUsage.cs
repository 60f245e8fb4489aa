using System.Text.RegularExpressions;
using Feedback.Local;
using Feedback.Local.Templates;

namespace Feedback.EndToEnd.Tests.Documents;

/// <summary>What can be told of a command of SAM's without SAM: its options, and that what it names is there.</summary>
internal static class SamUsage
{
    private static readonly Template Template = Template.Load();

    private static readonly (string[] Command, string[] Options)[] Known =
    [
        (["sam", "build"], ["--use-container"]),
        (["sam", "deploy"], ["--parameter-overrides", "--stack-name", "--region", "--profile"]),
        (["sam", "local", "invoke"], ["-e", "--event", "--env-vars", "--add-host"]),
        (["sam", "local", "start-lambda"], ["--env-vars", "--add-host"]),
    ];

    /// <param name="command">The command line.</param>
    /// <param name="made">Files that earlier command lines of the document have made.</param>
    public static void ShouldBeRight(ShellCommand command, IReadOnlyCollection<string> made)
    {
        var known = Known.Where(one => command.Begins(one.Command)).Select(one => one.Options).ToList();
        known.Count.ShouldBe(1, $"{command}: is a command of SAM's that this test doesn't know");
        command.Words.Where(word => word.StartsWith('-')).ShouldBeSubsetOf(known[0], command.ToString());

        if (command.Begins("sam", "local", "invoke"))
        {
            Template.Functions.ShouldContain(command.Words[3], command.ToString());
        }

        foreach (var file in new[] { command.Option("-e", "--event"), command.Option("--env-vars") }.OfType<string>())
        {
            (made.Contains(file) || File.Exists(Path.Combine(RepositoryRoot.Find(), file))).ShouldBeTrue($"{command}: there is no {file}");
        }

        foreach (var parameter in Overrides(command))
        {
            ShouldBeTaken(parameter, command);
        }
    }

    private static IEnumerable<string> Overrides(ShellCommand command) =>
        command.Words.SkipWhile(word => word != "--parameter-overrides").Skip(1).TakeWhile(word => !word.StartsWith('-'));

    private static void ShouldBeTaken(string given, ShellCommand command)
    {
        var (name, value) = given.Split('=', 2) is [var left, var right] ? (left, right) : (given, "");
        var parameter = Template.Parameters.Child(name).ShouldNotBeNull($"{command}: template.yaml has no parameter {name}");
        if (parameter.Child("AllowedValues") is { } allowed)
        {
            allowed.Items().Select(item => item.Scalar()).ShouldContain(value, command.ToString());
        }

        if (parameter.Child("AllowedPattern")?.Scalar() is { } pattern)
        {
            Regex.IsMatch(value, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeTrue(command.ToString());
        }
    }
}
