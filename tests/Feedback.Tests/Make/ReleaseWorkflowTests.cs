using System.Text.RegularExpressions;
using Feedback.Tests.Stack;
using YamlDotNet.RepresentationModel;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Make;

/// <summary>The workflow that publishes a version.</summary>
public sealed partial class ReleaseWorkflowTests
{
    private const string IsConfigured = "vars.TEMPLATE_BUCKETS != '' && vars.TEMPLATE_ROLE_ARN != ''";

    private static readonly YamlNode Jobs = Load(".github/workflows/release.yml").Root["jobs"];

    /// <summary>A tag of an action can be moved to other code; a commit can't.</summary>
    [Fact]
    public void Actions_OfAllWorkflows_ArePinnedByCommitWithTheirVersionBesideIt()
    {
        var used = Directory.EnumerateFiles(Path.Combine(RepositoryRoot, ".github", "workflows"))
            .SelectMany(File.ReadLines)
            .Where(line => line.Contains("uses:", StringComparison.Ordinal))
            .ToList();

        used.Count.ShouldBeGreaterThan(10);
        used.ShouldAllBe(line => Pinned().IsMatch(line));
    }

    [Fact]
    public void Template_WithoutBucketsOrRole_IsSkippedWithANotice()
    {
        var steps = Items(Jobs["template"]["steps"]).ToList();

        Text(steps[0]["if"]).ShouldBe("vars.TEMPLATE_BUCKETS == '' || vars.TEMPLATE_ROLE_ARN == ''");
        Text(steps[0]["run"]).ShouldContain("::notice::");
        steps.Skip(1).ShouldAllBe(step => Text(step["if"]) == IsConfigured);
        Text(steps[^1]["run"]).ShouldContain("tools/make/publish-template.sh");
    }

    /// <summary>Who has the token can act as the role that writes to the buckets.</summary>
    [Fact]
    public void Permissions_OfEachJob_AreTheLeast()
    {
        var permissions = Children(Jobs).ToDictionary(
            job => job.Key,
            job => Find(job.Value, "permissions") is { } given ? Children(given).Select(one => $"{one.Key}: {Text(one.Value)}").ToArray() : []);

        permissions["template"].ShouldBe(["contents: read", "id-token: write"]);
        permissions["publish"].ShouldBe(["contents: write"]);
        permissions.Where(job => job.Key is not ("template" or "publish")).ShouldAllBe(job => job.Value.Length == 0);
    }

    /// <summary>The notes are the part of the changelog about the version, as release.sh writes it.</summary>
    [Fact]
    public void Publish_ARelease_TakesItsNotesFromTheChangelog()
    {
        Items(Jobs["publish"]["steps"]).Select(step => Find(step, "run")).OfType<YamlNode>().Select(Text)
            .ShouldContain(run => run.Contains("--notes-file notes.md", StringComparison.Ordinal));
        File.ReadAllText(Path.Combine(RepositoryRoot, "tools", "make", "release.sh"))
            .ShouldContain("tools/make/changelog.sh \"$version\" > \"$folder/notes.md\"");
    }

    [GeneratedRegex(@"uses: [\w./-]+@[0-9a-f]{40} # v[0-9]+(\.[0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Pinned();
}
