using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Feedback.Tests.Architecture;

/// <summary>Collects the types that a type names in its metadata and in its code, as element types and generic arguments.</summary>
internal static class UsedTypes
{
    internal static IEnumerable<TypeReference> Of(TypeDefinition type) => All(type).SelectMany(Elements);

    private static IEnumerable<TypeReference?> All(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. type.GenericParameters.SelectMany(Constraints),
        .. Attributes(type),
        .. type.Fields.SelectMany(field => Attributes(field).Append(field.FieldType)),
        .. type.Properties.SelectMany(Attributes),
        .. type.Events.SelectMany(Attributes),
        .. type.Methods.SelectMany(OfMethod),
        .. type.NestedTypes.SelectMany(All),
    ];

    private static IEnumerable<TypeReference?> OfMethod(MethodDefinition method) =>
    [
        .. Signature(method),
        .. Attributes(method),
        .. Attributes(method.MethodReturnType),
        .. method.Parameters.SelectMany(Attributes),
        .. method.GenericParameters.SelectMany(Constraints),
        .. method.Overrides.SelectMany(Signature),
        .. method.HasBody ? Body(method.Body) : [],
    ];

    private static IEnumerable<TypeReference?> Body(MethodBody body) =>
    [
        .. body.Variables.Select(variable => variable.VariableType),
        .. body.ExceptionHandlers.Select(handler => handler.CatchType),
        .. body.Instructions.SelectMany(instruction => Operand(instruction.Operand)),
    ];

    private static IEnumerable<TypeReference?> Operand(object? operand) => operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [.. Signature(method), .. method.GenericArguments],
        IMethodSignature method => Signature(method),
        _ => [],
    };

    private static IEnumerable<TypeReference?> Signature(IMethodSignature method) =>
        [(method as MemberReference)?.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)];

    private static IEnumerable<TypeReference?> Constraints(GenericParameter parameter) =>
        [.. Attributes(parameter), .. parameter.Constraints.Select(constraint => constraint.ConstraintType)];

    private static IEnumerable<TypeReference?> Attributes(Mono.Cecil.ICustomAttributeProvider attributed) =>
        attributed.CustomAttributes.SelectMany(attribute =>
        {
            IEnumerable<CustomAttributeArgument> arguments =
                [.. attribute.ConstructorArguments, .. attribute.Fields.Concat(attribute.Properties).Select(named => named.Argument)];
            return arguments.SelectMany(argument => new[] { argument.Type, argument.Value as TypeReference }).Append(attribute.AttributeType);
        });

    private static IEnumerable<TypeReference> Elements(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        FunctionPointerType pointer => Signature(pointer).SelectMany(Elements),
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Elements)],
        IModifierType modified => [.. Elements(modified.ModifierType), .. Elements(modified.ElementType)],
        TypeSpecification specified => Elements(specified.ElementType),
        _ => [type],
    };
}
