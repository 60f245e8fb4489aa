using Feedback.Bench.Report;
using Feedback.Local;
using Feedback.Tests.Stack;

namespace Feedback.Tests.Bench;

public sealed class MarkedSectionTests
{
    [Fact]
    public void Replace_OldFigures_LeavesWhatStandsAroundThem()
    {
        const string Document = "by hand\n<!-- make bench a: begin -->\nold\n<!-- make bench a: end -->\n"
            + "<!-- make bench b: begin -->\n<!-- make bench b: end -->\n";

        var replaced = MarkedSection.Replace(Document, "a", "new\n");

        replaced.ShouldBe("by hand\n<!-- make bench a: begin -->\nnew\n<!-- make bench a: end -->\n<!-- make bench b: begin -->\n<!-- make bench b: end -->\n");
        MarkedSection.Replace(replaced, "a", "new\n").ShouldBe(replaced);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("<!-- make bench a: begin -->")]
    [InlineData("<!-- make bench a: end --> <!-- make bench a: begin -->")]
    [InlineData("<!-- make bench b: begin --> <!-- make bench b: end -->")]
    public void Replace_WithoutItsMarkers_SaysWhichLinesItNeeds(string document) =>
        Should.Throw<LocalException>(() => MarkedSection.Replace(document, "a", "new")).Message.ShouldContain(MarkedSection.Begin("a"));

    [Fact]
    public void PerformanceDocument_EachMeasurement_HasItsMarkers()
    {
        var document = File.ReadAllText(Path.Combine(TemplateFile.RepositoryRoot, "docs", "performance.md"));

        foreach (var name in Feedback.Bench.EntryPoint.Names)
        {
            MarkedSection.Replace(document, name, "new").ShouldContain("\nnew\n");
        }
    }
}
