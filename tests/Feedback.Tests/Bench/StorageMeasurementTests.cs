using Feedback.Bench.Report;
using Feedback.Bench.Storage;
using Xunit.Abstractions;

namespace Feedback.Tests.Bench;

/// <summary>The embedded database reports capacity by item size, so these figures don't depend on the machine.</summary>
public sealed class StorageMeasurementTests(ITestOutputHelper output)
{
    [Fact]
    public async Task TakeAsync_TheTablesAsTheyAre_MeetsEveryAim()
    {
        var rows = await new StorageMeasurement(TimeProvider.System).TakeAsync();

        foreach (var row in rows)
        {
            output.WriteLine($"{row.Name}: {row.Figure} {row.Unit}, aim {row.AtMost}, {row.Note}");
        }

        rows.Count(row => row.AtMost is not null).ShouldBe(5);
        rows.ShouldAllBe(row => row.Figure > 0 && !row.Missed);
    }

    [Fact]
    public void Missed_FigureAboveTheAim_IsTold() => new Row("bytes", 101, "kB", AtMost: 100).Missed.ShouldBeTrue();
}
