using YamlDotNet.RepresentationModel;

namespace Feedback.Local.Templates;

/// <summary>A CloudFormation function call in short (<c>!Sub x</c>) or long form (<c>Fn::Sub: x</c>): its name and its argument.</summary>
internal readonly record struct Intrinsic(string Name, YamlNode Argument)
{
    public IReadOnlyList<YamlNode> Arguments => [.. Argument.Items()];

    public static Intrinsic? Of(YamlNode node)
    {
        // With a short tag the argument is the node itself: read its value or items, but don't resolve it again.
        if (node.Tag is { IsEmpty: false } tag && tag.Value is ['!', _, ..])
        {
            return new Intrinsic(tag.Value[1..], node);
        }

        if (node is not YamlMappingNode { Children: [var only] })
        {
            return null;
        }

        var key = only.Key.Scalar();
        return key.StartsWith("Fn::", StringComparison.Ordinal) ? new Intrinsic(key[4..], only.Value)
            : key is "Ref" or "Condition" ? new Intrinsic(key, only.Value)
            : null;
    }
}
