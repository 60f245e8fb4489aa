using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Feedback.Local.Templates;

/// <summary>
/// Evaluates the template's expressions for one deployment, on demand: an unsupported function (such as <c>!FindInMap</c>) is an error only
/// if a table or a variable needs it.
/// </summary>
internal sealed partial class Expressions(Template template, StackSettings settings)
{
    private readonly References _references = new(template, settings);

    /// <summary>Returns a plain node, whose children are still to be resolved, or null for <c>AWS::NoValue</c>.</summary>
    public YamlNode? Resolve(YamlNode? node)
    {
        if (node is null || Intrinsic.Of(node) is not { } call)
        {
            return node;
        }

        return call.Name switch
        {
            "If" => Resolve(Holds(call.Arguments[0].Scalar()) ? call.Arguments[1] : call.Arguments[2]),
            "Ref" when call.Argument.Scalar() == "AWS::NoValue" => null,
            "Ref" => Plain(_references.Ref(call.Argument.Scalar())),
            "GetAtt" => Plain(_references.GetAtt(call.Argument is YamlSequenceNode
                ? string.Join('.', call.Arguments.Select(part => part.Scalar()))
                : call.Argument.Scalar())),
            "Sub" => Plain(Substitute(call)),
            "Join" => Plain(string.Join(call.Arguments[0].Scalar(), Resolve(call.Arguments[1]).Items().Select(Text))),
            _ => throw Unknown(node, call),
        };
    }

    public string? Text(YamlNode? node) => Resolve(node)?.Scalar();

    public bool Holds(string condition) => Holds(
        template.Conditions.Child(condition) ?? throw new LocalException($"template.yaml has no condition {condition}."));

    private static YamlScalarNode Plain(string value) => new(value);

    private static LocalException Unknown(YamlNode node, Intrinsic call) =>
        new($"template.yaml, line {node.Start.Line}: {call.Name} can't be evaluated on this machine.");

    private bool Holds(YamlNode node) => Intrinsic.Of(node) switch
    {
        { Name: "Equals" } call => Text(call.Arguments[0]) == Text(call.Arguments[1]),
        { Name: "Not" } call => !Holds(call.Arguments[0]),
        { Name: "And" } call => call.Arguments.All(Holds),
        { Name: "Or" } call => call.Arguments.Any(Holds),
        { Name: "Condition" } call => Holds(call.Argument.Scalar()),
        { } call => throw Unknown(node, call),
        null => throw new LocalException($"template.yaml, line {node.Start.Line}: expected a condition."),
    };

    // Either the text, or a list of the text and a map of additional names.
    private string Substitute(Intrinsic call)
    {
        var (text, names) = call.Argument is YamlSequenceNode ? (call.Arguments[0], call.Arguments[1]) : (call.Argument, null);
        return Placeholder().Replace(text.Scalar(), match =>
        {
            var name = match.Groups["name"].Value;
            return name is ['!', .. var literal] ? $"${{{literal}}}"
                : names.Child(name) is { } own ? Text(own) ?? ""
                : name.Contains('.', StringComparison.Ordinal) ? _references.GetAtt(name)
                : _references.Ref(name);
        });
    }

    [GeneratedRegex(@"\$\{(?<name>[^}]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Placeholder();
}
