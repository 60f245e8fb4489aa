using System.CommandLine;
using System.Globalization;
using Feedback.Cli.Composition;
using Feedback.Suppression;

namespace Feedback.Cli.Suppressions;

/// <summary>Arguments and options that the commands on the suppression list share.</summary>
internal static class SuppressionOptions
{
    public static Argument<string[]> Addresses() =>
        new("ADDRESS") { Description = "E-mail addresses, in any spelling.", Arity = ArgumentArity.OneOrMore };

    public static Option<string?> Scope(string description) => new("--scope") { Description = description };

    public static Option<string?> Until() => new("--until")
    {
        Description = "End: a time in UTC such as 2026-12-31, or from now on such as 30d or 12h; default none.",
    };

    public static Option<bool> KeepSes() => new("--keep-ses") { Description = "Leave SES's list of the account alone, which then may still hold the address." };

    public static Option<string> By() => new("--by")
    {
        Description = "Your name for the history; by default the user of this machine.",
        DefaultValueFactory = _ => Environment.UserName,
    };

    public static Option<string> Reason(string name, string description)
    {
        var reason = new Option<string>(name) { Description = description, Required = true };
        reason.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && string.IsNullOrWhiteSpace(result.Tokens[0].Value))
            {
                result.AddError($"{name} is empty. The history needs a reason.");
            }
        });
        return reason;
    }

    /// <exception cref="UsageException">It is neither <c>*</c> nor a name that SES allows for a configuration set.</exception>
    public static SuppressionScope ReadScope(string? text, string option = "--scope") =>
        SuppressionScope.TryParse(text ?? SuppressionScope.Everywhere.ToString(), out var scope)
            ? scope
            : throw new UsageException($"{option} is '{text}': the name of a configuration set is expected, or * for all mail.");

    /// <exception cref="UsageException">It is no time, or is over.</exception>
    public static DateTimeOffset? ReadUntil(string? text, DateTimeOffset now)
    {
        if (text is null)
        {
            return null;
        }

        var end = FromNow(text, now) ?? Time(text)
            ?? throw new UsageException($"--until is '{text}': a time such as 2026-12-31 or 2026-12-31T18:00 is expected, or 30d or 12h from now on.");
        return end > now ? end : throw new UsageException($"--until is '{text}', which is over.");
    }

    /// <exception cref="UsageException">It is no time.</exception>
    public static DateTimeOffset? ReadSince(string? text) => text is null
        ? null
        : Time(text) ?? throw new UsageException($"--since is '{text}': a time in UTC such as 2026-11-18 or 2026-11-18T09:30 is expected.");

    private static DateTimeOffset? FromNow(string text, DateTimeOffset now) =>
        text.Length > 1 && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 36_500
            ? text[^1] switch { 'd' => now.AddDays(number), 'h' => now.AddHours(number), _ => null }
            : null;

    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time)
            ? time
            : null;
}
