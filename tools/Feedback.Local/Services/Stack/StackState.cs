using System.Collections.Concurrent;

namespace Feedback.Local.Services.Stack;

/// <summary>The deployed stacks: their functions with the variables of each.</summary>
internal sealed class StackState
{
    private readonly ConcurrentDictionary<(string Stack, string LogicalId), string> _functions = new();
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _variables = new();

    /// <summary>Deploys a function under the name that CloudFormation would give it.</summary>
    public void PutFunction(string stack, string logicalId, IReadOnlyDictionary<string, string> variables)
    {
        var name = $"{stack}-{logicalId}-1A2B3C";
        _functions[(stack, logicalId)] = name;
        _variables[name] = variables;
    }

    public bool Exists(string stack) => _functions.Keys.Any(function => function.Stack == stack);

    public string? FunctionName(string stack, string logicalId) => _functions.GetValueOrDefault((stack, logicalId));

    public IReadOnlyDictionary<string, string>? Variables(string functionName) => _variables.GetValueOrDefault(functionName);
}
