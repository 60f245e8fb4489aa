using Mono.Cecil;

namespace Feedback.Tests.Architecture;

/// <summary>One type uses another. A nested type, also one the compiler made, counts as the type around it.</summary>
internal sealed record TypeUse(TypeName From, TypeName To)
{
    /// <summary>Every use in a compiled module: base types, members, attributes, generic arguments and the bodies of methods.</summary>
    internal static IReadOnlyList<TypeUse> In(ModuleDefinition module) =>
    [
        .. module.Types
            .SelectMany(type => UsedTypes.Of(type).Select(used => new TypeUse(TypeName.Of(type), TypeName.Of(used))))
            .Where(use => use.From != use.To)
            .Distinct(),
    ];

    public override string ToString() => $"{From} uses {To}";
}
