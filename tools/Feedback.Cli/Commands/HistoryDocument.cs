using Feedback.Deciding;

namespace Feedback.Cli.Commands;

/// <summary>An entry of a set's history as JSON.</summary>
internal sealed record HistoryDocument(
    string Entity, DateTimeOffset At, long Version, string What, string Level, string Sending, string Who, string Evidence)
{
    public static HistoryDocument Of(HistoryEntry entry) => new(
        entry.Entity.Name, entry.At, entry.Version, entry.What, entry.Level, entry.Sending, entry.Actor.Name, entry.Evidence);
}
