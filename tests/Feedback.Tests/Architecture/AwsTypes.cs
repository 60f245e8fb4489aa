namespace Feedback.Tests.Architecture;

/// <summary>The core knows no AWS SDK and no Lambda package: all their types are in namespaces below <c>Amazon</c>.</summary>
internal static class AwsTypes
{
    internal static IReadOnlyList<string> Violations(IEnumerable<TypeUse> uses) => [.. uses.Where(use => use.To.IsIn("Amazon")).Select(use => use.ToString())];
}
