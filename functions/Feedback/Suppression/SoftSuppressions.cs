using System.Globalization;
using Feedback.Notifications;

namespace Feedback.Suppression;

/// <summary>
/// Knows in memory which addresses may be suppressed for soft bounces, so that a delivery to any other address needs no look at the
/// suppression table. An address stays after its suppression was lifted: a look too many does no harm.
/// </summary>
internal sealed class SoftSuppressions(ISoftSuppressionLog log, TimeProvider time) : IDisposable
{
    /// <summary>
    /// An entry can be seen later than its time says: by the attempts of the write, and by the difference of two machines' clocks. So the
    /// latest entries are read again.
    /// </summary>
    internal static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly HashSet<UInt128> _hashes = [];
    private DateTimeOffset? _readUpTo;

    /// <summary>
    /// Returns those of the addresses that may be suppressed. Call it after their deliveries are recorded: a suppression is added to the log
    /// before the ledger is read for the last time, so either that read sees the delivery, or this one sees the suppression.
    /// </summary>
    internal async Task<IReadOnlyCollection<EmailAddress>> AmongAsync(IReadOnlyCollection<EmailAddress> delivered, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await ReadAsync(cancellationToken);
            return [.. delivered.Where(address => _hashes.Contains(Number(address.Hash)))];
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    /// <summary>A read that is cancelled goes on with the next batch where it came to.</summary>
    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var started = time.GetUtcNow();
        await foreach (var (at, hash) in log.ReadAsync(_readUpTo - Overlap, cancellationToken))
        {
            _hashes.Add(Number(hash));
            _readUpTo = at > _readUpTo || _readUpTo is null ? at : _readUpTo;
        }

        _readUpTo = started;
    }

    private static UInt128 Number(string hash) => UInt128.Parse(hash, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
