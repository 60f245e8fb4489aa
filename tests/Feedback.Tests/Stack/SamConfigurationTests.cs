using System.Text.Json.Nodes;
using Feedback.Cli;
using Feedback.Local.Templates;
using Feedback.Tests.Events;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Stack;

/// <summary>samconfig.toml and events/env.json: what SAM runs on this machine must reach only this machine.</summary>
public sealed class SamConfigurationTests
{
    private static readonly IReadOnlyList<string> Declared =
        [.. Children(Load("template.yaml").Root["Globals"]["Function"]["Environment"]["Variables"]).Select(variable => variable.Key)];

    /// <summary>Every queue whose depth a function reads. Without these variables, SAM renders the name of the resource instead of a URL.</summary>
    private static IEnumerable<string> Queues => Declared.Where(name => name.EndsWith("_QUEUE_URL", StringComparison.Ordinal));

    /// <summary>In the form that serves every function, whatever its name.</summary>
    private static Dictionary<string, string> Variables =>
        JsonNode.Parse(SamplePayloads.Text("env.json"))!.AsObject().ShouldHaveSingleItem().Value!.AsObject()
            .ToDictionary(one => one.Key, one => (string)one.Value!);

    [Theory]
    [InlineData("local_invoke")]
    [InlineData("local_start_lambda")]
    public void Samconfig_OfWhatSamRunsHere_NamesTheVariables(string command)
    {
        var config = File.ReadAllLines(Path.Combine(RepositoryRoot, "samconfig.toml"));

        config.SkipWhile(line => line != $"[default.{command}.parameters]").Skip(1).TakeWhile(line => !line.StartsWith('['))
            .ShouldContain("env_vars = \"events/env.json\"");
    }

    [Fact]
    public void EnvJson_ItsForm_ServesAllFunctionsAtOnce() =>
        JsonNode.Parse(SamplePayloads.Text("env.json"))!.AsObject().Select(part => part.Key).ShouldBe(["Parameters"]);

    /// <summary>SAM replaces only variables that the template declares, and says nothing about others.</summary>
    [Fact]
    public void EnvJson_EachVariable_IsDeclared() => Variables.Keys.ShouldBeSubsetOf(Declared);

    [Fact]
    public void EnvJson_EveryEndpoint_IsOnThisMachine()
    {
        var endpoints = Declared.Where(name => name.StartsWith("AWS_ENDPOINT_URL_", StringComparison.Ordinal)).ToList();
        endpoints.Count.ShouldBe(7);
        endpoints.Concat(Queues).ShouldAllBe(name => new Uri(Variables[name]).Host == "host.docker.internal");
    }

    [Fact]
    public void EnvJson_ItsAccount_IsTheOneOfTheSamples()
    {
        Variables["FEEDBACK_ACCOUNT_ID"].ShouldBe(new StackSettings().AccountId);
        SamplePayloads.Text("bounce/permanent-general.json").ShouldContain($"\\\"sendingAccountId\\\":\\\"{Variables["FEEDBACK_ACCOUNT_ID"]}\\\"");
    }

    [Fact]
    public void EnvJson_ItsPorts_AreTheDefaultsOfFeedbackLocal()
    {
        var local = CommandLine.Create().Parse("local");

        new Uri(Variables["AWS_ENDPOINT_URL_DYNAMODB"]).Port.ShouldBe(local.GetValue<int>("--database-port"));
        Variables.Where(one => one.Key.StartsWith("AWS_", StringComparison.Ordinal) && !one.Key.EndsWith("DYNAMODB", StringComparison.Ordinal))
            .Concat(Queues.Select(name => KeyValuePair.Create(name, Variables[name])))
            .ShouldAllBe(one => new Uri(one.Value).Port == local.GetValue<int>("--port"));
    }
}
