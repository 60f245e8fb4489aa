using Mono.Cecil;

namespace Feedback.Tests.Stack.Permissions;

/// <summary>
/// The calls between the methods of some assemblies, read from their compiled code. A call of an interface reaches every class that implements
/// it, and a method that makes a delegate calls it, so what a function can reach is never underestimated.
/// </summary>
internal sealed class CodeGraph
{
    private static readonly string[] StateMachines = ["AsyncStateMachineAttribute", "IteratorStateMachineAttribute", "AsyncIteratorStateMachineAttribute"];

    private readonly ILookup<string, MethodDefinition> _methods;
    private readonly ILookup<string, MethodDefinition> _implementations;

    internal CodeGraph(IReadOnlyList<ModuleDefinition> modules)
    {
        var methods = modules.SelectMany(module => module.GetTypes()).SelectMany(type => type.Methods).ToList();
        _methods = methods.ToLookup(Key);
        _implementations = methods.Where(method => method.IsVirtual)
            .SelectMany(method => Implemented(method).Select(key => (key, method)))
            .ToLookup(pair => pair.key, pair => pair.method);
    }

    /// <summary>Each method that the given ones can reach, with the reached methods that call it.</summary>
    internal IReadOnlyDictionary<MethodDefinition, IReadOnlySet<MethodDefinition>> Reach(IEnumerable<MethodDefinition> from)
    {
        var callers = from.ToDictionary(method => method, _ => new HashSet<MethodDefinition>());
        var waiting = new Queue<MethodDefinition>(callers.Keys);
        while (waiting.TryDequeue(out var caller))
        {
            foreach (var called in Calls(caller))
            {
                if (callers.TryAdd(called, []))
                {
                    waiting.Enqueue(called);
                }

                callers[called].Add(caller);
            }
        }

        return callers.ToDictionary(pair => pair.Key, pair => (IReadOnlySet<MethodDefinition>)pair.Value);
    }

    /// <summary>The methods that the body of one names, in these assemblies or outside of them.</summary>
    internal static IEnumerable<MethodReference> Named(MethodDefinition method) =>
        method.HasBody ? method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MethodReference>() : [];

    private IEnumerable<MethodDefinition> Calls(MethodDefinition method) =>
    [
        .. Named(method).Select(Key).SelectMany(key => _methods[key].Concat(_implementations[key])),
        .. method.CustomAttributes.Where(attribute => StateMachines.Contains(attribute.AttributeType.Name))
            .SelectMany(attribute => ((TypeReference)attribute.ConstructorArguments[0].Value).Resolve().Methods),
        .. method.DeclaringType.Methods.Where(other => other.IsConstructor),
    ];

    private static IEnumerable<string> Implemented(MethodDefinition method) =>
    [
        .. method.DeclaringType.Interfaces.Select(implemented => Key(implemented.InterfaceType, method)),
        .. method.DeclaringType.BaseType is { } baseType ? [Key(baseType, method)] : Array.Empty<string>(),
        .. method.Overrides.Select(Key),
    ];

    private static string Key(MethodReference method) => Key(method.DeclaringType, method);

    /// <summary>Without the types of the parameters: overloads count as one method.</summary>
    private static string Key(TypeReference type, MethodReference method) => $"{type.GetElementType().FullName}::{method.Name}/{method.Parameters.Count}";
}
