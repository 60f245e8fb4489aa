using Feedback.Bench.ColdStart;
using Feedback.Bench.CommandStart;

namespace Feedback.EndToEnd.Tests.Bench;

public sealed class CommandStartMeasurementTests
{
    [Fact]
    public async Task Take_OneBuild_MeasuresItAndLeavesOutTheOthers()
    {
        var rows = await new CommandStartMeasurement(
            new Build("JIT", AppContext.BaseDirectory, ""),
            new Build("ReadyToRun", null, "no compiler"),
            new Build("native", null, "no code generator"),
            rounds: 1).TakeAsync();
        rows.Select(row => row.Name).ShouldBe(
            ["feedback status, JIT", "feedback status, ReadyToRun", "feedback status, native", "feedback status, ReadyToRun / JIT"]);
        rows[0].Figure.ShouldNotBeNull().ShouldBeGreaterThan(0);
        rows[1].Figure.ShouldBeNull();
        rows[1].Note.ShouldBe("no compiler");
    }
}
