using Feedback.Reputation;

namespace Feedback.Tests.Reputation;

public sealed class WindowTests
{
    [Theory]
    [InlineData("15m", "15m")]
    [InlineData("60m", "1h")]
    [InlineData("90m", "90m")]
    [InlineData("1h", "1h")]
    [InlineData("24h", "24h")]
    [InlineData("1d", "24h")]
    [InlineData("48h", "2d")]
    [InlineData("36h", "36h")]
    [InlineData("7d", "7d")]
    [InlineData("90d", "90d")]
    public void TryParse_AWindow_PrintsInItsShortestWords(string text, string printed)
    {
        Window.TryParse(text, out var window).ShouldBeTrue();
        window.ToString().ShouldBe(printed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("0h")]
    [InlineData("-1h")]
    [InlineData("+1h")]
    [InlineData("1.5h")]
    [InlineData("10m")]
    [InlineData("16m")]
    [InlineData("1w")]
    [InlineData("1H")]
    [InlineData("91d")]
    [InlineData("2161h")]
    [InlineData("99999999999d")]
    [InlineData(" 1h")]
    public void TryParse_NoWindow_IsRefused(string text)
    {
        Window.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => Window.Parse(text));
    }

    [Theory]
    [InlineData("2026-11-18T11:59:59.9999999Z", "2026-11-18T11:45:00Z")]
    [InlineData("2026-11-18T12:00:00Z", "2026-11-18T12:00:00Z")]
    [InlineData("2026-11-18T12:14:59Z", "2026-11-18T12:00:00Z")]
    [InlineData("2026-11-18T13:20:00+01:20", "2026-11-18T12:00:00Z")]
    public void Of_ATime_IsItsQuarterOfAnHourInUtc(string time, string start) =>
        Bucket.Of(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture)).Start
            .ShouldBe(DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("0.04", "4%")]
    [InlineData("0.0004", "0.04%")]
    [InlineData("0.0399999999", "3.99%")] // never rounded up to a threshold it does not reach
    [InlineData("0.062096", "6.2%")]
    [InlineData("1", "100%")]
    [InlineData("0", "0%")]
    public void Percent_AFraction_ReadsAsPeopleSayIt(string fraction, string expected) =>
        Percent.Of(decimal.Parse(fraction, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(expected);
}
