namespace Feedback.Local.Templates;

/// <summary>A function of the template, including the globals.</summary>
internal sealed record FunctionDefinition(
    string LogicalId, string Name, string Arn, string Handler, int MemorySize, TimeSpan Timeout, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>JSON or Text.</summary>
    public string LogFormat { get; init; } = "Text";

    /// <summary>The minimum log level; Lambda has one in the JSON format only.</summary>
    public string? LogLevel { get; init; }
}
