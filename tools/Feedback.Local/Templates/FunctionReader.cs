using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Feedback.Local.Templates;

/// <summary>Reads a function's properties, with SAM's <c>Globals.Function</c> as defaults.</summary>
internal sealed class FunctionReader(Template template, StackSettings settings)
{
    private readonly Expressions _expressions = new(template, settings);
    private readonly References _references = new(template, settings);

    public FunctionDefinition Read(TemplateResource function) => new(
        function.LogicalId,
        _references.Name(function),
        _references.GetAtt($"{function.LogicalId}.Arn"),
        Text(function, "Handler") ?? throw new LocalException($"template.yaml: {function.LogicalId} has no Handler."),
        Number(function, "MemorySize", otherwise: 128),
        TimeSpan.FromSeconds(Number(function, "Timeout", otherwise: 3)),
        Environment(function))
    {
        LogFormat = Logging(function, "LogFormat") ?? "Text",
        LogLevel = Logging(function, "ApplicationLogLevel"),
    };

    private Dictionary<string, string> Environment(TemplateResource function)
    {
        var variables = new Dictionary<string, string>();
        foreach (var properties in (YamlNode?[])[template.FunctionGlobals, function.Properties])
        {
            var environment = _expressions.Resolve(properties.Child("Environment"));
            foreach (var (name, value) in _expressions.Resolve(environment.Child("Variables")).Entries())
            {
                if (_expressions.Text(value) is { } text)
                {
                    variables[name] = text;
                }
            }
        }

        return variables;
    }

    private string? Logging(TemplateResource function, string property) =>
        _expressions.Text(function.Properties.Child("LoggingConfig", property) ?? template.FunctionGlobals.Child("LoggingConfig", property));

    private int Number(TemplateResource function, string property, int otherwise) =>
        Text(function, property) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private string? Text(TemplateResource function, string property) =>
        _expressions.Text(function.Properties.Child(property) ?? template.FunctionGlobals.Child(property));
}
