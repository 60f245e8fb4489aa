using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Amazon.DynamoDBv2;

namespace Feedback.Suppression;

/// <summary>
/// Asks Feedback's suppression list to whom mail may be sent. Safe to share between threads; keep one for the life of the program.
/// </summary>
public sealed class SuppressionList
{
    private readonly SuppressionListOptions _options;
    private readonly TimeProvider _time;
    private readonly TableReader _table;
    private readonly AnswerCache _cache;

    /// <param name="dynamo">Needs the permission <c>dynamodb:BatchGetItem</c> on the table.</param>
    /// <param name="options">How to ask.</param>
    /// <param name="time">The clock; the system's if null.</param>
    public SuppressionList(IAmazonDynamoDB dynamo, SuppressionListOptions options, TimeProvider? time = null)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _time = time ?? TimeProvider.System;
        _table = new TableReader(dynamo ?? throw new ArgumentNullException(nameof(dynamo)), options, _time);
        _cache = new AnswerCache(options, _time);
    }

    /// <summary>Returns one answer for each address, in the same order. 100 addresses are one request.</summary>
    /// <param name="addresses">In any spelling, <c>Jane &lt;jane@example.org&gt;</c> too. One that is invalid spoils no other.</param>
    /// <param name="scope">
    /// The configuration set through which the mail would be sent. Null or <c>*</c> for mail without a set: then only what holds for all mail
    /// is considered.
    /// </param>
    /// <param name="cancellationToken">Ends the call with <see cref="OperationCanceledException"/>.</param>
    public async Task<IReadOnlyList<SuppressionCheck>> CheckAsync(
        IEnumerable<string> addresses, string? scope, CancellationToken cancellationToken = default)
    {
        var asked = (addresses ?? throw new ArgumentNullException(nameof(addresses)))
            .Select(address => (Address: address, IsValid: AddressKey.TryCreate(address, out var key, out var problem), Key: key, Problem: problem))
            .ToList();
        var keys = asked.Where(one => one.IsValid).Select(one => one.Key).Distinct(StringComparer.Ordinal).ToList();
        var found = new ConcurrentDictionary<string, StoredSuppression?>(_cache.Find(keys), StringComparer.Ordinal);
        var failures = await ReadAsync([.. keys.Where(key => !found.ContainsKey(key))], found, cancellationToken).ConfigureAwait(false);
        var (set, now) = (string.IsNullOrEmpty(scope) ? SuppressionRule.Everywhere : scope!, _time.GetUtcNow());
        return [.. asked.Select(Answer)];

        SuppressionCheck Answer((string Address, bool IsValid, string Key, string Problem) one)
        {
            if (!one.IsValid)
            {
                return SuppressionCheck.Invalid(one.Address, one.Problem);
            }

            return failures.TryGetValue(one.Key, out var failure)
                ? SuppressionCheck.Unknown(one.Address, one.Key, failure)
                : SuppressionCheck.Of(one.Address, one.Key, found[one.Key], set, now);
        }
    }

    /// <returns>Why keys could not be read; empty unless the caller chose to be answered all the same.</returns>
    private async Task<ConcurrentDictionary<string, Exception>> ReadAsync(
        IReadOnlyList<string> keys, ConcurrentDictionary<string, StoredSuppression?> found, CancellationToken cancellationToken)
    {
        var failures = new ConcurrentDictionary<string, Exception>(StringComparer.Ordinal);
        using var turns = new SemaphoreSlim(_options.Parallelism);
        await Task.WhenAll(TableReader.Requests(keys).Select(ReadOneAsync)).ConfigureAwait(false);
        return failures;

        async Task ReadOneAsync(IReadOnlyList<string> request)
        {
            await turns.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var items = await _table.ReadAsync(request, cancellationToken).ConfigureAwait(false);
                foreach (var key in request)
                {
                    items.TryGetValue(key, out var item);
                    _cache.Add(key, found[key] = item);
                }
            }
            catch (Exception failure) when (_options.OnFailure == FailureBehaviour.AnswerUnknown && !cancellationToken.IsCancellationRequested)
            {
                // Boundary of one request: the addresses of the others are answered.
                foreach (var key in request)
                {
                    failures[key] = failure;
                }
            }
            finally
            {
                turns.Release();
            }
        }
    }
}
