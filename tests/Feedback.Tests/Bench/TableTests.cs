using Feedback.Bench.Report;

namespace Feedback.Tests.Bench;

public sealed class TableTests
{
    private static readonly Machine Machine = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero), "Processor X", 2, "Linux", ".NET 10.0.0");

    [Fact]
    public void Of_Rows_SaysWhereTheyWereTaken() =>
        Table.Of([], Machine).ShouldStartWith("Measured on 2026-11-21: Processor X, 2 cores, Linux, .NET 10.0.0.\n");

    [Theory]
    [InlineData(512.6, null, "| x | 513 | ms |  |  | note |")]
    [InlineData(40.04, null, "| x | 40.0 | ms |  |  | note |")]
    [InlineData(0.12, 0.12, "| x | 0.120 | ms | at most 0.12 | yes | note |")]
    [InlineData(0.1201, 0.12, "| x | 0.120 | ms | at most 0.12 | no | note |")]
    [InlineData(null, 0.12, "| x | – | ms | at most 0.12 | not measured | note |")]
    public void Of_ARow_SaysFigureAndWhetherTheAimIsMet(double? figure, double? atMost, string line) =>
        Table.Of([new Row("x", figure, "ms", atMost, "note")], Machine).Split('\n').ShouldContain(line);

    [Theory]
    [InlineData(19_999.0, "| x | 19999 | sets | at least 20000 | no |  |", true)]
    [InlineData(20_000.0, "| x | 20000 | sets | at least 20000 | yes |  |", false)]
    public void Of_ARowThatShouldBeLarge_SaysWhetherTheAimIsMet(double figure, string line, bool missed)
    {
        var row = new Row("x", figure, "sets", AtLeast: 20_000);

        Table.Of([row], Machine).Split('\n').ShouldContain(line);
        row.Missed.ShouldBe(missed);
    }

    [Theory]
    [InlineData(0.13, true)]
    [InlineData(0.12, false)]
    [InlineData(null, false)]
    public void Missed_AtTheAim_IsFalse(double? figure, bool missed) => new Row("x", figure, "ratio", 0.12).Missed.ShouldBe(missed);
}
