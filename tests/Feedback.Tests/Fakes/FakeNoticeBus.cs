using Feedback.Announcing;

namespace Feedback.Tests.Fakes;

/// <summary>An event bus in memory that takes three notices at once. Its faults go by <c>Bus.Publish</c>.</summary>
internal sealed class FakeNoticeBus(Faults faults) : INoticeBus
{
    public int Limit => 3;

    internal List<SuppressionNotice> Published { get; } = [];

    /// <summary>The changes whose notices it does not take.</summary>
    internal HashSet<string> Refused { get; } = [];

    public Task<IReadOnlyList<SuppressionNotice>> PublishAsync(IReadOnlyList<SuppressionNotice> notices, CancellationToken cancellationToken) =>
        faults.CallAsync<IReadOnlyList<SuppressionNotice>>("Bus.Publish", () =>
        {
            notices.Count.ShouldBeLessThanOrEqualTo(Limit);
            Published.AddRange(notices.Where(notice => !Refused.Contains(notice.ChangeId)));
            return [.. notices.Where(notice => Refused.Contains(notice.ChangeId))];
        }, cancellationToken);
}
