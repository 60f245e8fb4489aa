using YamlDotNet.RepresentationModel;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Stack.Permissions;

/// <summary>What one role of the template allows, whatever its conditions.</summary>
internal sealed class Role(TemplateFile template, YamlNode role)
{
    internal IReadOnlyList<Permission> Allowed =>
    [
        .. Statements.SelectMany(statement =>
            from action in Items(statement["Action"])
            from resource in Items(statement["Resource"])
            select new Permission(Text(action), Name(resource))),
    ];

    private IEnumerable<YamlNode> Statements =>
    [
        .. Items(role["Properties"]["ManagedPolicyArns"]).SelectMany(Either).SelectMany(
            policy => Items(template.Resource(Target(policy))["Properties"]["PolicyDocument"]["Statement"]).SelectMany(Either)),
        .. Items(role["Properties"]["Policies"]).SelectMany(Either).SelectMany(
            policy => Items(policy["PolicyDocument"]["Statement"]).SelectMany(Either)),
    ];

    /// <summary>Both branches of an <c>!If</c>, without <c>AWS::NoValue</c>; or the node itself.</summary>
    private static IEnumerable<YamlNode> Either(YamlNode node) => node is { Tag: { IsEmpty: false, Value: "!If" } }
        ? Items(node).Skip(1).Where(branch => branch is not YamlScalarNode { Value: "AWS::NoValue" })
        : [node];

    /// <summary><c>OutcomesTable/index/ReputationEvents</c> for <c>${OutcomesTable.Arn}/index/ReputationEvents</c>.</summary>
    private static string Name(YamlNode resource) =>
        Text(resource).Replace("${", "{", StringComparison.Ordinal) is var text && text.StartsWith('{') || !resource.Tag.IsEmpty && resource.Tag.Value != "!Sub"
            ? text.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Replace(".Arn", "", StringComparison.Ordinal)
            : Text(resource);
}
