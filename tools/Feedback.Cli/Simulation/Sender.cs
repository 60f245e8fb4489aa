namespace Feedback.Cli.Simulation;

/// <summary>A simulated sender with its own configuration set, and its rates as fractions.</summary>
/// <param name="ConfigurationSet">The set's name.</param>
/// <param name="Messages">The number of messages attempted, each to one recipient.</param>
/// <param name="BounceRate">Hard bounces over <paramref name="Messages"/>.</param>
/// <param name="ComplaintRate">Complaints over deliveries.</param>
internal sealed record Sender(string ConfigurationSet, int Messages, decimal BounceRate, decimal ComplaintRate)
{
    internal const int MostMessages = 5_000_000;

    /// <summary>Soft bounces over <see cref="Messages"/>.</summary>
    public decimal SoftBounceRate { get; init; } = 0.004m;

    /// <summary>Reads <c>name:messages:bounce%:complaint%</c>.</summary>
    /// <exception cref="FormatException">The text is not a sender; the message says why.</exception>
    public static Sender Parse(string text) => SenderText.Read(text);
}
