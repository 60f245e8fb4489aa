using Feedback.Deciding;

namespace Feedback.Alerts;

/// <summary>A set behind the account's alert.</summary>
/// <param name="Set">Its name.</param>
/// <param name="Level">Its own.</param>
/// <param name="Sending">Whether it sends.</param>
/// <param name="Because">The rate of its last transition, in words; null if there is none.</param>
internal sealed record SetFacts(string Set, string Level, string Sending, string? Because)
{
    internal static SetFacts Of(EntityState state) =>
        new(state.Entity.Name, state.Level.ToString(), state.Sending.ToString(), state.Finding ?? state.Worst?.ToString());
}
