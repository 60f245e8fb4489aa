using System.Text.RegularExpressions;
using Feedback.Cli;
using Feedback.Cli.Composition;
using Feedback.Local;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Documents;

/// <summary>Every command line that the documents show is run, or listed as one that can't be here and held against what it names.</summary>
public sealed class DocumentedCommandsTests(ITestOutputHelper output)
{
    public static TheoryData<string> Documents => ["README.md", "events/README.md"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Commands_AsTyped_NameOnlyWhatThereIs(string document)
    {
        var makefile = File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "Makefile"));
        var made = new List<string>();
        var commands = ShellCommand.In(document);
        commands.ShouldNotBeEmpty();
        foreach (var command in commands)
        {
            switch (command.Words)
            {
                case ["tools/feedback" or "feedback", .. var typed]:
                    var parsed = CommandLine.Create().Parse(typed);
                    parsed.Errors.Select(error => error.Message).Concat(UnknownOptions.In(parsed)).ShouldBeEmpty(command.ToString());
                    break;
                case ["sam", ..]:
                    SamUsage.ShouldBeRight(command, made);
                    break;
                case ["make", .. var targets]:
                    foreach (var target in targets.Where(word => !word.Contains('=', StringComparison.Ordinal)))
                    {
                        Regex.IsMatch(makefile, $"^{Regex.Escape(target)}:", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).ShouldBeTrue(command.ToString());
                    }

                    break;
            }

            if (command.WritesTo is { } file)
            {
                made.Add(file);
            }
        }
    }

    [Fact]
    public async Task Commands_OfTheReadme_RunOrAreListed()
    {
        await using var walk = await WalkAsync("README.md");

        (walk.Run.Count + walk.Left.Count).ShouldBe(ShellCommand.In("README.md").Count);
    }

    [Fact]
    public async Task Commands_OfTheEvents_LeadFromAFreshCheckoutToAPause()
    {
        await using var walk = await WalkAsync("events/README.md");

        walk.Left.Select(left => left.Command.Words[0]).Distinct().ShouldBe(["make", "sam"]);
        var local = walk.Local.ShouldNotBeNull();
        foreach (var set in (string[])["marketing", "newsletter"])
        {
            await local.ShouldSayAsync($"PUT /v2/email/configuration-sets/{set}/sending  {{\"SendingEnabled\": false}}  200");
            await local.ShouldSayAsync($"Subject: PAUSED: {set}");
            walk.Run.ShouldContain(run =>
                run.Command.Words.Contains("status")
                && run.Output.Contains($"{set} ", StringComparison.Ordinal)
                && run.Output.Contains("PAUSED by Feedback", StringComparison.Ordinal));
        }

        await local.ShouldSayAsync("PUT /v2/email/configuration-sets/marketing/sending  {\"SendingEnabled\": true}  200");
        walk.Run.Single(run => run.Command.Words.Contains("suppression")).Output.ShouldContain("HardBounce");
        walk.Run.Last(run => run.Command.Words.Contains("status")).Output.ShouldContain("100% (100 of 100)");
        (await local.EndAsync()).ShouldBe(0, local.Output);
    }

    /// <summary>The commands in the comment at the top of docs/ses-alarms.yaml.</summary>
    [Fact]
    public void Commands_OfTheSesAlarms_NameItsParametersAndAStackThatCanBe()
    {
        var yaml = File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "docs/ses-alarms.yaml"));
        var head = yaml[..yaml.IndexOf("AWSTemplateFormatVersion", StringComparison.Ordinal)].Replace("<set>", "black-friday", StringComparison.Ordinal);

        Regex.Match(head, "--stack-name (?<name>\\S+)", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Groups["name"].Value.ShouldMatch("^[A-Za-z][A-Za-z0-9-]{0,127}$");
        var named = Regex.Matches(head, "(?<name>[A-Z][A-Za-z]+)=", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Select(match => match.Groups["name"].Value).Distinct().ToList();
        named.ShouldBe(["ConfigurationSet", "SesAlarmTopicArn"]);
        named.ShouldAllBe(name => yaml.Contains($"\n  {name}:\n", StringComparison.Ordinal));
    }

    private async Task<Walkthrough> WalkAsync(string document)
    {
        var walk = new Walkthrough();
        try
        {
            foreach (var command in ShellCommand.In(document))
            {
                await walk.TypeAsync(command);
            }
        }
        catch
        {
            output.WriteLine(walk.Local?.Output ?? "feedback local was not started");
            await walk.DisposeAsync();
            throw;
        }

        foreach (var (command, reason) in walk.Left)
        {
            output.WriteLine($"not run: {command} ({reason})");
        }

        return walk;
    }
}
