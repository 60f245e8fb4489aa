using System.Collections.Concurrent;

namespace Feedback.Local.Services.Stack;

/// <summary>The deployed stacks: their functions with the variables of each, and other resources.</summary>
internal sealed class StackState
{
    private readonly ConcurrentDictionary<(string Stack, string LogicalId), string> _resources = new();
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _variables = new();

    /// <summary>Deploys a function under the name that CloudFormation would give it.</summary>
    public void PutFunction(string stack, string logicalId, IReadOnlyDictionary<string, string> variables)
    {
        var name = $"{stack}-{logicalId}-1A2B3C";
        PutResource(stack, logicalId, name);
        _variables[name] = variables;
    }

    /// <summary>Deploys a resource by the name, or the ARN, by which CloudFormation knows it.</summary>
    public void PutResource(string stack, string logicalId, string physicalId) => _resources[(stack, logicalId)] = physicalId;

    public bool Exists(string stack) => _resources.Keys.Any(resource => resource.Stack == stack);

    public string? PhysicalId(string stack, string logicalId) => _resources.GetValueOrDefault((stack, logicalId));

    public IReadOnlyDictionary<string, string>? Variables(string functionName) => _variables.GetValueOrDefault(functionName);
}
