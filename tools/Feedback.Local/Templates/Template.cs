using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Feedback.Local.Templates;

/// <summary>
/// Reads tables and function settings from the SAM template that is deployed, so that neither a test nor the demo can disagree with it.
/// </summary>
internal sealed class Template
{
    private static readonly StackSettings Defaults = new();

    private readonly YamlNode _root;
    private readonly Dictionary<string, TemplateResource> _resources;

    private Template(YamlNode root)
    {
        _root = root;
        _resources = root.Child("Resources").Entries().ToDictionary(entry => entry.Key, entry => TemplateResource.Of(entry.Key, entry.Value));
    }

    /// <summary>The logical ids of the functions, in the order of the template.</summary>
    public IReadOnlyList<string> Functions => [.. OfType(TemplateResource.Function, Defaults).Select(function => function.LogicalId)];

    public YamlNode? Parameters => _root.Child("Parameters");

    public YamlNode? Conditions => _root.Child("Conditions");

    public YamlNode? FunctionGlobals => _root.Child("Globals", "Function");

    /// <param name="path">The file; by default <c>template.yaml</c> of the checkout that contains this program.</param>
    public static Template Load(string? path = null) => Parse(File.ReadAllText(path ?? Path.Combine(RepositoryRoot.Find(), "template.yaml")));

    public static Template Parse(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException error)
        {
            throw new LocalException($"template.yaml, line {error.Start.Line}: {error.Message}", error);
        }

        return new Template(stream.Documents[0].RootNode);
    }

    public TemplateResource Resource(string logicalId) => _resources.GetValueOrDefault(logicalId)
        ?? throw new LocalException($"template.yaml has neither a resource nor a parameter {logicalId}.");

    public FunctionDefinition Function(string logicalId, StackSettings? settings = null) =>
        new FunctionReader(this, settings ?? Defaults).Read(Resource(logicalId));

    public string HandlerOf(string functionLogicalId, StackSettings? settings = null) => Function(functionLogicalId, settings).Handler;

    public IReadOnlyDictionary<string, string> EnvironmentOf(string functionLogicalId, StackSettings? settings = null) =>
        Function(functionLogicalId, settings).Environment;

    /// <summary>The names of the queues, by logical id.</summary>
    public IReadOnlyDictionary<string, string> Queues(StackSettings? settings = null) => Names(TemplateResource.Queue, settings ?? Defaults);

    /// <summary>The names of the topics, by logical id.</summary>
    public IReadOnlyDictionary<string, string> Topics(StackSettings? settings = null) => Names(TemplateResource.Topic, settings ?? Defaults);

    /// <summary>The names of the configuration sets, by logical id.</summary>
    public IReadOnlyDictionary<string, string> ConfigurationSets(StackSettings? settings = null) =>
        Names(TemplateResource.ConfigurationSet, settings ?? Defaults);

    /// <summary>The properties of the resources of a type, evaluated for a deployment, by logical id. Every value is a text.</summary>
    /// <param name="type">The resource type.</param>
    /// <param name="settings">The settings of the deployment.</param>
    /// <param name="names">The properties to evaluate; others may need what only AWS knows.</param>
    public IReadOnlyDictionary<string, JsonObject> Properties(string type, StackSettings settings, params string[] names)
    {
        var json = new ResourceJson(new Expressions(this, settings));
        return OfType(type, settings).ToDictionary(
            resource => resource.LogicalId,
            resource => new JsonObject(names.Select(name => KeyValuePair.Create(name, json.Of(resource.Properties.Child(name))))));
    }

    /// <summary>Creates missing tables. Returns the names of all tables by logical id.</summary>
    /// <param name="database">The database to create them in.</param>
    /// <param name="settings">The settings of the deployment.</param>
    /// <param name="expire">False disables TTL, to keep the items of old events, which have expired by the database's clock.</param>
    public async Task<IReadOnlyDictionary<string, string>> CreateTablesAsync(IAmazonDynamoDB database, StackSettings? settings = null, bool expire = true)
    {
        var reader = new TableReader(this, settings ?? Defaults);
        foreach (var table in OfType(TemplateResource.Table, settings ?? Defaults))
        {
            await new TableCreation(database).EnsureAsync(reader.Create(table), expire ? reader.TimeToLive(table) : null);
        }

        return Names(TemplateResource.Table, settings ?? Defaults);
    }

    private Dictionary<string, string> Names(string type, StackSettings settings)
    {
        var references = new References(this, settings);
        return OfType(type, settings).ToDictionary(resource => resource.LogicalId, references.Name);
    }

    private IEnumerable<TemplateResource> OfType(string type, StackSettings settings) => _resources.Values.Where(
        resource => resource.Type == type && (resource.Condition is null || new Expressions(this, settings).Holds(resource.Condition)));
}
