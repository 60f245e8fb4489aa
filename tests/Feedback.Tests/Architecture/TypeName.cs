using Mono.Cecil;

namespace Feedback.Tests.Architecture;

internal sealed record TypeName(string Namespace, string Name)
{
    internal static TypeName Of(TypeReference type) =>
        type.DeclaringType is { } outer ? Of(outer) : new TypeName(type.Namespace, type.Name);

    /// <summary>Whether the type is in the namespace or in one below it.</summary>
    internal bool IsIn(string root) => Namespace == root || Namespace.StartsWith(root + ".", StringComparison.Ordinal);

    public override string ToString() => $"{Namespace}.{Name}";
}
