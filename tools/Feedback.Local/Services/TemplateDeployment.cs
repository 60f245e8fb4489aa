using System.Text.Json.Nodes;
using Feedback.Local.Services.CloudWatch;
using Feedback.Local.Services.Ses;
using Feedback.Local.Services.Sns;
using Feedback.Local.Services.Sqs;
using Feedback.Local.Templates;

namespace Feedback.Local.Services;

/// <summary>Creates in the local services what CloudFormation would create of a template.</summary>
internal sealed class TemplateDeployment(Template template, StackSettings settings)
{
    public void Deploy(LocalAws aws)
    {
        aws.Ses.DefaultEventDestinations = EventDestination.ToTopicsOf(settings);
        foreach (var set in template.ConfigurationSets(settings).Values)
        {
            aws.Ses.AddConfigurationSet(set);
        }

        aws.Sqs.Settings = settings with { QueueEndpoint = settings.QueueEndpoint ?? aws.Endpoint };
        var policies = Policies(TemplateResource.TopicPolicy, "Topics").Concat(Policies(TemplateResource.QueuePolicy, "Queues")).ToDictionary();
        foreach (var topic in template.Topics(settings).Values)
        {
            aws.Sns.PutTopic(new Topic(topic) { Policy = policies.GetValueOrDefault(topic) });
        }

        foreach (var subscription in Resources(TemplateResource.Subscription, "TopicArn", "Protocol", "Endpoint", "RawMessageDelivery").Values)
        {
            aws.Sns.Subscribe(NameOf(subscription["TopicArn"]), Read(subscription));
        }

        var queues = template.Queues(settings);
        var redrives = Resources(TemplateResource.Queue, "RedrivePolicy");
        foreach (var (id, queue) in queues)
        {
            aws.Sqs.PutQueue(new Queue(queue)
            {
                Policy = policies.GetValueOrDefault(queue),
                DeadLetterArn = (string?)redrives[id]["RedrivePolicy"]?["deadLetterTargetArn"],
            });
        }

        foreach (var (id, alarm) in Resources(TemplateResource.Alarm, "Namespace", "MetricName", "Dimensions", "AlarmActions"))
        {
            aws.CloudWatch.PutAlarm(Read(id, alarm));
        }
    }

    // A mailbox and a webhook have to confirm their subscriptions; what is in the account needs not.
    private static Subscription Read(JsonObject subscription)
    {
        var protocol = (string)subscription["Protocol"]!;
        return new Subscription(protocol, (string)subscription["Endpoint"]!)
        {
            Confirmed = protocol is not ("email" or "https"),
            Raw = (string?)subscription["RawMessageDelivery"] == "true",
        };
    }

    private static Alarm Read(string id, JsonObject alarm) => new(id, (string?)alarm["Namespace"], (string?)alarm["MetricName"])
    {
        Dimensions = Items(alarm["Dimensions"]).ToDictionary(dimension => (string)dimension["Name"]!, dimension => (string)dimension["Value"]!),
        Actions = [.. Items(alarm["AlarmActions"]).Select(action => (string)action!)],
    };

    /// <summary>The access policies by the names of the topics or queues that they are of.</summary>
    private IEnumerable<KeyValuePair<string, string>> Policies(string type, string of) =>
        from policy in Resources(type, of, "PolicyDocument").Values
        from resource in Items(policy[of])
        select KeyValuePair.Create(NameOf(resource), policy["PolicyDocument"]!.ToJsonString());

    private IReadOnlyDictionary<string, JsonObject> Resources(string type, params string[] properties) => template.Properties(type, settings, properties);

    private static IEnumerable<JsonNode> Items(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonNode>();

    private static string NameOf(JsonNode? reference) => ((string)reference!).Split('/', ':')[^1];
}
