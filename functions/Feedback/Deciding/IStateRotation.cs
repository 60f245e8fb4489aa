namespace Feedback.Deciding;

/// <summary>Goes round all states, a few at a time. How far it came is stored in the table, so every process goes on where the last one stopped.</summary>
internal interface IStateRotation
{
    /// <summary>Returns the next states of a round and moves it on.</summary>
    /// <param name="round">The name of the round; each has its own place in the table.</param>
    /// <param name="limit">How many states at most.</param>
    /// <param name="atLeast">How long a round takes at least: when it ends sooner, no states are returned until then.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    Task<IReadOnlyList<EntityState>> NextAsync(string round, int limit, TimeSpan atLeast, CancellationToken cancellationToken);
}
