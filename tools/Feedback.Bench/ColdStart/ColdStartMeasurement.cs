using Feedback.Bench.Report;

namespace Feedback.Bench.ColdStart;

/// <summary>Measures the cold start: the time to a function's first answer, for each way to publish it.</summary>
internal sealed class ColdStartMeasurement(Build jit, Build readyToRun, Build native, int rounds) : IMeasurement
{
    /// <summary>The target for native code; above it, native code isn't worth the tools that it needs at build time.</summary>
    private const double NativeOfJit = 0.12;

    public async Task<IReadOnlyList<Row>> TakeAsync()
    {
        Build[] builds = [jit, readyToRun, native];
        var times = builds.Where(build => build.Folder is not null).ToDictionary(build => build, _ => new List<double>());
        await using var function = await ColdFunction.PrepareAsync();

        // The first round fills the file cache and doesn't count. Each round measures every build, so that other load on the machine slows
        // down all of them alike.
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (build, taken) in times)
            {
                var time = await function.FirstAnswerAsync(build.Folder!);
                if (round > 0)
                {
                    taken.Add(time.TotalMilliseconds);
                }
            }
        }

        return Rows(builds, times.ToDictionary(build => build.Key, build => Median.Of(build.Value)));
    }

    private List<Row> Rows(Build[] builds, Dictionary<Build, double> medians)
    {
        var rows = builds.Select(build => new Row($"cold start, {build.Name}", Figure(build), "ms", Note: build.Note)).ToList();
        rows.Add(new Row("cold start, ReadyToRun / JIT", Figure(readyToRun) / Figure(jit), "ratio"));
        rows.Add(new Row("cold start, native / JIT", Figure(native) / Figure(jit), "ratio", NativeOfJit));
        return rows;

        double? Figure(Build build) => medians.TryGetValue(build, out var median) ? median : null;
    }
}
