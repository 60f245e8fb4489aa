namespace Feedback.Local.Templates;

/// <summary>Resolves <c>!Ref</c> and <c>!GetAtt</c> for a local deployment: values of the same shape as on AWS, with the logical id as name.</summary>
internal sealed class References(Template template, StackSettings settings)
{
    public string Ref(string name) => name switch
    {
        "AWS::AccountId" => settings.AccountId,
        "AWS::Region" => settings.Region,
        "AWS::Partition" => settings.Partition,
        "AWS::StackName" => settings.StackName,
        "AWS::URLSuffix" => "amazonaws.com",
        _ when template.Parameters.Child(name) is { } parameter => settings.Parameters.GetValueOrDefault(name)
            ?? parameter.Child("Default")?.Scalar()
            ?? throw new LocalException($"The template's parameter {name} has no default: give it a value."),
        _ => ToResource(template.Resource(name)),
    };

    public string GetAtt(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var (resource, attribute) = (template.Resource(path[..dot]), path[(dot + 1)..]);
        return attribute switch
        {
            "Arn" or "TopicArn" => Arn(resource),
            "QueueUrl" => ToResource(resource),
            "QueueName" or "TopicName" => Name(resource),
            _ => throw new LocalException($"template.yaml: !GetAtt {path} can't be evaluated on this machine."),
        };
    }

    /// <summary>Returns the resource's name in the template, or its logical id.</summary>
    public string Name(TemplateResource resource)
    {
        var property = resource.Type switch
        {
            TemplateResource.Table => "TableName",
            TemplateResource.Queue => "QueueName",
            TemplateResource.Topic => "TopicName",
            TemplateResource.Function => "FunctionName",
            TemplateResource.ConfigurationSet => "Name",
            _ => null,
        };
        var given = property is null ? null : new Expressions(template, settings).Text(resource.Properties.Child(property));
        return (resource.Type == TemplateResource.Table ? settings.TablePrefix : "") + (given ?? resource.LogicalId);
    }

    private string ToResource(TemplateResource resource) => resource.Type switch
    {
        TemplateResource.Topic => Arn(resource),
        TemplateResource.Queue => new Uri(
            settings.QueueEndpoint ?? new Uri($"https://sqs.{settings.Region}.amazonaws.com"), $"/{settings.AccountId}/{Name(resource)}").ToString(),
        _ => Name(resource),
    };

    private string Arn(TemplateResource resource)
    {
        var (service, kind) = resource.Type switch
        {
            TemplateResource.Table => ("dynamodb", "table/"),
            TemplateResource.Function => ("lambda", "function:"),
            _ => (resource.Type.Split("::") is [_, var family, ..] ? family : "unknown", ""),
        };
        return $"arn:{settings.Partition}:{service.ToLowerInvariant()}:{settings.Region}:{settings.AccountId}:{kind}{Name(resource)}";
    }
}
