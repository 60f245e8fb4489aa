using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Feedback.Local.Services.Stack;

/// <summary>CloudFormation and Lambda, as far as they tell where a stack's functions are and which variables these have.</summary>
internal sealed class StackService(StackState state) : ILocalService
{
    private static readonly XNamespace Names = "http://cloudformation.amazonaws.com/doc/2010-05-15/";

    public AwsCall? Read(AwsRequest request) => request switch
    {
        { Protocol: AwsProtocol.Query, Action: "DescribeStackResource", Body: { } body } => new StackCall(
            AwsOperation.DescribeStackResource, (string?)body["StackName"] ?? "", (string?)body["LogicalResourceId"] ?? ""),
        { Protocol: AwsProtocol.RestJson, Method: "GET", Path: ["2015-03-31", "functions", var name, "configuration"] } =>
            new StackCall(AwsOperation.GetFunctionConfiguration, name),
        _ => null,
    };

    public ServiceAnswer Answer(AwsCall call, bool lie) => call is StackCall { Operation: AwsOperation.GetFunctionConfiguration } get
        ? Configuration(get.Name)
        : Resource((StackCall)call);

    private ServiceAnswer Configuration(string name) => state.Variables(name) is { } variables
        ? AwsReply.RestJson(new JsonObject
        {
            ["FunctionName"] = name,
            ["Environment"] = new JsonObject
            {
                ["Variables"] = new JsonObject(variables.Select(variable => KeyValuePair.Create(variable.Key, (JsonNode?)variable.Value))),
            },
        }.ToJsonString())
        : new AwsError(404, "ResourceNotFoundException", $"Function not found: {name}");

    private ServiceAnswer Resource(StackCall call)
    {
        if (!state.Exists(call.Name))
        {
            return new AwsError(400, "ValidationError", $"Stack '{call.Name}' does not exist");
        }

        return state.PhysicalId(call.Name, call.LogicalId) is { } id
            ? AwsBodies.Reply(call, Names, new JsonObject
            {
                ["StackResourceDetail"] = new JsonObject
                {
                    ["StackName"] = call.Name,
                    ["LogicalResourceId"] = call.LogicalId,
                    ["PhysicalResourceId"] = id,
                    ["ResourceType"] = id.StartsWith("arn:aws:sns:", StringComparison.Ordinal) ? "AWS::SNS::Topic" : "AWS::Lambda::Function",
                },
            })
            : new AwsError(400, "ValidationError", $"Resource {call.LogicalId} does not exist for stack {call.Name}");
    }
}
