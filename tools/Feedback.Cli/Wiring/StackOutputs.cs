using System.Text.Json;
using System.Text.Json.Nodes;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;

namespace Feedback.Cli.Wiring;

/// <summary>
/// The topics of a deployment, from the outputs of its stack as <c>aws cloudformation describe-stacks</c> prints them: the whole answer, or
/// the list of outputs alone.
/// </summary>
internal static class StackOutputs
{
    /// <summary>Names the standard input.</summary>
    public const string StandardInput = "-";

    private const string Suffix = "Arn";

    /// <summary>Returns the topics.</summary>
    /// <param name="file">The file; <c>-</c> for the standard input.</param>
    /// <param name="alarmTopic">The alarm topic of the deployment that the command is connected to.</param>
    /// <exception cref="UsageException">It can't be read, lacks a topic, or is of another deployment.</exception>
    public static DeploymentTopics Read(string file, string alarmTopic)
    {
        var outputs = Parse(file, file == StandardInput ? Streams.Input.ReadToEnd() : TextFile.Read(file));
        var arns = outputs.Where(output => output.Key.EndsWith(Suffix, StringComparison.Ordinal))
            .ToDictionary(output => output.Key[..^Suffix.Length], output => output.Value);
        var missing = DeploymentTopics.Missing(arns);
        if (missing.Count > 0)
        {
            throw new UsageException([.. missing.Select(topic => $"{file} has no output {topic}{Suffix}."), "Give the outputs of Feedback's stack."]);
        }

        if (outputs.TryGetValue("AlarmTopicArn", out var topicOfOutputs) && topicOfOutputs != alarmTopic)
        {
            throw new UsageException(
                $"{file} is of another deployment: its alarm topic is {topicOfOutputs}, that of the deployment's variables is {alarmTopic}.");
        }

        return DeploymentTopics.Of(arns);
    }

    private static Dictionary<string, string> Parse(string file, string json)
    {
        try
        {
            var root = JsonNode.Parse(json);
            var list = root as JsonArray ?? root?["Stacks"]?[0]?["Outputs"] as JsonArray
                ?? throw new UsageException($"{file} has no outputs of a stack.");
            return list.OfType<JsonObject>().ToDictionary(output => (string)output["OutputKey"]!, output => (string)output["OutputValue"]!);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new UsageException($"{file} is not what `aws cloudformation describe-stacks --output json` prints.");
        }
    }
}
