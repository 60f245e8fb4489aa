namespace Feedback.Local.Templates;

/// <summary>What the template says about one function, globals included.</summary>
internal sealed record FunctionDefinition(
    string LogicalId, string Name, string Arn, string Handler, int MemorySize, TimeSpan Timeout, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>JSON or Text.</summary>
    public string LogFormat { get; init; } = "Text";

    /// <summary>The least level Lambda sends to the log; it has one in the JSON format only.</summary>
    public string? LogLevel { get; init; }
}
