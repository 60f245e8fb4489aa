namespace Feedback.Cli.Simulation;

/// <summary>Somebody who sends through a configuration set of their own, and how well. Rates are fractions.</summary>
/// <param name="ConfigurationSet">The set's name.</param>
/// <param name="Messages">How many are attempted, each to one recipient.</param>
/// <param name="BounceRate">Hard bounces over <paramref name="Messages"/>.</param>
/// <param name="ComplaintRate">Complaints over deliveries.</param>
internal sealed record Sender(string ConfigurationSet, int Messages, decimal BounceRate, decimal ComplaintRate)
{
    internal const int MostMessages = 5_000_000;

    /// <summary>Soft bounces over <see cref="Messages"/>.</summary>
    public decimal SoftBounceRate { get; init; } = 0.004m;

    /// <summary>Reads <c>name:messages:bounce%:complaint%</c>.</summary>
    /// <exception cref="FormatException">The message says what is wrong with it.</exception>
    public static Sender Parse(string text) => SenderText.Read(text);
}
