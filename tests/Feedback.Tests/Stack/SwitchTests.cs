using Feedback.Local.Templates;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Stack;

/// <summary>The parameters that switch a part of the stack on or off: any two of them can be combined.</summary>
public sealed class SwitchTests
{
    private static readonly string Yaml = File.ReadAllText(Path.Combine(RepositoryRoot, "template.yaml"));

    /// <summary>Each with a value that turns it off and one that turns it on.</summary>
    private static readonly IReadOnlyDictionary<string, (string Off, string On)> Switches = new Dictionary<string, (string, string)>
    {
        ["AlarmEmail"] = ("", "oncall@example.com"),
        ["AlarmEmail2"] = ("", "second@example.com"),
        ["AlarmEmail3"] = ("", "third@example.com"),
        ["Archive"] = ("false", "true"),
        ["ChatTopicEnabled"] = ("false", "true"),
        ["DashboardEnabled"] = ("false", "true"),
        ["DeliveryMinimumPollers"] = ("0", "2"),
        ["DigestRecipients"] = ("", "team@example.com,lead@example.com"),
        ["EventBridgeRoute"] = ("false", "true"),
        ["InboundMail"] = ("false", "true"),
        ["MemberRoleName"] = ("", "feedback-pause"),
        ["KmsKeyArn"] = ("", "arn:aws:kms:eu-west-1:123456789012:key/1"),
        ["OutcomesWarmWriteUnits"] = ("0", "66000"),
        ["PagerTopicArn"] = ("", "arn:aws:sns:eu-west-1:123456789012:pager"),
        ["PauseAccount"] = ("false", "true"),
        ["PermissionsBoundaryArn"] = ("", "arn:aws:iam::123456789012:policy/boundary"),
        ["ProblemTopicEnabled"] = ("false", "true"),
        ["RecipientHashKeyArn"] = ("", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:hashes-AbCdEf"),
        ["ReserveConcurrency"] = ("false", "true"),
        ["SendingAccountIds"] = ("", "210987654321,321098765432"),
        ["SuppressionCheckConcurrency"] = ("0", "20"),
        ["SuppressionCheckEnabled"] = ("false", "true"),
        ["SuppressionEventBus"] = ("", "default"),
        ["SuppressionMirrorEnabled"] = ("false", "true"),
        ["Tracing"] = ("false", "true"),
        ["WebhookUrl"] = ("", "https://example.com/ses"),
    };

    /// <summary>The switch that turns nothing on by itself.</summary>
    private const string WithAccounts = "MemberRoleName";

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var (first, rest) in Switches.Keys.Select((name, place) => (name, Switches.Keys.Skip(place + 1))))
            {
                foreach (var second in rest)
                {
                    pairs.Add(first, second);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Parts_OfAnyTwoSwitches_NameOnlyWhatExists(string first, string second)
    {
        foreach (var (one, other) in ((bool, bool)[])[(false, false), (false, true), (true, false), (true, true)])
        {
            Check(new() { [first] = Value(first, one), [second] = Value(second, other) }).Broken().ShouldBeEmpty($"{first} {one}, {second} {other}");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Parts_OfAllSwitches_NameOnlyWhatExists(bool on) => All(on).Broken().ShouldBeEmpty();

    /// <summary>A new condition needs its parameter in the list above.</summary>
    [Fact]
    public void Conditions_Always_AreTurnedByTheSwitches()
    {
        All(false).Conditions.ShouldBeEmpty();
        All(true).Conditions.ShouldBe(Template.Parse(Yaml).Conditions.Entries().Select(condition => condition.Key), ignoreOrder: true);
        Switches.Keys.Except([WithAccounts]).ShouldAllBe(name => OnlyOn(name).Conditions.Count == 1);
    }

    /// <summary>Without listed accounts the functions may assume no role.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void Conditions_OfTheRoleInOtherAccounts_HoldOnlyWithAccounts(bool listed, bool expected) => Check(new()
    {
        [WithAccounts] = Value(WithAccounts, on: true),
        ["SendingAccountIds"] = Value("SendingAccountIds", listed),
    }).Conditions.Contains("HasMemberRole").ShouldBe(expected);

    [Theory]
    [InlineData("!Ref Topic")]
    [InlineData("!GetAtt Topic.TopicName")]
    [InlineData("!Sub 'a ${Topic.TopicName}'")]
    [InlineData("[!If [Wanted, x, !Ref Topic]]")]
    [InlineData("{ Fn::Join: [':', [!Ref Topic]] }")]
    public void Broken_WhereAPartIsLeftOutThatAnotherNames_SaysSo(string property)
    {
        var yaml = $$"""
            Parameters:
              Want: { Type: String, Default: 'false' }
            Conditions:
              Wanted: !Equals [!Ref Want, 'true']
            Resources:
              Topic: { Type: AWS::SNS::Topic, Condition: Wanted }
              Queue:
                Type: AWS::SQS::Queue
                Properties: { QueueName: {{property}} }
            """;

        new ReferenceCheck(yaml, new Dictionary<string, string>()).Broken().ShouldBe(["Queue names Topic"]);
        new ReferenceCheck(yaml, new Dictionary<string, string> { ["Want"] = "true" }).Broken().ShouldBeEmpty();
    }

    private static string Value(string name, bool on) => on ? Switches[name].On : Switches[name].Off;

    private static ReferenceCheck OnlyOn(string name) => Check(Switches.ToDictionary(one => one.Key, one => Value(one.Key, one.Key == name)));

    private static ReferenceCheck All(bool on) => Check(Switches.ToDictionary(one => one.Key, one => Value(one.Key, on)));

    private static ReferenceCheck Check(Dictionary<string, string> parameters) => new(Yaml, parameters);
}
