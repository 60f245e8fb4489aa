using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using YamlDotNet.RepresentationModel;

namespace Feedback.Local.Templates;

/// <summary>Turns an <c>AWS::DynamoDB::Table</c> into the requests that create it.</summary>
internal sealed class TableReader(Template template, StackSettings settings)
{
    private readonly Expressions _expressions = new(template, settings);
    private readonly References _references = new(template, settings);

    public CreateTableRequest Create(TemplateResource table)
    {
        var indexes = Items(table.Properties, "GlobalSecondaryIndexes").Select(Index).ToList();
        return new CreateTableRequest
        {
            TableName = _references.Name(table),
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [.. Items(table.Properties, "KeySchema").Select(Key)],
            AttributeDefinitions = [.. Items(table.Properties, "AttributeDefinitions").Select(Attribute)],
            GlobalSecondaryIndexes = indexes is [] ? null : indexes,
            StreamSpecification = Stream(table),
        };
    }

    /// <summary>Null if the table's items don't expire.</summary>
    public TimeToLiveSpecification? TimeToLive(TemplateResource table)
    {
        var specification = _expressions.Resolve(table.Properties.Child("TimeToLiveSpecification"));
        return specification is not null && Text(specification, "Enabled") == "true"
            ? new TimeToLiveSpecification { AttributeName = Text(specification, "AttributeName"), Enabled = true }
            : null;
    }

    /// <summary>CloudFormation turns a stream on by saying what it shows.</summary>
    private StreamSpecification? Stream(TemplateResource table) =>
        _expressions.Resolve(table.Properties.Child("StreamSpecification")) is { } specification
            ? new StreamSpecification { StreamEnabled = true, StreamViewType = Text(specification, "StreamViewType") }
            : null;

    private GlobalSecondaryIndex Index(YamlNode node)
    {
        var projection = _expressions.Resolve(node.Child("Projection"));
        var included = Items(projection, "NonKeyAttributes").Select(_expressions.Text).ToList();
        return new GlobalSecondaryIndex
        {
            IndexName = Text(node, "IndexName"),
            KeySchema = [.. Items(node, "KeySchema").Select(Key)],
            Projection = new Projection
            {
                ProjectionType = Text(projection, "ProjectionType"),
                NonKeyAttributes = included is [] ? null : included,
            },
        };
    }

    private KeySchemaElement Key(YamlNode node) => new(Text(node, "AttributeName"), Text(node, "KeyType"));

    private AttributeDefinition Attribute(YamlNode node) => new(Text(node, "AttributeName"), Text(node, "AttributeType"));

    private string? Text(YamlNode? node, string property) => _expressions.Text(node.Child(property));

    private IEnumerable<YamlNode> Items(YamlNode? node, string property) =>
        _expressions.Resolve(node.Child(property)).Items().Select(_expressions.Resolve).OfType<YamlNode>();
}
