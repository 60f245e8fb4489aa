using Feedback.Suppression;

namespace Feedback.Cli.Suppressions;

/// <summary>An operator's allowance as JSON.</summary>
internal sealed record AllowanceDocument(DateTimeOffset At, string Author, string Text, DateTimeOffset? Until)
{
    public static AllowanceDocument Of(Allowance allowance) => new(allowance.At, allowance.Author, allowance.Text, allowance.Until);

    public Allowance Read() => new(At, Author, Text, Until);
}
