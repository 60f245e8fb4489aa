namespace Feedback.Local.Templates;

/// <summary>What the template says about one function, globals included.</summary>
internal sealed record FunctionDefinition(
    string LogicalId, string Name, string Arn, string Handler, int MemorySize, TimeSpan Timeout, IReadOnlyDictionary<string, string> Environment);
