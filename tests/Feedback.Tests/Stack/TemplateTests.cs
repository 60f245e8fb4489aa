using System.Globalization;
using System.Text.RegularExpressions;
using Feedback.Configuration;
using Feedback.Deciding.Lag;
using Feedback.Functions;
using Feedback.Functions.Composition;
using Feedback.Functions.Logging;
using Feedback.Reputation;
using YamlDotNet.RepresentationModel;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Stack;

public sealed class TemplateTests
{
    private static readonly TemplateFile Template = Load("template.yaml");

    private static IReadOnlyDictionary<string, YamlNode> Functions => Template.Resources("AWS::Serverless::Function");

    private static IReadOnlyDictionary<string, YamlNode> Queues => Template.Resources("AWS::SQS::Queue");

    /// <summary>Function, queue and the properties of the event that joins them.</summary>
    private static IEnumerable<(YamlNode Function, string Queue, YamlNode Event)> QueueEvents =>
        from function in Functions.Values
        from source in Children(Find(function, "Properties", "Events") ?? new YamlMappingNode())
        where Text(source.Value["Type"]) == "SQS"
        let properties = source.Value["Properties"]
        select (function, Target(properties["Queue"]), properties);

    [Fact]
    public void Functions_Always_AreThoseOfTheDesign()
    {
        var optional = Functions.Where(function => Find(function.Value, "Condition") is not null).Select(function => function.Key).ToList();

        optional.ShouldBe(
            ["InboundFunction", "SuppressionEventFunction", "SuppressionMirrorFunction", "SuppressionCheckFunction", "DigestFunction"], ignoreOrder: true);
        Functions.Keys.Except(optional).ShouldBe(
            ["BounceFunction", "ComplaintFunction", "DeliveryFunction", "ReputationFunction", "AlarmFunction"],
            ignoreOrder: true);
    }

    [Fact]
    public void Handler_OnTheManagedRuntime_IsTheExecutableAssembly()
    {
        Functions.Values.ShouldAllBe(function => Text(Template.FunctionProperty(function, "Handler")) == "Feedback.Functions");
        Functions.Values.ShouldAllBe(function => Text(Template.FunctionProperty(function, "Runtime")) == "dotnet10");
    }

    /// <summary>make reads the architecture in Globals, for the one package that all of them share.</summary>
    [Fact]
    public void Architectures_OfEachFunction_AreThoseOfGlobals() =>
        Functions.Values.ShouldAllBe(function => Find(function, "Properties", "Architectures") == null);

    /// <summary>A container builds in the checkout as well, so it must be allowed to write there.</summary>
    [Fact]
    public void SamBuild_InTheCheckout_MountsItForWriting() =>
        File.ReadLines(Path.Combine(RepositoryRoot, "samconfig.toml"))
            .SkipWhile(line => line != "[default.build.parameters]")
            .TakeWhile(line => line.Length > 0)
            .Intersect(["build_in_source = true", "mount_with = \"WRITE\""])
            .Count()
            .ShouldBe(2);

    [Fact]
    public void FunctionVariable_OfEachFunction_NamesTheFunction()
    {
        foreach (var (name, function) in Functions)
        {
            Text(function["Properties"]["Environment"]["Variables"]["FEEDBACK_FUNCTION"]).ShouldBe(name);
        }
    }

    [Fact]
    public void Makefile_ForEachFunction_HasABuildTarget()
    {
        var list = File.ReadLines(Path.Combine(RepositoryRoot, "Makefile")).Single(line => line.StartsWith("FUNCTIONS :=", StringComparison.Ordinal));
        list.Split(' ')[2..].ShouldBe(Functions.Keys, ignoreOrder: true);
        Functions.Values.ShouldAllBe(function => Text(function["Metadata"]["BuildMethod"]) == "makefile");
    }

    [Fact]
    public void QueueFedFunctions_Always_ReportBatchItemFailures()
    {
        QueueEvents.Count().ShouldBe(4);
        QueueEvents.ShouldAllBe(source => Items(source.Event["FunctionResponseTypes"]).Select(Text).Contains("ReportBatchItemFailures"));
    }

    [Fact]
    public void VisibilityTimeout_OfAFunctionsQueue_IsSixFunctionTimeoutsAndTheBatchingWindow()
    {
        foreach (var (function, queue, source) in QueueEvents)
        {
            var timeout = Number(Template.FunctionProperty(function, "Timeout"));
            var window = Number(source["MaximumBatchingWindowInSeconds"]);
            Number(Queues[queue]["Properties"]["VisibilityTimeout"]).ShouldBeGreaterThanOrEqualTo((6 * timeout) + window, queue);
        }
    }

    [Fact]
    public void VisibilityTimeout_OfADeliveryThatFailed_IsOverWhenItsProgressSettles()
    {
        var (function, queue, _) = QueueEvents.Single(source => source.Queue == "DeliveryQueue");
        var back = Number(Queues[queue]["Properties"]["VisibilityTimeout"]) + Number(Template.FunctionProperty(function, "Timeout"));
        DeliverySpan.Settling.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(back));
    }

    [Fact]
    public void DeadLetterQueue_OfAFunctionsQueue_ExistsAndKeepsMessagesLonger()
    {
        foreach (var (_, queue, _) in QueueEvents)
        {
            var properties = Queues[queue]["Properties"];
            var deadLetters = Queues[Target(properties["RedrivePolicy"]["deadLetterTargetArn"])]["Properties"];
            Number(deadLetters["MessageRetentionPeriod"]).ShouldBeGreaterThan(Number(properties["MessageRetentionPeriod"]), queue);
        }
    }

    [Fact]
    public void Tables_Always_ExpireByExpiresAt()
    {
        var tables = Template.Resources("AWS::DynamoDB::Table");
        tables.Keys.ShouldBe(["OutcomesTable", "ReputationTable", "SuppressionTable"], ignoreOrder: true);
        tables.Values.ShouldAllBe(table => Text(table["Properties"]["TimeToLiveSpecification"]["AttributeName"]) == "ExpiresAt");
    }

    [Theory]
    [InlineData("ReputationTable")]
    [InlineData("SuppressionTable")]
    public void TablesThatNothingCouldRebuild_WhenTheStackIsDeleted_AreRetained(string table)
    {
        Text(Template.Resource(table)["DeletionPolicy"]).ShouldBe("Retain");
        Text(Template.Resource(table)["UpdateReplacePolicy"]).ShouldBe("Retain");
    }

    /// <summary>A variable that the code doesn't read would promise what it does not do; one that is read and not declared could not be set.</summary>
    [Fact]
    public void Environment_OfEveryFunction_IsWhatTheCodeReads()
    {
        var read = new HashSet<string> { FunctionRunner.Variable, LogLevels.Variable };
        Should.Throw<SettingsException>(() => SettingsReader.Read(name =>
        {
            read.Add(name);
            return null;
        }));

        foreach (var function in Functions.Values)
        {
            Children(Template.Root["Globals"]["Function"]["Environment"]["Variables"])
                .Concat(Children(function["Properties"]["Environment"]["Variables"]))
                .Select(variable => variable.Key)
                .Where(IsOurs)
                .ShouldBe(read.Where(IsOurs), ignoreOrder: true);
        }

        static bool IsOurs(string name) => name.StartsWith("FEEDBACK_", StringComparison.Ordinal);
    }

    /// <summary>By a reference that CloudFormation resolves: neither the parameter nor the stack's events show the value.</summary>
    [Fact]
    public void RecipientHashKey_OfASecret_IsReferencedAndNeverAParameter()
    {
        const string Arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:feedback-hashes-AbCdEf";
        var settings = new Feedback.Local.Templates.StackSettings { Parameters = new Dictionary<string, string> { ["RecipientHashKeyArn"] = Arn } };

        var template = Feedback.Local.Templates.Template.Load();
        template.EnvironmentOf(nameof(BounceFunction), settings)["FEEDBACK_RECIPIENT_HASH_KEY"].ShouldBe($"{{{{resolve:secretsmanager:{Arn}:SecretString}}}}");
        template.EnvironmentOf(nameof(BounceFunction))["FEEDBACK_RECIPIENT_HASH_KEY"].ShouldBeEmpty();
    }

    [Fact]
    public void ParameterDefaults_Always_AreTheCodesOwn()
    {
        var environment = Feedback.Local.Templates.Template.Load().EnvironmentOf(nameof(BounceFunction));
        var settings = SettingsReader.Read(environment.GetValueOrDefault);
        var least = SettingsReader.Read(name => name
            is "FEEDBACK_OUTCOMES_TABLE" or "FEEDBACK_REPUTATION_TABLE" or "FEEDBACK_SUPPRESSION_TABLE" or "FEEDBACK_ALARM_TOPIC_ARN"
            ? environment[name]
            : null);

        settings.Policy.Windows.ShouldBe(least.Policy.Windows);
        (settings.Policy with { Windows = least.Policy.Windows }).ShouldBe(least.Policy);
        (settings.SoftBounceLimit, settings.HardBouncesSuppressFor, settings.OutcomeRetention, settings.RemindEvery)
            .ShouldBe((least.SoftBounceLimit, least.HardBouncesSuppressFor, least.OutcomeRetention, least.RemindEvery));
        (settings.MetricsNamespace, settings.SetMetrics).ShouldBe((least.MetricsNamespace, least.SetMetrics));
        (settings.SuppressionEventBus, settings.SuppressionEventAddresses).ShouldBe((least.SuppressionEventBus, least.SuppressionEventAddresses));
    }

    /// <summary>In another format Lambda neither filters by level nor tells the functions which one is set.</summary>
    [Fact]
    public void Logging_OfEveryFunction_IsJsonAtTheLevelThatIsSet()
    {
        var logging = Template.Root["Globals"]["Function"]["LoggingConfig"];
        Text(logging["LogFormat"]).ShouldBe("JSON");
        Target(logging["ApplicationLogLevel"]).ShouldBe("LogLevel");
        Functions.Values.ShouldAllBe(function => Children(function["Properties"]["LoggingConfig"]).Single().Key == "LogGroup");

        // Each level by Lambda's name is a level of ours, and the one that its name says.
        var levels = Items(Template.Root["Parameters"]["LogLevel"]["AllowedValues"]).Select(Text).ToList();
        levels.Select(level => LogLevels.Name(LogLevels.Least(_ => level))).ShouldBe(levels);
    }

    /// <summary><c>sam local</c> overrides only what is declared; the functions drop what is empty.</summary>
    [Theory]
    [InlineData("DYNAMODB")]
    [InlineData("SESV2")]
    [InlineData("SNS")]
    [InlineData("CLOUDWATCH")]
    [InlineData("SQS")]
    [InlineData("EVENTBRIDGE")]
    [InlineData("S3")]
    public void EndpointVariable_OfEachService_IsDeclaredEmpty(string service) =>
        Text(Template.Root["Globals"]["Function"]["Environment"]["Variables"]["AWS_ENDPOINT_URL_" + service]).ShouldBeEmpty();

    [Fact]
    public void Policies_Always_NameEachActionTheyAllow()
    {
        var statements = Template.Root.AllNodes.OfType<YamlMappingNode>().Where(node => Find(node, "Effect") is { } effect && Text(effect) == "Allow").ToList();
        statements.Count.ShouldBeGreaterThan(20);
        statements.SelectMany(statement => Items(statement["Action"])).Select(Text).ShouldAllBe(action => !action.Contains('*'));
    }

    /// <summary>An operator may pause the account in any deployment, and the sweep asks SES about whatever is paused.</summary>
    [Fact]
    public void Account_WhereFeedbackMayNotPauseIt_MayStillBeLookedAt()
    {
        var statements = Items(Template.Resource("DecidingPolicy")["Properties"]["PolicyDocument"]["Statement"]).ToList();
        var always = statements.OfType<YamlMappingNode>().SelectMany(statement => Items(statement["Action"])).Select(Text).ToList();
        always.ShouldContain("ses:GetAccount");
        always.ShouldNotContain("ses:PutAccountSendingAttributes");

        var conditional = statements.OfType<YamlSequenceNode>().Select(Items).Single(choice => Text(choice.First()) == "MayPauseAccount");
        Items(conditional.ElementAt(1)["Action"]).Select(Text).ShouldBe(["ses:PutAccountSendingAttributes"]);
    }

    [Theory]
    [InlineData("1h,24h,7d", true)]
    [InlineData("15m", true)]
    [InlineData("90m,2160h,90d", true)]
    [InlineData("129600m", false)]
    [InlineData("0h", false)]
    [InlineData("5h,", false)]
    [InlineData("12m", false)]
    [InlineData("91d", false)]
    [InlineData("2161h", false)]
    [InlineData("3000h", false)]
    [InlineData("7w", false)]
    public void Windows_AsTheTemplateTakesThem_AreTakenByTheCode(string windows, bool taken)
    {
        Regex.IsMatch(windows, Text(Template.Root["Parameters"]["Windows"]["AllowedPattern"]), RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(taken);
        if (taken)
        {
            windows.Split(',').Select(Window.Parse).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void SoftBounceLimit_OfNone_CanBeSet() => Number(Template.Root["Parameters"]["SoftBounceLimit"]["MinValue"]).ShouldBe(0);

    private static int Number(YamlNode node) => int.Parse(Text(node), CultureInfo.InvariantCulture);
}
