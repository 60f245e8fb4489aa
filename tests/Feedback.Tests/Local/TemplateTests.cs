using Feedback.Local;
using Feedback.Local.Templates;

namespace Feedback.Tests.Local;

public sealed class TemplateTests
{
    private static readonly Template Small = Template.Parse(SmallTemplate.Text);

    [Fact]
    public void EnvironmentOf_Function_MergesGlobalsAndResolvesExpressions() =>
        Small.EnvironmentOf("BounceFunction").OrderBy(variable => variable.Key, StringComparer.Ordinal)
            .Select(variable => $"{variable.Key}={variable.Value}").ShouldBe(
            [
                "AWS_ENDPOINT_URL_DYNAMODB=",
                "BOTH=no",
                "EITHER=Enforce",
                "JOINED=feedback-b",
                "MODE=acting",
                "QUEUE=https://sqs.eu-west-1.amazonaws.com/123456789012/Deliveries",
                "QUEUE_NAME=Deliveries",
                "SET_ARN=arn:aws:ses:eu-west-1:123456789012:configuration-set/*",
                "SUB=arn:aws:dynamodb:eu-west-1:123456789012:table/Ledger 8 ${Kept}",
                "TABLE=Ledger",
                "TOPIC=arn:aws:sns:eu-west-1:123456789012:Alarms",
            ]);

    [Fact]
    public void EnvironmentOf_WithSettings_TakesTheirValues()
    {
        var settings = new StackSettings
        {
            Parameters = new Dictionary<string, string> { ["Mode"] = "Observe" },
            TablePrefix = "t1-",
            QueueEndpoint = new Uri("http://127.0.0.1:4566"),
        };

        var variables = Small.EnvironmentOf("BounceFunction", settings);

        variables["MODE"].ShouldBe("watching");
        variables["BOTH"].ShouldBe("yes");
        variables["NONE"].ShouldBe("x");
        variables["TABLE"].ShouldBe("t1-Ledger");
        variables["QUEUE"].ShouldBe("http://127.0.0.1:4566/123456789012/Deliveries");
    }

    [Fact]
    public void EnvironmentOf_ParameterWithoutDefault_NamesTheParameter() =>
        Should.Throw<LocalException>(() => Small.EnvironmentOf("AlarmFunction")).Message.ShouldContain("Email");

    [Fact]
    public void Function_PropertiesAndGlobals_TheFunctionsOwnWin()
    {
        var bounce = Small.Function("BounceFunction");
        (bounce.Handler, bounce.MemorySize, bounce.Timeout).ShouldBe(("Feedback.Functions", 1024, TimeSpan.FromSeconds(30)));

        Small.Functions.ShouldBe(["BounceFunction", "AlarmFunction"]);
        Small.HandlerOf("AlarmFunction", new StackSettings { Parameters = new Dictionary<string, string> { ["Email"] = "a@b" } }).ShouldBe("bootstrap");
    }

    [Fact]
    public void Function_Unknown_SaysSo() =>
        Should.Throw<LocalException>(() => Small.Function("Missing")).Message.ShouldContain("Missing");

    [Fact]
    public void Parse_BrokenYaml_NamesTheLine() =>
        Should.Throw<LocalException>(() => Template.Parse("Resources:\n  a: b: c")).Message.ShouldContain("line ");
}
