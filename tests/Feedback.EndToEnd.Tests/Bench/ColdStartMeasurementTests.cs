using Feedback.Bench.ColdStart;

namespace Feedback.EndToEnd.Tests.Bench;

public sealed class ColdStartMeasurementTests
{
    [Fact]
    public async Task TakeAsync_OneBuildMissing_MeasuresTheOthersAndSaysWhy()
    {
        var built = new Build("JIT", Artifact.Folder, "");
        var missing = new Build("native", null, "clang is not installed");

        var rows = await new ColdStartMeasurement(built, built with { Name = "ReadyToRun" }, missing, rounds: 1).TakeAsync();

        rows.Select(row => row.Name).ShouldBe(
            ["cold start, JIT", "cold start, ReadyToRun", "cold start, native", "cold start, ReadyToRun / JIT", "cold start, native / JIT"]);
        rows[0].Figure!.Value.ShouldBeInRange(1, 60_000);
        (rows[2].Figure, rows[2].Note).ShouldBe((null, "clang is not installed"));
        rows[3].Figure!.Value.ShouldBe(rows[1].Figure!.Value / rows[0].Figure!.Value);
        (rows[4].Figure, rows[4].Missed).ShouldBe((null, false));
    }
}
