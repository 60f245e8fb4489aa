using Feedback.Notifications;
using Feedback.Suppression;

namespace Feedback.Cli.Suppressions;

/// <summary>The list's answer for one address as JSON.</summary>
/// <param name="Address">The normalised address.</param>
/// <param name="MaySend">Whether mail may be sent.</param>
/// <param name="Answer"><c>MaySend</c>, <c>Allowed</c> or <c>Suppressed</c>.</param>
/// <param name="Scope">The scope that suppresses the address: <c>*</c> for all mail, or a configuration set; null unless suppressed.</param>
/// <param name="Reason">Of several the one that lasts longest; null unless suppressed.</param>
/// <param name="Since">Since when it is suppressed or allowed.</param>
/// <param name="Until">Until when; null for good.</param>
/// <param name="By">The operator who allows it; otherwise null.</param>
internal sealed record CheckDocument(
    string Address, bool MaySend, string Answer, string? Scope, string? Reason, DateTimeOffset? Since, DateTimeOffset? Until, string? By)
{
    public static CheckDocument Of(EmailAddress address, SuppressionAnswer answer) => answer switch
    {
        SuppressionAnswer.Suppressed no =>
            new(address.Value, false, nameof(SuppressionAnswer.Suppressed), no.Scope.ToString(), no.Reason.ToString(), no.Since, no.Until, null),
        SuppressionAnswer.Allowed { By: var by } =>
            new(address.Value, true, nameof(SuppressionAnswer.Allowed), null, null, by.At, by.Until, by.Author),
        _ => new(address.Value, true, nameof(SuppressionAnswer.MaySend), null, null, null, null, null),
    };
}
