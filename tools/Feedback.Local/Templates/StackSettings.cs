namespace Feedback.Local.Templates;

/// <summary>What a deployment would add to the template: parameter values, and the names AWS would make up.</summary>
internal sealed record StackSettings
{
    /// <summary>Parameter values instead of the template's defaults.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    public string StackName { get; init; } = "feedback";

    public string AccountId { get; init; } = "123456789012";

    public string Region { get; init; } = "eu-west-1";

    public string Partition { get; init; } = "aws";

    /// <summary>Put before each table's name, so that tests can share one database.</summary>
    public string TablePrefix { get; init; } = "";

    /// <summary>
    /// Where queue URLs point; by default, to AWS. Some versions of the SQS client send requests to the queue's URL rather than
    /// to their endpoint, so on one machine both have to be the same.
    /// </summary>
    public Uri? QueueEndpoint { get; init; }
}
