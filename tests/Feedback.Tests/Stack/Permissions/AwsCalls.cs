using Feedback.Configuration;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Feedback.Tests.Stack.Permissions;

/// <summary>
/// What one function's code asks of AWS: the operations of SDK clients that it can reach, and, for DynamoDB, the requests and the parts of
/// transactions that it makes, each with the table whose setting is read beside it.
/// </summary>
internal sealed class AwsCalls(IReadOnlyDictionary<MethodDefinition, IReadOnlySet<MethodDefinition>> reached, IReadOnlySet<string> resources)
{
    private const string DynamoDb = "Amazon.DynamoDBv2";

    private static readonly IReadOnlyDictionary<string, string> Services = new Dictionary<string, string>
    {
        ["Amazon.SimpleEmailV2"] = "ses",
        ["Amazon.SimpleNotificationService"] = "sns",
        ["Amazon.SQS"] = "sqs",
        ["Amazon.CloudWatch"] = "cloudwatch",
        ["Amazon.EventBridge"] = "events",
        ["Amazon.S3"] = "s3",
        ["Amazon.SecurityToken"] = "sts",
    };

    /// <summary>The permission that a request, or a part of a transaction, needs.</summary>
    private static readonly IReadOnlyDictionary<string, string> Requests = new Dictionary<string, string>
    {
        ["BatchGetItemRequest"] = "BatchGetItem",
        ["BatchWriteItemRequest"] = "BatchWriteItem",
        ["ConditionCheck"] = "ConditionCheckItem",
        ["Delete"] = "DeleteItem",
        ["DeleteItemRequest"] = "DeleteItem",
        ["Get"] = "GetItem",
        ["GetItemRequest"] = "GetItem",
        ["Put"] = "PutItem",
        ["PutItemRequest"] = "PutItem",
        ["QueryRequest"] = "Query",
        ["ScanRequest"] = "Scan",
        ["Update"] = "UpdateItem",
        ["UpdateItemRequest"] = "UpdateItem",
    };

    /// <summary>They name no table. Their parts do, and those are what needs the permission.</summary>
    private static readonly string[] Envelopes = ["TransactWriteItemsRequest", "TransactGetItemsRequest", "PutRequest", "DeleteRequest", "WriteRequest"];

    /// <summary>SES, SNS, CloudWatch, EventBridge, S3 and STS, whose resources no setting names, or not by a resource of the template.</summary>
    private static readonly IReadOnlyDictionary<string, string[]> Elsewhere = new Dictionary<string, string[]>
    {
        ["ses:GetEmailIdentity"] = [Arn("ses", "identity/*")],
        ["ses:GetConfigurationSet"] = [Arn("ses", "configuration-set/*")],
        ["ses:GetConfigurationSetEventDestinations"] = [Arn("ses", "configuration-set/*")],
        ["ses:PutConfigurationSetSendingOptions"] = [Arn("ses", "configuration-set/*")],
        ["ses:SendEmail"] = [Arn("ses", "identity/${DigestIdentity}"), Arn("ses", "configuration-set/${DigestConfigurationSet}")],
        ["ses:GetAccount"] = ["*"],
        ["ses:PutAccountSendingAttributes"] = ["*"],
        ["ses:GetSuppressedDestination"] = ["*"],
        ["ses:PutSuppressedDestination"] = ["*"],
        ["ses:DeleteSuppressedDestination"] = ["*"],
        ["sns:Publish"] = ["AlarmTopic", "ChatTopic", "PagerTopicArn", Arn("sns", "feedback-alarm-*")],
        ["cloudwatch:PutMetricData"] = ["*"],
        ["sts:AssumeRole"] = ["arn:${AWS::Partition}:iam::*:role/${MemberRoleName}"],
        ["events:PutEvents"] = [Arn("events", "event-bus/${SuppressionEventBus}")],
        ["s3:GetObject"] = ["InboundBucket/reports/*"],
    };

    internal IReadOnlySet<Permission> Needed() => reached.Keys.SelectMany(method => Operations(method).Concat(Items(method))).ToHashSet();

    /// <summary>The DynamoDB operations that are called, to compare with the requests that are made.</summary>
    internal IReadOnlySet<string> DynamoDbOperations() => Clients(DynamoDb, reached.Keys).ToHashSet();

    private IEnumerable<Permission> Operations(MethodDefinition method) =>
        from service in Services
        from operation in Clients(service.Key, [method])
        let action = $"{service.Value}:{operation}"
        from resource in Elsewhere.TryGetValue(action, out var known) ? known : Settled(method, action)
        select new Permission(action, resource);

    private static IEnumerable<string> Clients(string service, IEnumerable<MethodDefinition> methods) =>
        from method in methods
        from named in CodeGraph.Named(method)
        where named.DeclaringType.Namespace == service && named.DeclaringType.Name.StartsWith("IAmazon", StringComparison.Ordinal)
        where named.Name.EndsWith("Async", StringComparison.Ordinal)
        select named.Name[..^"Async".Length];

    private IEnumerable<Permission> Items(MethodDefinition method)
    {
        var made = (method.HasBody ? method.Body.Instructions : []).Where(instruction => instruction.OpCode == OpCodes.Newobj)
            .Select(instruction => ((MethodReference)instruction.Operand).DeclaringType)
            .Where(type => type.Namespace == DynamoDb + ".Model" && !Envelopes.Contains(type.Name))
            .Where(type => Requests.ContainsKey(type.Name) || type.Name.EndsWith("Request", StringComparison.Ordinal))
            .Select(type => Requests.TryGetValue(type.Name, out var action)
                ? "dynamodb:" + action
                : throw new InvalidOperationException($"{method}: which permission does a {type.Name} need?"))
            .Distinct();
        return made.SelectMany(action => Settled(method, action).Select(table => new Permission(action, table + Index(method))));
    }

    private static string Index(MethodDefinition method) => method.Body.Instructions
        .Where(instruction => instruction.Operand is MethodReference { Name: "set_IndexName" })
        .Select(instruction => "/index/" + (string)instruction.Previous.Operand)
        .SingleOrDefault("");

    /// <summary>The resources whose settings the method reads, or else its callers, or else its class, or else the classes of its callers.</summary>
    private IReadOnlyList<string> Settled(MethodDefinition method, string action)
    {
        IEnumerable<string> found = [.. OfMethod(method)];
        found = found.Any() ? found : [.. OfCallers(method, [])];
        found = found.Any() ? found : [.. reached.Keys.Where(other => Outermost(other) == Outermost(method)).SelectMany(OfMethod)];
        found = found.Any() ? found : [.. Classes(method, []).SelectMany(type => reached.Keys.Where(other => Outermost(other) == type)).SelectMany(OfMethod)];
        var kind = action.StartsWith("sqs:", StringComparison.Ordinal) ? "Queue" : "Table";
        List<string> settled = [.. found.Where(resource => resource.EndsWith(kind, StringComparison.Ordinal)).Distinct()];
        return settled is [] ? throw new InvalidOperationException($"{method}: on which resource does it {action}?") : settled;
    }

    private IEnumerable<string> OfCallers(MethodDefinition method, HashSet<MethodDefinition> seen) =>
        reached[method].Where(seen.Add).SelectMany(caller => OfMethod(caller).DefaultIfEmpty().SelectMany(
            resource => resource is null ? OfCallers(caller, seen) : [resource]));

    /// <summary>The classes of those that call the method, or call one that does.</summary>
    private IEnumerable<TypeDefinition> Classes(MethodDefinition method, HashSet<MethodDefinition> seen) =>
        reached[method].Where(seen.Add).SelectMany(caller => Classes(caller, seen).Append(Outermost(caller))).Distinct();

    private IEnumerable<string> OfMethod(MethodDefinition method) =>
        from named in CodeGraph.Named(method)
        where named.DeclaringType.FullName == typeof(Settings).FullName && named.Name.StartsWith("get_", StringComparison.Ordinal)
        let setting = named.Name["get_".Length..]
        let resource = setting.EndsWith("Url", StringComparison.Ordinal) ? setting[..^"Url".Length] : setting
        where resources.Contains(resource)
        select resource;

    private static TypeDefinition Outermost(MethodDefinition method)
    {
        var type = method.DeclaringType;
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    private static string Arn(string service, string resource) => $"arn:${{AWS::Partition}}:{service}:${{AWS::Region}}:${{AWS::AccountId}}:{resource}";
}
