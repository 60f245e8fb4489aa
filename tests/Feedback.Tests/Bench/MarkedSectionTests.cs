using Feedback.Bench.Report;
using Feedback.Local;
using Feedback.Tests.Stack;

namespace Feedback.Tests.Bench;

public sealed class MarkedSectionTests
{
    [Fact]
    public void Replace_OldFigures_LeavesWhatStandsAroundThem()
    {
        const string Document = "# Performance\nby hand\n<!-- make bench: begin -->\nold\n<!-- make bench: end -->\nafter\n";

        var replaced = MarkedSection.Replace(Document, "new\n");

        replaced.ShouldBe("# Performance\nby hand\n<!-- make bench: begin -->\nnew\n<!-- make bench: end -->\nafter\n");
        MarkedSection.Replace(replaced, "new\n").ShouldBe(replaced);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("<!-- make bench: begin -->")]
    [InlineData("<!-- make bench: end --> <!-- make bench: begin -->")]
    public void Replace_WithoutItsMarkers_SaysWhichLinesItNeeds(string document) =>
        Should.Throw<LocalException>(() => MarkedSection.Replace(document, "new")).Message.ShouldContain(MarkedSection.Begin);

    [Fact]
    public void PerformanceDocument_Always_HasTheMarkers() =>
        MarkedSection.Replace(File.ReadAllText(Path.Combine(TemplateFile.RepositoryRoot, "docs", "performance.md")), "new").ShouldContain("\nnew\n");
}
