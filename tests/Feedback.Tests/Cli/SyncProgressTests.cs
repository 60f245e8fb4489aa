using Feedback.Cli.Suppressions;
using Feedback.Operating;

namespace Feedback.Tests.Cli;

public sealed class SyncProgressTests
{
    [Theory]
    [InlineData(nameof(SyncStep.ComparingSes), 12_000, 0, 12, "Comparing SES's list: 12,000 addresses")]
    [InlineData(nameof(SyncStep.Counting), 1, 1, 12, "Counting what SES's list lacks: 1 entry read")]
    [InlineData(nameof(SyncStep.ComparingOurs), 2_000, 0, 12, "Comparing our list: 2,000 entries")]
    [InlineData(nameof(SyncStep.Putting), 0, 3, 0, "Putting on SES's list: 0 of 3")]
    [InlineData(nameof(SyncStep.Putting), 3, 3, 3, "Putting on SES's list: 3 of 3")]
    [InlineData(nameof(SyncStep.Putting), 1, 3, 0, "Putting on SES's list: 1 of 3")]
    [InlineData(nameof(SyncStep.Putting), 11, 61, 10, "Putting on SES's list: 11 of 61, 50 s left")]
    [InlineData(nameof(SyncStep.Putting), 11, 71, 10, "Putting on SES's list: 11 of 71, 1 min left")]
    [InlineData(nameof(SyncStep.Putting), 11, 101, 20, "Putting on SES's list: 11 of 101, 3 min left")]
    [InlineData(nameof(SyncStep.Putting), 1_201, 1_000_000, 1_200, "Putting on SES's list: 1,201 of 1,000,000, 277 h 26 min left")]
    public void Text_OfAStep_SaysHowFarItIs(string step, long done, long of, int seconds, string expected) =>
        SyncProgress.Text(new SyncFinding.Progress(Enum.Parse<SyncStep>(step), done, of), TimeSpan.FromSeconds(seconds)).ShouldBe(expected);
}
