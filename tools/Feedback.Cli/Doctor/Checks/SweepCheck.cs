using Feedback.Cli.Doctor.SetUps;
using Feedback.Cli.Output;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Finds work that the sweep, which runs every minute, has left undone for so long that it can't be running.</summary>
internal sealed class SweepCheck : ICheck
{
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public IEnumerable<Finding> Judge(SetUp setUp)
    {
        var late = setUp.DueWork.Where(item => item.DueAt < setUp.Now - Patience).ToList();
        return late.Count == 0
            ? []
            :
            [
                new Finding(
                    Severity.Error,
                    "functions",
                    "ReputationFunction",
                    $"Work on {Routes.Names([.. late.Select(item => item.Entity.Name)])} is due since {Figures.Time(late[0].DueAt)}.",
                    "The sweep does not run, or is far behind: pauses, alerts and recoveries wait.",
                    "Look at the log of ReputationFunction, and at its schedule: aws events list-rules"),
            ];
    }
}
