using Feedback.Tests.Stack;

namespace Feedback.Tests.Documents;

/// <summary>The documents lead where they say.</summary>
public sealed class LinksTests
{
    /// <summary>Pages of the repository on GitHub, beside its files.</summary>
    private const string OnGitHub = "../../actions/";

    public static TheoryData<string> Documents => [.. MarkdownFile.All()];

    [Theory]
    [MemberData(nameof(Documents))]
    public void RelativeLinks_OfADocument_LeadToAFileAndItsHeading(string document)
    {
        var broken = MarkdownFile.Read(document).RelativeLinks.Where(link => !link.StartsWith(OnGitHub, StringComparison.Ordinal) && !Leads(document, link));

        broken.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("docs/README.md", "docs", "*.md")]
    [InlineData("docs/README.md", "docs", "*.yaml")]
    [InlineData("docs/adr/README.md", "docs/adr", "*.md")]
    public void Index_OfAFolder_LinksEachFile(string index, string folder, string pattern)
    {
        var linked = MarkdownFile.Read(index).RelativeLinks.ToList();
        var there = Directory.EnumerateFiles(Path.Combine(TemplateFile.RepositoryRoot, folder), pattern)
            .Select(file => Path.GetFileName(file))
            .Where(name => name != "README.md")
            .ToList();

        there.ShouldNotBeEmpty();
        there.Except(linked).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("docs/cli.md", "feedback-suppression-check-address---set-set")]
    [InlineData("docs/ses-pitfalls.md", "5-an-alarm-that-never-fires-or-fires-on-ok")]
    [InlineData("docs/architecture.md", "where-do-i-change-")]
    public void Anchors_OfHeadings_AreThoseOfGitHub(string document, string anchor) => MarkdownFile.Read(document).Anchors.ShouldContain(anchor);

    [Theory]
    [InlineData("cli.md#no-such-heading")]
    [InlineData("no-such-file.md")]
    [InlineData("#no-such-heading")]
    public void RelativeLinks_ThatLeadNowhere_AreFound(string link) => Leads("docs/README.md", link).ShouldBeFalse();

    private static bool Leads(string document, string link)
    {
        var (path, anchor) = link.Split('#') is [var left, var right] ? (left, right) : (link, null);
        var target = path.Length == 0 ? document : Path.Combine(Path.GetDirectoryName(document)!, path);
        var file = Path.Combine(TemplateFile.RepositoryRoot, target);
        return anchor is null ? Path.Exists(file) : File.Exists(file) && MarkdownFile.Read(target).Anchors.Contains(anchor);
    }
}
