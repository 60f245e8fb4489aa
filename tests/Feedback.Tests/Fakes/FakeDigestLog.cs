using Feedback.Reporting;

namespace Feedback.Tests.Fakes;

internal sealed class FakeDigestLog(Faults faults) : IDigestLog
{
    private readonly HashSet<DigestDay> _claimed = [];

    internal Dictionary<DigestDay, string> Sent { get; } = [];

    public Task<bool> TryClaimAsync(DigestDay day, CancellationToken cancellationToken) =>
        faults.CallAsync("digests.Claim", () => !Sent.ContainsKey(day) && _claimed.Add(day), cancellationToken);

    public Task ReleaseAsync(DigestDay day, CancellationToken cancellationToken) =>
        faults.CallAsync("digests.Release", () => _claimed.Remove(day), cancellationToken);

    public Task CompleteAsync(DigestDay day, string messageId, CancellationToken cancellationToken) =>
        faults.CallAsync("digests.Complete", () => Sent.TryAdd(day, messageId), cancellationToken);
}
