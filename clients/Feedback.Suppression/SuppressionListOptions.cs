using System;

namespace Feedback.Suppression;

/// <summary>The settings of a <see cref="SuppressionList"/>.</summary>
/// <param name="tableName">The Suppression table: the output <c>SuppressionTableName</c> of Feedback's stack.</param>
public sealed class SuppressionListOptions(string tableName)
{
    private int _parallelism = 4;
    private int _attempts = 8;
    private TimeSpan _cacheFor = TimeSpan.Zero;

    /// <summary>The Suppression table.</summary>
    public string TableName { get; } = string.IsNullOrWhiteSpace(tableName)
        ? throw new ArgumentException("The name of the suppression table is needed.", nameof(tableName))
        : tableName;

    /// <summary>The behaviour when the database can't be asked. Default: throw.</summary>
    public FailureBehaviour OnFailure { get; set; } = FailureBehaviour.Throw;

    /// <summary>Requests of one call at the same time: 1 to 64, default 4.</summary>
    public int Parallelism
    {
        get => _parallelism;
        set => _parallelism = Between(value, 1, 64, nameof(value));
    }

    /// <summary>The number of tries for keys that the database leaves unprocessed: 1 to 20, default 8, with growing pauses.</summary>
    public int Attempts
    {
        get => _attempts;
        set => _attempts = Between(value, 1, 20, nameof(value));
    }

    /// <summary>
    /// How long an answer is kept in memory: up to an hour; default zero, which is not at all. An address that is suppressed meanwhile still
    /// gets mail for as long.
    /// </summary>
    public TimeSpan CacheFor
    {
        get => _cacheFor;
        set => _cacheFor = value >= TimeSpan.Zero && value <= TimeSpan.FromHours(1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Zero to an hour is expected.");
    }

    /// <summary>Answers kept in memory at most; default 100,000, which are about 30 MB.</summary>
    public int CachedAddresses { get; set; } = 100_000;

    /// <summary>Reads consistently if true, at twice the price. Default false: an entry is seen about a second after it was written.</summary>
    public bool ConsistentRead { get; set; }

    private static int Between(int value, int least, int most, string name) => value >= least && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{least} to {most} is expected.");
}
