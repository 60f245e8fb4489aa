using Feedback.Cli.Doctor.SetUps;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Finds work that the sweep, which runs every minute, has left undone for so long that it can't be running.</summary>
internal sealed class SweepCheck : ICheck
{
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public IEnumerable<Finding> Judge(SetUp setUp)
    {
        var late = setUp.States.Where(state => state.IsUnfinished && state.ChangedAt < setUp.Now - Patience).ToList();
        return late.Count == 0
            ? []
            :
            [
                new Finding(
                    Severity.Error,
                    "functions",
                    "ReputationFunction",
                    $"Work on {Routes.Names([.. late.Select(state => state.Entity.Name)])} is unfinished for more than {Patience.TotalMinutes:0} minutes.",
                    "The sweep does not run, or SES or SNS refuses its calls: pauses and alerts wait.",
                    "Look at the log of ReputationFunction, and at its schedule: aws events list-rules"),
            ];
    }
}
