using Feedback.Cli.Doctor.SetUps;
using Feedback.Reputation;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Finds sets of whose mail SES sends the same twice: as published event, and as feedback notification of an identity.</summary>
internal sealed class BothFormatsCheck : ICheck
{
    public IEnumerable<Finding> Judge(SetUp setUp)
    {
        var sets = setUp.Sets.Select(set => set.Name).Where(set => setUp.InBothFormats.Contains(ReputationEntity.ConfigurationSet(set))).ToList();
        return sets.Count == 0 ? [] :
        [
            new Finding(
                Severity.Info,
                "both-formats",
                Routes.Names(sets),
                "SES reported its mail twice within a day: by its event destinations, and by feedback notifications of an identity.",
                "It is counted once, but every message is paid for twice.",
                "aws ses set-identity-notification-topic --identity IDENTITY --notification-type Bounce (and Complaint, Delivery)"),
        ];
    }
}
