using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Alerts;

/// <summary>Composes an alert from the state that it reports. Pure; recipient addresses are never among its inputs.</summary>
internal static class AlertComposer
{
    internal static AlertMail Compose(EntityState state, Policy policy, AlertSample sample, Deployment deployment)
    {
        var facts = AlertFacts.Of(state, policy, sample, deployment);
        return new AlertMail(
            AlertSubject.Of(state, policy, deployment),
            AlertText.Of(state, policy, facts),
            new Dictionary<string, string>
            {
                ["kind"] = facts.Kind,
                ["level"] = facts.Level,
                ["entity"] = facts.Entity,
            },
            facts.ToJson());
    }
}
