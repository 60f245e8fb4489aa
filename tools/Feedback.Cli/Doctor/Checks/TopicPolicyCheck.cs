using Feedback.Cli.Doctor.SetUps;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Finds topics to which SES is not allowed to publish.</summary>
internal sealed class TopicPolicyCheck : ICheck
{
    public IEnumerable<Finding> Judge(SetUp setUp) =>
        from route in Routes.Of(setUp).GroupBy(route => route.Topic)
        let topic = route.Key
        where topic is { Exists: true, Policy: not null }
        where !topic.Policy!.Allows("ses.amazonaws.com", "sns:Publish", source: null, setUp.Settings.Deployment.AccountId)
        select new Finding(
            Severity.Error,
            "topic-policy",
            topic.Name,
            "Its access policy does not let SES publish.",
            $"SES drops the events of {Routes.Names([.. route.SelectMany(one => one.Sets).Distinct(StringComparer.Ordinal)])}.",
            $"aws sns add-permission is not enough: allow ses.amazonaws.com sns:Publish in the policy, as BounceTopicPolicy in template.yaml does. "
                + $"aws sns set-topic-attributes --topic-arn {topic.Arn} --attribute-name Policy --attribute-value file://policy.json");
}
