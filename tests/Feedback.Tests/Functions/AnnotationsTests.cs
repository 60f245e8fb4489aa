using System.Globalization;
using System.Reflection;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.Schedule;
using Amazon.Lambda.Annotations.SNS;
using Amazon.Lambda.Annotations.SQS;
using Amazon.Lambda.SQSEvents;
using Feedback.Functions;
using Feedback.Functions.Composition;
using Feedback.Tests.Stack;
using YamlDotNet.RepresentationModel;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Functions;

/// <summary>Compares <c>template.yaml</c>, which is maintained by hand, with the template that Annotations generates from the attributes.</summary>
public sealed class AnnotationsTests
{
    private static readonly TemplateFile Template = Load("template.yaml");

    private static readonly IReadOnlyList<(MethodInfo Method, LambdaFunctionAttribute Attribute)> Handlers = typeof(FunctionRunner).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Select(method => (Method: method, Attribute: method.GetCustomAttribute<LambdaFunctionAttribute>()!))
        .Where(handler => handler.Attribute is not null)
        .ToList();

    public static TheoryData<string> QueueFunctions => [nameof(BounceFunction), nameof(ComplaintFunction), nameof(DeliveryFunction), nameof(InboundFunction)];

    [Fact]
    public void Handlers_Always_AreTheTemplatesFunctionsAndTheRunners()
    {
        Handlers.Select(handler => handler.Attribute.ResourceName).ShouldBe(Template.Resources("AWS::Serverless::Function").Keys, ignoreOrder: true);
        Handlers.Select(handler => handler.Attribute.ResourceName).ShouldBe(FunctionRunner.Names, ignoreOrder: true);
        Handlers.ShouldAllBe(handler => handler.Method.DeclaringType!.Name == handler.Attribute.ResourceName);
    }

    /// <summary>But for the one behind a URL, which is a resource of its own.</summary>
    [Fact]
    public void Handlers_Always_HaveOneEventEach()
    {
        var url = Template.Resources("AWS::Lambda::Url").Values.ShouldHaveSingleItem()["Properties"];
        var invoked = Target(url["TargetFunctionArn"]);

        Text(url["AuthType"]).ShouldBe("AWS_IAM");
        Template.Resources("AWS::Serverless::Function").Where(function => function.Key != invoked)
            .ShouldAllBe(function => Children(function.Value["Properties"]["Events"]).Count() == 1);
        Find(Template.Resource(invoked), "Properties", "Events").ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(QueueFunctions))]
    public void Queue_OfAQueueFunction_IsTheTemplates(string function) =>
        Queue(function).Queue.ShouldBe("@" + Target(Event(function)["Properties"]["Queue"]));

    [Theory]
    [MemberData(nameof(QueueFunctions))]
    public void ResourceName_OfAQueueEvent_IsTheTemplates(string function) => Queue(function).ResourceName.ShouldBe(EventName(function));

    [Theory]
    [MemberData(nameof(QueueFunctions))]
    public void BatchSize_OfAQueueFunction_IsTheTemplates(string function) =>
        Queue(function).BatchSize.ShouldBe(Number(function, "BatchSize"));

    [Theory]
    [MemberData(nameof(QueueFunctions))]
    public void BatchingWindow_OfAQueueFunction_IsTheTemplates(string function) =>
        Queue(function).MaximumBatchingWindowInSeconds.ShouldBe(Number(function, "MaximumBatchingWindowInSeconds"));

    [Theory]
    [MemberData(nameof(QueueFunctions))]
    public void Enabled_OfAQueueFunction_IsTheTemplates(string function) => Queue(function).Enabled.ShouldBe(IsEnabled(function));

    [Theory]
    [MemberData(nameof(QueueFunctions))]
    public void Filters_OfAQueueFunction_AreTheTemplates(string function)
    {
        Queue(function).Filters.ShouldBeNullOrEmpty();
        Find(Event(function), "Properties", "FilterCriteria").ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(QueueFunctions))]
    public void Result_OfAQueueFunction_IsWhatReportBatchItemFailuresAsksFor(string function) =>
        Handler(function).ReturnType.ShouldBe(typeof(Task<SQSBatchResponse>));

    [Fact]
    public void Schedule_OfTheSweep_IsTheTemplates() =>
        Attribute<ScheduleEventAttribute>(nameof(ReputationFunction)).Schedule.ShouldBe(Text(Event(nameof(ReputationFunction))["Properties"]["Schedule"]));

    [Fact]
    public void Schedule_OfTheDigest_IsTheTemplatesAtItsDefaultHour() =>
        Attribute<ScheduleEventAttribute>(nameof(DigestFunction)).Schedule.ShouldBe(
            Text(Event(nameof(DigestFunction))["Properties"]["Schedule"]).Replace("${DigestHour}", Template.Default("DigestHour"), StringComparison.Ordinal));

    [Fact]
    public void ResourceName_OfTheSweepsEvent_IsTheTemplates() =>
        Attribute<ScheduleEventAttribute>(nameof(ReputationFunction)).ResourceName.ShouldBe(EventName(nameof(ReputationFunction)));

    [Fact]
    public void Enabled_OfTheSweep_IsTheTemplates() =>
        Attribute<ScheduleEventAttribute>(nameof(ReputationFunction)).Enabled.ShouldBe(IsEnabled(nameof(ReputationFunction)));

    [Fact]
    public void Topic_OfTheSesAlarms_IsTheTemplates() =>
        Attribute<SNSEventAttribute>(nameof(AlarmFunction)).Topic.ShouldBe("@" + Target(Event(nameof(AlarmFunction))["Properties"]["Topic"]));

    [Fact]
    public void ResourceName_OfTheSesAlarmEvent_IsTheTemplates() =>
        Attribute<SNSEventAttribute>(nameof(AlarmFunction)).ResourceName.ShouldBe(EventName(nameof(AlarmFunction)));

    private static MethodInfo Handler(string function) => Handlers.Single(handler => handler.Attribute.ResourceName == function).Method;

    private static T Attribute<T>(string function)
        where T : Attribute => Handler(function).GetCustomAttribute<T>().ShouldNotBeNull();

    private static SQSEventAttribute Queue(string function) => Attribute<SQSEventAttribute>(function);

    private static string EventName(string function) => Children(Template.Resource(function)["Properties"]["Events"]).Single().Key;

    private static YamlNode Event(string function) => Children(Template.Resource(function)["Properties"]["Events"]).Single().Value;

    private static uint Number(string function, string property) =>
        uint.Parse(Text(Event(function)["Properties"][property]), CultureInfo.InvariantCulture);

    private static bool IsEnabled(string function) => Find(Event(function), "Properties", "Enabled") is not { } enabled || Text(enabled) == "true";
}
