namespace Feedback.EndToEnd.Tests.Stack;

internal sealed record StackOptions(params string[] Functions)
{
    /// <summary>The configuration sets that SES knows.</summary>
    public IReadOnlyList<string> Sets { get; init; } = ["marketing", "transactional", "newsletter"];

    /// <summary>Processes for each function.</summary>
    public int Processes { get; init; } = 1;

    /// <summary>Variables instead of the template's. Turns for SES are short here, so that the tests are.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string> { ["FEEDBACK_SES_CALLS_PER_SECOND"] = "50" };

    /// <summary>Values of the template's parameters instead of its defaults.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether deliveries may lag; by default every delivery counts as processed.</summary>
    public bool DeliveriesLag { get; init; }

    /// <summary>The file to keep the tables in, for a test that stops the database.</summary>
    public string? DatabaseFile { get; init; }
}
