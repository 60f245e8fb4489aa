using Feedback.Aws;
using Feedback.Cli.Doctor.SetUps;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Finds a machine whose clock is wrong. An operator's resume is written with the time from which mail counts again.</summary>
internal sealed class ClockCheck : ICheck
{
    public IEnumerable<Finding> Judge(SetUp setUp) => setUp.ClockAhead.Duration() <= ServiceClock.MaximumSkew
        ? []
        :
        [
            new Finding(
                Severity.Error,
                "clock",
                "this machine",
                new ClockSkewException(setUp.ClockAhead).Message.Split(". ")[0] + ".",
                "No command that needs the time can run here, and nothing else was checked.",
                "Set the clock of this machine, then run feedback doctor again."),
        ];
}
