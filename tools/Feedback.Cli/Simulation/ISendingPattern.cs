namespace Feedback.Cli.Simulation;

/// <summary>How much a configuration set sends, and what becomes of it, over time.</summary>
internal interface ISendingPattern
{
    string Name { get; }

    /// <summary>The expected number of messages in the minute that begins at <paramref name="time"/>; at most 700.</summary>
    double PerMinute(DateTimeOffset time);

    /// <summary>The probability of a hard bounce.</summary>
    double Hard(DateTimeOffset time);

    /// <summary>The probability of a complaint about a delivered message.</summary>
    double Complaint(DateTimeOffset time);

    /// <summary>The only recipient domain; null for the usual mix.</summary>
    string? OnlyDomain => null;

    /// <summary>Messages of the minute that begins at <paramref name="time"/> beside all others, to recipients of whom the fate is certain.</summary>
    IEnumerable<CertainMessage> Certain(DateTimeOffset time) => [];
}
