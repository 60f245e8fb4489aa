using Feedback.Deciding;

namespace Feedback.Cli.Commands;

/// <summary>The result of a pause or a resume as JSON.</summary>
/// <param name="SesSends">SES's answer for the set afterwards; null if SES has no such set.</param>
/// <param name="Told">Whether the mail to on-call has been sent; if not, the next sweep sends it.</param>
internal sealed record ActionDocument(
    string ConfigurationSet, string Action, bool Done, string Sending, bool? SesSends, bool Told, string By, string Reason, DateTimeOffset? At)
{
    public static ActionDocument Of(string action, bool done, EntityState state, bool? sesSends, string by, string reason) => new(
        state.Entity.Name, action, done, state.Sending.ToString(), sesSends, done && state.Alert is null, by, reason, state.ChangedAt);
}
