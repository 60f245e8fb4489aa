using Feedback.Cli.Output;
using Feedback.Cli.Replay;
using Feedback.Cli.Running;

namespace Feedback.Cli.Demo;

/// <summary>Writes the result of each phase as one line.</summary>
internal static class Describe
{
    public static string Files(IReadOnlyList<ReplayedFile> files)
    {
        var sum = files.Aggregate(BatchReport.Nothing, (sum, file) => sum + file.Report);
        return $"{Figures.Count(files.Count, "file")}, {Figures.Count(sum.Messages, "message")}: {Report(sum)}";
    }

    public static string Mail((BatchReport Report, IReadOnlyList<TimedBatch> Batches) result) =>
        $"{Figures.Count(result.Report.Messages, "notification")} in {Figures.Count(result.Batches.Count, "batch", "batches")}: {Report(result.Report)}";

    public static string Again(BatchReport report) => $"{Figures.Count(report.Messages, "message")}: {Report(report)}";

    public static string Report(BatchReport report) =>
        $"{Figures.Count(report.Recorded)} recorded, {Figures.Count(report.Ignored)} ignored, {Figures.Count(report.Failed)} left in the queue";
}
