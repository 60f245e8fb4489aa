namespace Feedback.Cli.Simulation.Month;

/// <summary>The sending pattern of a simulated set, and the probabilities of bounces and complaints over time.</summary>
/// <param name="Name">The set's name.</param>
/// <param name="Kind">The kind of sender.</param>
/// <param name="PerDay">Messages on an ordinary weekday.</param>
/// <param name="InMailings">Whether all of a weekday's mail is sent between 9 and 10 o'clock rather than around the clock.</param>
/// <param name="HardShare">The probability of a hard bounce while nothing is wrong.</param>
/// <param name="ComplaintShare">The probability of a complaint about a delivered message while nothing is wrong.</param>
/// <param name="Options">The month, which decides when something goes wrong.</param>
internal sealed record SetProfile(string Name, SetKind Kind, double PerDay, bool InMailings, double HardShare, double ComplaintShare, MonthOptions Options)
    : ISendingPattern
{
    private const double BlastMessages = 4_000;
    private static readonly TimeSpan Blast = TimeSpan.FromHours(2);

    private DateTimeOffset WrongFrom => Options.At(Kind switch { SetKind.BoughtList => 0.3, SetKind.BrokenForm => 0.45, _ => 0.1 }).AddMinutes(6);

    private bool InBlast(DateTimeOffset time) => Kind == SetKind.BoughtList && time >= WrongFrom && time < WrongFrom + Blast;

    public bool IsBad => Kind is SetKind.BoughtList or SetKind.BrokenForm or SetKind.SlowDrift;

    /// <summary>The expected number of messages in the minute that begins at <paramref name="time"/>.</summary>
    public double PerMinute(DateTimeOffset time) => InBlast(time) ? BlastMessages / Blast.TotalMinutes : PerDay * Share(time) / (24 * 60);

    public double Hard(DateTimeOffset time) => Kind switch
    {
        SetKind.BoughtList when InBlast(time) => 0.12,
        SetKind.BrokenForm when time >= WrongFrom => 0.09,
        SetKind.SlowDrift when time >= WrongFrom => HardShare + ((0.065 - HardShare) * Drifted(time)),
        SetKind.Tester => 0.08,
        _ => HardShare,
    };

    public double Complaint(DateTimeOffset time) => Kind switch
    {
        SetKind.BoughtList when InBlast(time) => 0.003,
        SetKind.BrokenForm when time >= WrongFrom => 0.003,
        SetKind.Tester => 0.04,
        _ => ComplaintShare,
    };

    private double Drifted(DateTimeOffset time) => Math.Min(1, (time - WrongFrom) / (0.8 * (Options.End - MonthOptions.Start)));

    // Varies between a tenth and nearly twice the mean over a day; two fifths of that on weekends.
    private double Share(DateTimeOffset time)
    {
        var weekend = time.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (InMailings)
        {
            return weekend || time.Hour != 9 ? 0 : 24;
        }

        return (weekend ? 0.4 : 1) * (1 + (0.9 * Math.Cos(2 * Math.PI * ((time.TimeOfDay.TotalHours - 14) / 24))));
    }
}
