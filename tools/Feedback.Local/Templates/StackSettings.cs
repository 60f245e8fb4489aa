namespace Feedback.Local.Templates;

/// <summary>The settings that a deployment adds to the template: parameter values, and names that AWS would generate.</summary>
internal sealed record StackSettings
{
    /// <summary>Parameter values that replace the template's defaults.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    public string StackName { get; init; } = "feedback";

    public string AccountId { get; init; } = "123456789012";

    public string Region { get; init; } = "eu-west-1";

    public string Partition { get; init; } = "aws";

    /// <summary>A prefix for each table's name, so that tests can share one database.</summary>
    public string TablePrefix { get; init; } = "";

    /// <summary>
    /// The endpoint in queue URLs; AWS by default. Some versions of the SQS client send requests to the queue's URL rather than to their
    /// endpoint, so both have to be the same in a local deployment.
    /// </summary>
    public Uri? QueueEndpoint { get; init; }
}
