using System.Text.Json.Nodes;
using Feedback.Alarms;
using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Tests.Alarms;

public sealed class AlarmParserTests
{
    [Theory]
    [InlineData("Reputation.BounceRate", "Bounce")]
    [InlineData("Reputation.ComplaintRate", "Complaint")]
    public void Parse_AnAlarmOfASetsReputation_IsAFinding(string metric, string signal)
    {
        var finding = AlarmParser.Parse(Alarm(json => json["Trigger"]!["MetricName"] = metric)).ShouldBeOfType<ParsedAlarm.Finding>().Of;

        finding.ShouldBe(new SesFinding(
            "marketing",
            Signal.Parse(signal),
            0.05m,
            new DateTimeOffset(2026, 11, 18, 12, 0, 0, TimeSpan.Zero),
            "bounces"));
    }

    [Theory]
    [InlineData("NewStateValue", "\"INSUFFICIENT_DATA\"")]
    [InlineData("NewStateValue", "null")]
    [InlineData("StateChangeTime", "null")]
    [InlineData("Trigger", "null")]
    [InlineData("Trigger.Namespace", "\"AWS/SQS\"")]
    [InlineData("Trigger.Namespace", "\"aws/ses\"")]
    [InlineData("Trigger.MetricName", "\"BounceRate\"")]
    [InlineData("Trigger.MetricName", "\"Reputation.BounceRates\"")]
    [InlineData("Trigger.ComparisonOperator", "\"LessThanThreshold\"")]
    [InlineData("Trigger.Threshold", "0")]
    [InlineData("Trigger.Threshold", "null")]
    [InlineData("Trigger.TreatMissingData", "\"breaching\"")]
    [InlineData("Trigger.TreatMissingData", "\"- TreatMissingData:                    breaching\"")]
    [InlineData("Trigger.Dimensions", "[]")]
    [InlineData("Trigger.Dimensions", "null")]
    [InlineData("Trigger.Dimensions", """[{"name":"ConfigurationSet","value":"marketing"}]""")]
    [InlineData("Trigger.Dimensions", """[{"name":"ses:configuration-set","value":""}]""")]
    [InlineData("Trigger.Dimensions", """[{"name":"ses:configuration-set","value":"a\"b"}]""")]
    [InlineData("Trigger.Dimensions", """[{"name":"ses:configuration-set","value":"a\nb"}]""")]
    [InlineData("Trigger.Dimensions", """[{"name":"ses:configuration-set","value":"../account"}]""")]
    [InlineData("Trigger.Dimensions", """[{"name":"ses:configuration-set","value":"two words"}]""")]
    [InlineData("Trigger.Dimensions", """[{"name":"ses:configuration-set","value":"a1234567890123456789012345678901234567890123456789012345678901234"}]""")]
    [InlineData("Trigger.Dimensions", """[{"name":"ses:configuration-set","value":"a"},{"name":"x","value":"b"}]""")]
    public void Parse_AnythingButAnAlarmOnASetsReputation_IsIgnored(string path, string value) =>
        AlarmParser.Parse(Alarm(json =>
        {
            var parts = path.Split('.');
            var parent = parts.Length == 1 ? json : json[parts[0]]!;
            parent[parts[^1]] = JsonNode.Parse(value);
        })).ShouldBeOfType<ParsedAlarm.Ignored>();

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("no JSON")]
    [InlineData("""{"NewStateValue":"ALARM","StateChangeTime":"yesterday"}""")]
    [InlineData("""{"NewStateValue":7}""")]
    public void Parse_NoAlarmAtAll_IsIgnored(string message) => AlarmParser.Parse(message).ShouldBeOfType<ParsedAlarm.Ignored>();

    [Theory]
    [InlineData("notBreaching")]
    [InlineData("- TreatMissingData:                    notBreaching")]
    [InlineData("ignore")]
    [InlineData("missing")]
    [InlineData("")]
    public void Parse_AnAlarmThatNeedsData_IsAFinding(string treatMissingData) =>
        AlarmParser.Parse(Alarm(json => json["Trigger"]!["TreatMissingData"] = treatMissingData)).ShouldBeOfType<ParsedAlarm.Finding>();

    [Fact]
    public void Parse_AnAlarmThatIsOver_EndsTheFindingWithItsWords()
    {
        var began = AlarmParser.Parse(Alarm(_ => { })).ShouldBeOfType<ParsedAlarm.Finding>().Of;

        var over = AlarmParser.Parse(Alarm(json => json["NewStateValue"] = "OK")).ShouldBeOfType<ParsedAlarm.Over>().Of;

        over.ToString().ShouldBe(began.ToString());
    }

    private static string Alarm(Action<JsonObject> change)
    {
        var json = JsonNode.Parse("""
            {
              "AlarmName": "bounces", "AWSAccountId": "123456789012", "NewStateValue": "ALARM", "OldStateValue": "OK",
              "StateChangeTime": "2026-11-18T12:00:00.000+0000",
              "Trigger": {
                "MetricName": "Reputation.BounceRate", "Namespace": "AWS/SES", "Threshold": 0.05, "ComparisonOperator": "GreaterThanOrEqualToThreshold",
                "Dimensions": [{ "value": "marketing", "name": "ses:configuration-set" }]
              }
            }
            """)!.AsObject();
        change(json);
        return json.ToJsonString();
    }
}
