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

    /// <summary>Whether it wants the alert; by default any.</summary>
    internal Func<Alert, bool> Wanted { get; init; } = _ => true;

    public bool Wants(Alert alert) => Wanted(alert);

    public Task PublishAsync(Alert alert, Policy policy, CancellationToken cancellationToken) =>
        faults.CallAsync($"{name}.Publish", () =>
        {
            Published.Add((alert.Mail, policy));
            return true;
        }, cancellationToken);
}
