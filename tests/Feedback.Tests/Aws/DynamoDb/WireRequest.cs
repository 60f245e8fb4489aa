using System.Text.Json.Nodes;

namespace Feedback.Tests.Aws.DynamoDb;

/// <summary>One request as it went over the wire.</summary>
internal sealed record WireRequest(string Operation, string Body)
{
    internal JsonNode Json => JsonNode.Parse(Body)!;
}
