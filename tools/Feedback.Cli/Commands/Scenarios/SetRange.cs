using System.Globalization;

namespace Feedback.Cli.Commands.Scenarios;

/// <summary>The bounds and the default of a scenario's number of sets.</summary>
internal sealed record SetRange(int Least, int Most, int Otherwise)
{
    /// <summary>Returns the number that was given, or the default; null if it is no number within the bounds.</summary>
    public int? Read(string? given) =>
        given is null ? Otherwise
        : int.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Most ? number
        : null;
}
