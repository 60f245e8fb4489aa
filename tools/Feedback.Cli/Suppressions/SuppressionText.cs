using Feedback.Cli.Output;

namespace Feedback.Cli.Suppressions;

/// <summary>Describes scopes, times and answers for people, in lines that fit a terminal of 80 columns.</summary>
internal static class SuppressionText
{
    public static string Scope(string scope) => scope == "*" ? "all mail" : $"the mail of {scope}";

    public static string Until(DateTimeOffset? until) => until is null ? "for good" : $"until {Figures.Time(until)}";

    public static IEnumerable<string> Of(CheckDocument check)
    {
        yield return $"{(check.MaySend ? "yes" : "NO "),-5}{check.Address}";
        if (check.Reason is not null)
        {
            yield return $"     {check.Reason}: {Scope(check.Scope!)}";
            yield return $"     since {Figures.Time(check.Since)}, {Until(check.Until)}";
        }
        else if (check.By is not null)
        {
            yield return $"     allowed by {check.By}, {Until(check.Until)}";
        }
    }

    public static IEnumerable<string> Of(CauseDocument cause, DateTimeOffset now)
    {
        yield return $"  {cause.Reason}: {Scope(cause.Scope)}{(cause.Until <= now ? " (over)" : string.Empty)}";
        var events = cause.Count is { } count ? $", {Figures.Count(count, "message")}" : string.Empty;
        yield return $"    since {Figures.Time(cause.FirstAt)}, {Until(cause.Until)}{events}";
        if (cause.Author is not null)
        {
            yield return $"    by {cause.Author}: {cause.Text}";
        }

        if (cause.LastAt is { } last)
        {
            yield return $"    latest {Figures.TimeWithSeconds(last)}{(cause.Subtype is null ? string.Empty : $", {cause.Subtype}")}";
            yield return $"    message {cause.MessageId}";
        }

        if (cause.ConfigurationSet is not null)
        {
            yield return $"    set {cause.ConfigurationSet}";
        }

        if (cause.FeedbackId is not null)
        {
            yield return $"    feedback id {cause.FeedbackId}";
        }

        if (cause.Diagnostic is not null)
        {
            yield return $"    the server said: {cause.Diagnostic}";
        }
    }
}
