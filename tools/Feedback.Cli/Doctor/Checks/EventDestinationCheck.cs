using Feedback.Cli.Doctor.SetUps;
using Feedback.Notifications;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Finds sets of which SES doesn't publish bounces, complaints or deliveries.</summary>
internal sealed class EventDestinationCheck : ICheck
{
    private const string Name = "event-destinations";

    public IEnumerable<Finding> Judge(SetUp setUp) =>
        from set in setUp.Sets
        where set.Publishing is not null
        from kind in Routes.Kinds
        where !set.Publishing!.Publishes(kind)
        select Missing(setUp, set, kind);

    private static Finding Missing(SetUp setUp, SesSet set, FeedbackKind kind)
    {
        var type = kind.ToString().ToUpperInvariant();
        var with = set.Publishing!.Destinations.Where(destination => destination.Events.Contains(kind)).ToList();
        var problem = with switch
        {
            [] => $"No event destination gets its {type} events.",
            [{ Enabled: false, Name: var off }, ..] => $"Its event destination {off}, which gets {type} events, is disabled.",
            [var other, ..] => $"Its {type} events go only to {other.Name}, which is neither an SNS topic nor EventBridge.",
        };
        return new Finding(Severity.Error, Name, set.Name, problem, Meaning(kind), Remedy(setUp, set, kind, with.FirstOrDefault(one => !one.Enabled)?.Name));
    }

    private static string Meaning(FeedbackKind kind) => kind switch
    {
        FeedbackKind.Bounce => "Feedback sees none of its bounces: it never pauses the set for them and suppresses no address.",
        FeedbackKind.Complaint => "Feedback sees none of its complaints: it never pauses the set for them and suppresses no address.",
        _ => "Its rates lack what was delivered, so they look far worse than they are.",
    };

    private static string Remedy(SetUp setUp, SesSet set, FeedbackKind kind, string? disabled)
    {
        var type = kind.ToString();
        return disabled is not null
            ? $"Enable the event destination {disabled} of {set.Name} in the SES console."
            : $"aws sesv2 create-configuration-set-event-destination --configuration-set-name {set.Name} "
                + $"--event-destination-name feedback-{type.ToLowerInvariant()} --event-destination "
                + $"Enabled=true,MatchingEventTypes={type.ToUpperInvariant()},SnsDestination={{TopicArn={Routes.TopicOf(setUp, kind)}}}";
    }
}
