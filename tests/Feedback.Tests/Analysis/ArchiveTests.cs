using System.Diagnostics;
using Feedback.Tests.Clients;
using Feedback.Tests.Notifications;
using Feedback.Tests.Stack;
using YamlDotNet.RepresentationModel;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Analysis;

/// <summary>The archive of events in the template: what goes into it, and what Athena is told of it.</summary>
public sealed class ArchiveTests
{
    private static readonly TemplateFile Template = Load("template.yaml");

    private static YamlNode Destination => Template.Resource("ArchiveStream")["Properties"]["ExtendedS3DestinationConfiguration"];

    [Fact]
    public void Subscriptions_OfTheArchive_TakeRawEventsOfEachTopic()
    {
        var subscriptions = Template.Resources("AWS::SNS::Subscription").Where(one => Text(one.Value["Properties"]["Protocol"]) == "firehose").ToList();

        subscriptions.Select(one => Target(one.Value["Properties"]["TopicArn"]))
            .ShouldBe(["BounceTopic", "ComplaintTopic", "DeliveryTopic", "ProblemTopic"]);
        subscriptions.ShouldAllBe(one => Text(one.Value["Properties"]["RawMessageDelivery"]) == "true");
        subscriptions.ShouldAllBe(one => Target(one.Value["Properties"]["Endpoint"]) == "ArchiveStream");
        subscriptions.ShouldAllBe(one => Target(one.Value["Properties"]["SubscriptionRoleArn"]) == "ArchiveSubscriptionRole");
    }

    /// <summary>Athena looks where Firehose writes.</summary>
    [Fact]
    public void Table_OfTheArchive_LiesWhereFirehoseWrites()
    {
        var table = Template.Resource("ArchiveTable")["Properties"]["TableInput"];
        var prefix = Text(Destination["Prefix"]);

        prefix.ShouldBe("events/type=!{partitionKeyFromQuery:type}/day=!{timestamp:yyyy-MM-dd}/");
        Text(table["Parameters"]["storage.location.template"]).ShouldBe("s3://${ArchiveBucket}/events/type=${!type}/day=${!day}/");
        Items(table["PartitionKeys"]).Select(key => Text(key["Name"])).ShouldBe(["type", "day"]);
        Text(table["Parameters"]["projection.day.format"]).ShouldBe("yyyy-MM-dd");
        Text(Destination["CompressionFormat"]).ShouldBe("GZIP");
        Items(table["StorageDescriptor"]["Columns"]).Select(column => HiveType.ToDuckDb(Text(column["Type"]))).ShouldNotContain(string.Empty);
    }

    /// <summary>Types that Athena isn't told of would be in the files and in no answer.</summary>
    [Fact]
    public void Types_ThatAthenaProjects_AreThoseThatAreRecorded() =>
        Text(Template.Resource("ArchiveTable")["Properties"]["TableInput"]["Parameters"]["projection.type.values"]).Split(',')
            .ShouldBe(Samples.Select(ArchiveFolder.TypeOf), ignoreOrder: true);

    [InterpreterFact("jq")]
    public async Task Types_AsFirehoseFindsThem_AreThoseOfTheFolders()
    {
        var query = Items(Destination["ProcessingConfiguration"]["Processors"]).SelectMany(processor => Items(processor["Parameters"]))
            .Single(parameter => Text(parameter["ParameterName"]) == "MetadataExtractionQuery");
        string[] events = [.. Samples, """{"notificationType":"Bounce"}""", """{"mail":{}}"""];

        var found = await JqAsync(Text(query["ParameterValue"]) + " | .type", string.Join('\n', events));

        found.ShouldBe(events.Select(ArchiveFolder.TypeOf));
    }

    [Fact]
    public void Views_InTheTemplate_AreTheFiles()
    {
        var saved = Template.Resources("AWS::Athena::NamedQuery").Values.Select(query => query["Properties"]).ToList();

        saved.Select(query => Text(query["Name"]).Split('/')[^1]).ShouldBe(View.All.Select(view => view.Name), ignoreOrder: true);
        saved.Select(query => Text(query["QueryString"]).TrimEnd()).ShouldBe(View.All.Select(view => view.Sql.TrimEnd()), ignoreOrder: true);
    }

    private static IReadOnlyList<string> Samples =>
    [
        SesJson.Bounce().ToJsonString(), SesJson.Complaint().ToJsonString(), SesJson.Delivery().ToJsonString(),
        SesJson.Reject().ToJsonString(), SesJson.RenderingFailure().ToJsonString(), SesJson.DeliveryDelay().ToJsonString(),
    ];

    private static async Task<IReadOnlyList<string>> JqAsync(string query, string input)
    {
        var start = new ProcessStartInfo(Script.Find("jq")!, ["-r", query])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
