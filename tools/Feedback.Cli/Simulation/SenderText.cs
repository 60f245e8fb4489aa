using System.Globalization;
using System.Text.RegularExpressions;

namespace Feedback.Cli.Simulation;

/// <summary>Reads a sender from the command line: <c>newsletter:20000:0.6:0.01</c>.</summary>
internal static partial class SenderText
{
    internal static Sender Read(string text)
    {
        var parts = text.Split(':');
        if (parts.Length is < 2 or > 4)
        {
            throw new FormatException($"'{text}': expected name:messages, name:messages:bounce% or name:messages:bounce%:complaint%.");
        }

        if (!SetName().IsMatch(parts[0]))
        {
            throw new FormatException($"'{text}': configuration set names have 1 to 64 letters, digits, - and _.");
        }

        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var messages) || messages is < 1 or > Sender.MostMessages)
        {
            throw new FormatException($"'{text}': the number of messages must be from 1 to {Sender.MostMessages}.");
        }

        var sender = new Sender(parts[0], messages, Rate(text, parts, 2), Rate(text, parts, 3));
        return sender.BounceRate + sender.SoftBounceRate <= 1 ? sender : sender with { SoftBounceRate = 1 - sender.BounceRate };
    }

    private static decimal Rate(string text, string[] parts, int index)
    {
        if (parts.Length <= index)
        {
            return 0;
        }

        return decimal.TryParse(parts[index].TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 100
            ? percent / 100
            : throw new FormatException($"'{text}': '{parts[index]}' is not a percentage from 0 to 100.");
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex SetName();
}
