using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Alerts;

/// <summary>Composes an alert from the state that it reports. Pure; recipient addresses are never among its inputs.</summary>
internal static class AlertComposer
{
    internal static Alert Compose(EntityState state, Policy policy, AlertSample sample, Deployment deployment)
    {
        var facts = AlertFacts.Of(state, policy, sample, deployment);
        var content = new AlertContent(
            AlertSubject.Of(state, policy, deployment),
            AlertHeadline.Of(state, policy.Mode),
            [.. new[] { facts.Note, facts.Finding }.OfType<string>().Distinct()],
            AlertAdvice.Of(state, deployment),
            Because(state, policy));
        return new Alert(
            Mail(state, content, facts),
            ChatComposer.Compose(state, content, facts, deployment),
            PageComposer.Compose(state, policy, content, facts, deployment));
    }

    private static AlertMail Mail(EntityState state, AlertContent content, AlertFacts facts) => new(
        content.Subject,
        AlertText.Of(state, content, facts),
        new Dictionary<string, string>
        {
            ["kind"] = facts.Kind,
            ["level"] = facts.Level,
            ["entity"] = facts.Entity,
        },
        facts.ToJson());

    private static string? Because(EntityState state, Policy policy) => state.Worst is { Trials: > 0 } worst && policy.Of(worst.Signal) is var thresholds
        ? $"{worst}. Warning is {Percent.Of(thresholds.Warning)}, critical {Percent.Of(thresholds.Critical)}."
        : null;
}
