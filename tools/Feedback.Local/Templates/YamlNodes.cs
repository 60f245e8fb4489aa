using YamlDotNet.RepresentationModel;

namespace Feedback.Local.Templates;

/// <summary>Reads YAML nodes. A template uses its own tags, so it can't be deserialised into types.</summary>
internal static class YamlNodes
{
    public static YamlNode? Child(this YamlNode? node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    public static YamlNode? Child(this YamlNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var key in path)
        {
            node = node.Child(key);
        }

        return node;
    }

    public static IEnumerable<(string Key, YamlNode Value)> Entries(this YamlNode? node) =>
        node is YamlMappingNode map ? map.Children.Select(entry => (Scalar(entry.Key), entry.Value)) : [];

    public static IEnumerable<YamlNode> Items(this YamlNode? node) => node is YamlSequenceNode list ? list.Children : [];

    public static string Scalar(this YamlNode node) => node is YamlScalarNode { Value: { } value }
        ? value
        : throw new LocalException($"template.yaml, line {node.Start.Line}: expected one value, not {node.NodeType}.");
}
