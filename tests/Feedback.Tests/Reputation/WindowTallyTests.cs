using System.Globalization;
using Feedback.Reputation;

namespace Feedback.Tests.Reputation;

public sealed class WindowTallyTests
{
    [Theory]
    [InlineData("12:00:00", "11:00:00")]
    [InlineData("12:14:59", "11:00:00")]
    [InlineData("12:15:00", "11:15:00")]
    public void Start_AnHour_BeginsWithAWholeBucket(string now, string start) =>
        WindowTally.Start(Window.Parse("1h"), At(now), countFrom: null).ShouldBe(At(start));

    [Theory]
    [InlineData("10:45:00", "11:00:00")] // before the window: no matter
    [InlineData("11:00:00", "11:00:00")]
    [InlineData("11:30:00", "11:30:00")]
    [InlineData("12:15:00", "12:15:00")] // counting begins with the next bucket
    public void Start_AfterAResume_NeverReachesBackPastIt(string countFrom, string start) =>
        WindowTally.Start(Window.Parse("1h"), At("12:05:00"), At(countFrom)).ShouldBe(At(start));

    [Theory]
    [InlineData("10:59:59", 0)]
    [InlineData("11:00:00", 1)]
    [InlineData("12:05:00", 1)]
    [InlineData("13:00:00", 1)] // a sender's clock that runs ahead
    public void Sum_MailSentAt_IsInTheHourOrNot(string sentAt, long expected) =>
        Sum("1h", countFrom: null, sentAt).ShouldBe(expected);

    [Theory]
    [InlineData("11:29:59", 0)]
    [InlineData("11:30:00", 1)]
    public void Sum_MailBeforeTheResume_DoesNotCount(string sentAt, long expected) =>
        Sum("1h", "11:30:00", sentAt).ShouldBe(expected);

    [Fact]
    public void Sum_SeveralWindows_EachSumsItsOwn()
    {
        var now = At("12:05:00");
        var counters = new[] { 10, 600, 6_000 }.Select(minutes => (Bucket.Of(now - TimeSpan.FromMinutes(minutes)), One)).ToList();

        WindowTally.Sum(Policy.Default.Windows, counters, now, countFrom: null).Select(t => t.Tally.Attempts).ShouldBe([1, 2, 3]);
    }

    private static readonly Tally One = new(1, 1, 0, 0, 0);

    private static long Sum(string window, string? countFrom, string sentAt) => WindowTally
        .Sum([Window.Parse(window)], [(Bucket.Of(At(sentAt)), One)], At("12:05:00"), countFrom is null ? null : At(countFrom))
        .ShouldHaveSingleItem().Tally.Attempts;

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse($"2026-11-18T{time}Z", CultureInfo.InvariantCulture);
}
