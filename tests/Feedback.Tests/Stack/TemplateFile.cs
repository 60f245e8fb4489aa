using YamlDotNet.RepresentationModel;

namespace Feedback.Tests.Stack;

/// <summary>A CloudFormation template as YAML nodes: tags such as <c>!Ref</c> stay what they are.</summary>
internal sealed class TemplateFile
{
    private TemplateFile(YamlMappingNode root) => Root = root;

    public YamlMappingNode Root { get; }

    /// <summary>The folder that holds <c>template.yaml</c>, above the folder the tests run in.</summary>
    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    public static TemplateFile Load(string path)
    {
        using var reader = File.OpenText(Path.Combine(RepositoryRoot, path));
        var stream = new YamlStream();
        stream.Load(reader);
        return new TemplateFile((YamlMappingNode)stream.Documents[0].RootNode);
    }

    /// <summary>The resources of one type: logical id and the whole resource.</summary>
    public IReadOnlyDictionary<string, YamlNode> Resources(string type) =>
        Children(Root["Resources"])
            .Where(resource => Text(resource.Value["Type"]) == type)
            .ToDictionary();

    public YamlNode Resource(string logicalId) => Root["Resources"][logicalId];

    /// <summary>A property of a function, from the function itself or from Globals.</summary>
    public YamlNode FunctionProperty(YamlNode function, string name) =>
        Find(function, "Properties", name) ?? Root["Globals"]["Function"][name];

    public string Default(string parameter) => Text(Root["Parameters"][parameter]["Default"]);

    public static IEnumerable<KeyValuePair<string, YamlNode>> Children(YamlNode mapping) =>
        ((YamlMappingNode)mapping).Select(child => KeyValuePair.Create(Text(child.Key), child.Value));

    public static IEnumerable<YamlNode> Items(YamlNode node) => node as YamlSequenceNode ?? [node];

    /// <summary>The node at a path, or null if any step is missing.</summary>
    public static YamlNode? Find(YamlNode node, params string[] path)
    {
        YamlNode? found = node;
        foreach (var step in path)
        {
            found = found is YamlMappingNode mapping && mapping.Children.TryGetValue(step, out var child) ? child : null;
        }

        return found;
    }

    public static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    /// <summary>The logical id that a <c>!Ref</c> or a <c>!GetAtt</c> names.</summary>
    public static string Target(YamlNode node)
    {
        node.Tag.IsEmpty.ShouldBeFalse($"expected a !Ref or !GetAtt, found {node}");
        return Text(node).Split('.')[0];
    }

    private static string FindRepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "template.yaml")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("no template.yaml above " + AppContext.BaseDirectory);
        }

        return folder.FullName;
    }
}
