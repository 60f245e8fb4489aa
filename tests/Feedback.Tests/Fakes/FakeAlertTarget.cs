using Feedback.Alerts;
using Feedback.Reputation;

namespace Feedback.Tests.Fakes;

/// <summary>An alert target in memory. Its faults go by <c>NAME.Publish</c>.</summary>
internal sealed class FakeAlertTarget(Faults faults, string name = "topic") : IAlertTarget
{
    public string Name => name;

    internal List<(AlertMail Mail, Policy Policy)> Published { get; } = [];

    /// <summary>The kinds of the published alerts, in order.</summary>
    internal IReadOnlyList<string> Kinds => Published.Select(p => p.Mail.Attributes["kind"]).ToList();

    public Task PublishAsync(AlertMail alert, Policy policy, CancellationToken cancellationToken) =>
        faults.CallAsync($"{name}.Publish", () =>
        {
            Published.Add((alert, policy));
            return true;
        }, cancellationToken);
}
