using System.Globalization;
using System.Text.RegularExpressions;
using Feedback.Notifications;

namespace Feedback.Inbound;

/// <summary>Maps the action and the status code that a delivery status notification gives a recipient to what they prove.</summary>
internal static partial class DeliveryStatus
{
    private const Evidence MailboxTrouble = Evidence.SoftBounced | Evidence.TowardsSoftBounceLimit;

    /// <param name="action">RFC 3464, 2.3.3: failed, delayed, delivered, relayed or expanded.</param>
    /// <param name="status">RFC 3463: class, subject and detail, such as 5.1.1; possibly with a comment.</param>
    internal static Evidence Evaluate(string? action, string? status)
    {
        var code = Code(status);
        return Word(action) switch
        {
            "failed" => Failed(code),
            "delayed" => Evidence.Delayed,
            "delivered" or "relayed" or "expanded" => Evidence.None,
            _ => code.Class switch { 5 => Failed(code), 4 => Evidence.Delayed, _ => Evidence.None },
        };
    }

    /// <summary>Returns the status code for display; <c>failed</c> or another action if there is none.</summary>
    internal static string Label(string? action, string? status) =>
        Code(status) is { Class: > 0 } code
            ? string.Create(CultureInfo.InvariantCulture, $"{code.Class}.{code.Subject}.{code.Detail}")
            : Word(action) is "delayed" ? "delayed" : "failed";

    /// <summary>
    /// The mailbox is at fault unless the code says otherwise. A refusal for its size, its content or by policy says nothing about the
    /// mailbox; a full one, or one that could not be reached in time, may take the next mail.
    /// </summary>
    private static Evidence Failed((int Class, int Subject, int Detail) code) => code switch
    {
        (_, 6 or 7, _) or (_, 2, 3) or (_, 3, 4) => Evidence.SoftBounced,
        (_, 2, 2) or (_, 4, 7) => MailboxTrouble,
        (5, _, _) => Evidence.HardBounced,
        _ => MailboxTrouble,
    };

    private static (int Class, int Subject, int Detail) Code(string? status) => StatusCode().Match(status ?? string.Empty) is { Success: true } match
        ? (Number(match, "class"), Number(match, "subject"), Number(match, "detail"))
        : default;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static string Word(string? field) => (field ?? string.Empty).Trim().Split(' ', '(', ';')[0].ToLowerInvariant();

    [GeneratedRegex(
        @"^\s*(?<class>[245])\.(?<subject>[0-9]{1,3})\.(?<detail>[0-9]{1,3})(?![0-9.])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex StatusCode();
}
