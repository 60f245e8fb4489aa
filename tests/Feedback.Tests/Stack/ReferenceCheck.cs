using System.Text.RegularExpressions;
using Feedback.Local.Templates;
using YamlDotNet.RepresentationModel;

namespace Feedback.Tests.Stack;

/// <summary>Finds, for one choice of parameters, the references to what the template doesn't have or has left out.</summary>
internal sealed partial class ReferenceCheck
{
    private readonly Template _template;
    private readonly Expressions _expressions;
    private readonly IReadOnlyList<(string Key, YamlNode Value)> _created;
    private readonly YamlNode? _outputs;
    private readonly (string Key, YamlNode Value) _globals;

    internal ReferenceCheck(string yaml, IReadOnlyDictionary<string, string> parameters)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var root = stream.Documents[0].RootNode;
        _template = Template.Parse(yaml);
        _expressions = new Expressions(_template, new StackSettings { Parameters = parameters });
        _created = [.. root.Child("Resources").Entries().Where(IsOn)];
        _outputs = root.Child("Outputs");
        _globals = ("Globals", root.Child("Globals") ?? new YamlMappingNode());
    }

    internal IReadOnlyList<string> Conditions => [.. _template.Conditions.Entries().Select(condition => condition.Key).Where(_expressions.Holds)];

    /// <summary>Where a reference is, and what it names.</summary>
    internal IReadOnlyList<string> Broken()
    {
        var names = _created.Select(resource => resource.Key).Concat(_template.Parameters.Entries().Select(parameter => parameter.Key)).ToHashSet();
        return
        [
            .. from part in _created.Concat(_outputs.Entries().Where(IsOn)).Append(_globals)
               from name in Names(part.Value).Concat(part.Value.Child("DependsOn") is { } needed ? Texts(needed) : [])
               where !names.Contains(name) && !name.StartsWith("AWS::", StringComparison.Ordinal)
               select $"{part.Key} names {name}",
        ];
    }

    private bool IsOn((string Key, YamlNode Value) part) => part.Value.Child("Condition") is not { } condition || _expressions.Holds(condition.Scalar());

    private IEnumerable<string> Names(YamlNode node) => Intrinsic.Of(node) switch
    {
        { Name: "If" } choice => Names(choice.Arguments[_expressions.Holds(choice.Arguments[0].Scalar()) ? 1 : 2]),
        { Name: "Ref" } reference => [reference.Argument.Scalar()],
        { Name: "GetAtt" } attribute => [Texts(attribute.Argument).First().Split('.')[0]],
        { Name: "Sub" } text => OfText(text),
        { } other => Below(other.Argument),
        null => Below(node),
    };

    private IEnumerable<string> Below(YamlNode node) => node.Items().Concat(node.Entries().Select(entry => entry.Value)).SelectMany(Names);

    /// <summary>The names in braces, but for those that the second argument defines.</summary>
    private IEnumerable<string> OfText(Intrinsic text)
    {
        var defined = text.Arguments.ElementAtOrDefault(1).Entries().ToList();
        return Placeholder().Matches(Texts(text.Argument).First())
            .Select(match => match.Groups["name"].Value)
            .Except(defined.Select(entry => entry.Key))
            .Concat(defined.SelectMany(entry => Names(entry.Value)));
    }

    private static IEnumerable<string> Texts(YamlNode node) =>
        node is YamlSequenceNode list ? list.OfType<YamlScalarNode>().Select(item => item.Scalar()) : [node.Scalar()];

    [GeneratedRegex(@"\$\{(?<name>[^!.}]+)[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Placeholder();
}
