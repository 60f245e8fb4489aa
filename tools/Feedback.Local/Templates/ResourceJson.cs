using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Feedback.Local.Templates;

/// <summary>Evaluates a part of a resource to JSON, in which every value is a text.</summary>
internal sealed class ResourceJson(Expressions expressions)
{
    /// <summary>Returns null for a node that is absent or <c>AWS::NoValue</c>.</summary>
    public JsonNode? Of(YamlNode? node) => expressions.Resolve(node) switch
    {
        null => null,
        YamlMappingNode map => new JsonObject(
            map.Entries().Select(entry => KeyValuePair.Create(entry.Key, Of(entry.Value))).Where(entry => entry.Value is not null)),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Of).Where(item => item is not null)]),
        var scalar => scalar.Scalar(),
    };
}
