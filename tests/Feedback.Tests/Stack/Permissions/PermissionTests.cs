using Feedback.Functions;
using Feedback.Functions.Composition;
using Feedback.Reputation;
using Feedback.Suppression;
using Mono.Cecil;
using YamlDotNet.RepresentationModel;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Stack.Permissions;

/// <summary>Compares the policies of each function's role with the calls that its compiled code can reach, both ways.</summary>
public sealed class PermissionTests
{
    private static readonly TemplateFile Template = Load("template.yaml");

    private static readonly IReadOnlyList<ModuleDefinition> Modules =
    [
        .. ((Type[])[typeof(Policy), typeof(Feedback.Aws.AwsServices), typeof(FunctionRunner), typeof(SuppressionList)])
            .Select(type => Module(type.Assembly.Location)),
    ];

    private static readonly CodeGraph Code = new(Modules);

    /// <summary>Resources that end in a wildcard, and why they can't be narrower.</summary>
    private static readonly IReadOnlyDictionary<string, string> Wide = new Dictionary<string, string>
    {
        ["ses:GetAccount on *"] = "the action supports no other resource",
        ["ses:PutAccountSendingAttributes on *"] = "the action supports no other resource",
        ["ses:GetSuppressedDestination on *"] = "the account's list is no resource; only those of tenants are",
        ["ses:PutSuppressedDestination on *"] = "the account's list is no resource; only those of tenants are",
        ["ses:DeleteSuppressedDestination on *"] = "the account's list is no resource; only those of tenants are",
        ["cloudwatch:PutMetricData on *"] = "the action supports no other resource; a condition limits it to the namespace",
        ["ses:GetEmailIdentity on identity/*"] = "identities come and go without a deployment",
        ["ses:GetConfigurationSet on configuration-set/*"] = "sets come and go without a deployment",
        ["ses:GetConfigurationSetEventDestinations on configuration-set/*"] = "sets come and go without a deployment",
        ["ses:PutConfigurationSetSendingOptions on configuration-set/*"] = "sets come and go without a deployment",
        ["xray:PutTraceSegments on *"] = "the action supports no other resource",
        ["xray:PutTelemetryRecords on *"] = "the action supports no other resource",
        ["s3:GetObject on InboundBucket/reports/*"] = "each mail is an object of its own",
        ["sts:AssumeRole on role/${MemberRoleName}"] = "the accounts are a list; the trust policy of each account's role decides",
        ["sns:Publish on feedback-alarm-*"] = "a set's own policy may name a topic of this prefix",
        ["dynamodb:ListStreams on SuppressionTable/stream/*"] = "the streams that the table has had",
    };

    public static TheoryData<string> Functions => [.. FunctionRunner.Names];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Role_OfAFunction_AllowsEachCallOfItsCode(string function) => Needed(function).Except(Allowed(function)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Functions))]
    public void Role_OfAFunction_AllowsNothingThatItsCodeDoesNotCall(string function) => Allowed(function).Except(Needed(function)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Functions))]
    public void Role_OfAFunction_NamesEachResourceAsNarrowlyAsItCan(string function)
    {
        var wide = Allowed(function).Where(permission => permission.Resource.Contains('*'))
            .Select(permission => $"{permission.Action} on {permission.Resource.Split(':')[^1]}")
            .ToList();

        wide.ShouldBeSubsetOf(Wide.Keys);
        wide.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Role_OfAFunction_IsItsOwn(string function) => Target(Function(function)["Role"]).ShouldBe(function + "Role");

    /// <summary>Otherwise the comparison would miss a call whose request is made in a way that it does not know.</summary>
    [Theory]
    [MemberData(nameof(Functions))]
    public void Calls_OfDynamoDb_AreThoseOfTheRequestsThatAreMade(string function)
    {
        var calls = Calls(function);
        var actions = calls.Needed().Select(permission => permission.Action).ToHashSet();

        calls.DynamoDbOperations().Any().ShouldBe(function != nameof(SuppressionEventFunction));
        calls.DynamoDbOperations().Except(["TransactWriteItems", "TransactGetItems"]).Select(operation => "dynamodb:" + operation).ShouldBeSubsetOf(actions);
    }

    /// <summary>In the China and GovCloud partitions an ARN that begins with <c>arn:aws:</c> names nothing.</summary>
    [Fact]
    public void Arns_OfTheTemplate_NameThePartitionOfTheStack() => Template.Root.AllNodes.OfType<YamlScalarNode>()
        .Select(Text)
        .Where(text => text.StartsWith("arn:", StringComparison.Ordinal))
        .ShouldAllBe(text => text.StartsWith("arn:${AWS::Partition}:", StringComparison.Ordinal));

    [Fact]
    public void Roles_Always_TakeThePermissionsBoundary()
    {
        var roles = Template.Resources("AWS::IAM::Role").Values.Select(role => Items(role["Properties"]["PermissionsBoundary"]).Select(Text)).ToList();

        // One for each function, and those of Firehose and of SNS for the archive.
        roles.Count.ShouldBe(FunctionRunner.Names.Count + 2);
        roles.ShouldAllBe(boundary => boundary.SequenceEqual(new[] { "HasPermissionsBoundary", "PermissionsBoundaryArn", "AWS::NoValue" }));
    }

    private static IReadOnlySet<Permission> Needed(string function) => Calls(function).Needed().Concat(OfThePlatform(function)).ToHashSet();

    private static AwsCalls Calls(string function)
    {
        var entry = Modules.SelectMany(module => module.Types).Single(type => type.Name == function);
        var reached = Code.Reach(entry.Methods.Where(method => method.IsPublic && !method.IsConstructor));
        return new AwsCalls(reached, Children(Template.Root["Resources"]).Select(resource => resource.Key).ToHashSet());
    }

    /// <summary>What AWS does in the function's name: Lambda reads the queue, writes the log and traces, and the services use the key.</summary>
    private static IEnumerable<Permission> OfThePlatform(string function) =>
    [
        .. from source in Children(Find(Function(function), "Events") ?? new YamlMappingNode())
           where Text(source.Value["Type"]) == "SQS"
           from action in (string[])["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
           select new Permission(action, Target(source.Value["Properties"]["Queue"])),
        .. from source in Children(Find(Function(function), "Events") ?? new YamlMappingNode())
           where Text(source.Value["Type"]) == "DynamoDB"
           from permission in OfAStream(source.Value["Properties"])
           select permission,
        .. from action in (string[])["logs:CreateLogStream", "logs:PutLogEvents"]
           select new Permission(action, Target(Function(function)["LoggingConfig"]["LogGroup"])),
        .. from action in (string[])["xray:PutTraceSegments", "xray:PutTelemetryRecords"]
           select new Permission(action, "*"),
        .. from action in (string[])["Decrypt", "DescribeKey", "Encrypt", "GenerateDataKey", "ReEncryptFrom", "ReEncryptTo"]
           select new Permission("kms:" + action, "KmsKeyArn"),
    ];

    /// <summary>Lambda reads the stream, and sends to the queue what it gives up.</summary>
    private static IEnumerable<Permission> OfAStream(YamlNode source) =>
    [
        .. from action in (string[])["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"]
           select new Permission(action, Text(source["Stream"])),
        new Permission("dynamodb:ListStreams", $"{Target(source["Stream"])}/stream/*"),
        new Permission("sqs:SendMessage", Target(source["DestinationConfig"]["OnFailure"]["Destination"])),
    ];

    private static IReadOnlyList<Permission> Allowed(string function) => new Role(Template, Template.Resource(Target(Function(function)["Role"]))).Allowed;

    private static YamlNode Function(string function) => Template.Resource(function)["Properties"];

    private static ModuleDefinition Module(string path)
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.GetDirectoryName(path));
        return ModuleDefinition.ReadModule(path, new ReaderParameters { AssemblyResolver = resolver });
    }
}
