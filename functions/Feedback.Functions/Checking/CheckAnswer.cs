using Feedback.Suppression;

namespace Feedback.Functions.Checking;

/// <summary>The answer for one address, as the library for .NET gives it.</summary>
internal sealed record CheckAnswer(
    string Address, string Verdict, bool MaySend, string? Scope, string? Reason, DateTimeOffset? Since, DateTimeOffset? Until, string? Problem)
{
    internal static CheckAnswer Of(SuppressionCheck check) => new(
        check.Address, check.Verdict.ToString(), check.MaySend, check.Scope, check.Reason, check.Since, check.Until, check.Problem);
}
