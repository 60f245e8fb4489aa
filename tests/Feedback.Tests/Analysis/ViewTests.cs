using System.Globalization;
using System.Text.Json.Nodes;
using Feedback.Reputation;
using Feedback.Tests.Fakes;
using Feedback.Tests.Notifications;
using Feedback.Tests.Stack;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Analysis;

/// <summary>The views over the archive, run in DuckDB on files as Firehose writes them.</summary>
public sealed class ViewTests : IDisposable
{
    private static readonly TimeSpan Plenty = TimeSpan.FromSeconds(60);

    private readonly ArchiveFolder _archive = new();
    private readonly World _world = new();
    private readonly List<string> _bodies = [];
    private int _mails;

    public void Dispose() => _archive.Dispose();

    /// <summary>Against the functions' own counts of the same events, which come by another way.</summary>
    [DuckDbFact]
    public async Task SetsByDay_ManyKindsOfEvents_CountsWhatTheFunctionsCount()
    {
        Send();
        (await _world.Batch().HandleAsync([.. _bodies.Select((body, at) => new Feedback.Processing.IncomingMessage($"{at}", body))], Plenty)).ShouldBeEmpty();

        var rows = await QueryAsync("SELECT * FROM sets_by_day ORDER BY configuration_set");

        rows.Select(row => ((string?)row!["sent_on"], (string?)row["configuration_set"])).ShouldBe([("2026-11-18", "marketing"), ("2026-11-18", "receipts")]);
        foreach (var row in rows)
        {
            var counted = _world.Counters.Sum(ReputationEntity.ConfigurationSet((string)row!["configuration_set"]!));
            (Number(row, "attempts"), Number(row, "deliveries"), Number(row, "hard_bounces"), Number(row, "soft_bounces"), Number(row, "complaints"))
                .ShouldBe((counted.Attempts, counted.Deliveries, counted.HardBounces, counted.SoftBounces, counted.Complaints));
            counted.HardBounces.ShouldBeGreaterThan(0);
            counted.Complaints.ShouldBeGreaterThan(0);
        }
    }

    [DuckDbFact]
    public async Task BouncedRecipients_OfSeveral_HaveARowEach()
    {
        _bodies.Add(SesJson.Bounce(recipients: """
            [{"emailAddress":"ANN@example.org","action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550"},{"emailAddress":"ben@example.org"}]
            """).ToJsonString());
        _bodies.Add(_bodies[0]);

        var rows = await QueryAsync("SELECT * FROM bounced_recipients ORDER BY address");

        rows.Select(row => (Column(row, "address"), Column(row, "configuration_set"), Column(row, "bounce_type"), Column(row, "status"), Column(row, "action")))
            .ShouldBe([("ann@example.org", "marketing", "Permanent", "5.1.1", "failed"), ("ben@example.org", "marketing", "Permanent", null, null)]);
        ((string?)rows[0]!["message_id"]).ShouldBe(SesJson.MessageId);
    }

    [DuckDbFact]
    public async Task ComplainedRecipients_OfSeveral_HaveARowEach()
    {
        _bodies.Add(SesJson.Complaint(recipients: """[{"emailAddress":"ann@example.org"},{"emailAddress":"ben@example.org"}]""").ToJsonString());
        _bodies.Add(SesJson.Bounce().ToJsonString());

        var rows = await QueryAsync("SELECT * FROM complained_recipients ORDER BY address");

        rows.Select(row => ((string?)row!["address"], (string?)row["complaint_type"], (string?)row["feedback_id"]))
            .ShouldBe([("ann@example.org", "abuse", SesJson.FeedbackId), ("ben@example.org", "abuse", SesJson.FeedbackId)]);
    }

    /// <summary>Whatever SES sends: the samples have every type and many oddities.</summary>
    [DuckDbFact]
    public async Task Events_OfEverySample_AreAllThere()
    {
        _bodies.AddRange(SamplePayloads.In("bounce", "complaint", "delivery")
            .SelectMany(SamplePayloads.Records)
            .Select(record => (string?)record!["body"])
            .Select(Unwrapped)
            .OfType<string>());
        _bodies.Count.ShouldBeGreaterThan(50);

        var rows = await QueryAsync("SELECT type, count(*) AS number, count(sent_at) AS sent, count(message_id) AS messages FROM events GROUP BY type");

        rows.Select(row => ((string?)row!["type"], Number(row, "number"))).ShouldBe(
            _bodies.CountBy(ArchiveFolder.TypeOf).Select(type => ((string?)type.Key, (long)type.Value)), ignoreOrder: true);
        rows.ShouldAllBe(row => Number(row!, "sent") > 0 && Number(row!, "sent") == Number(row!, "messages"));
    }

    private void Send()
    {
        foreach (var set in (string[])["marketing", "receipts"])
        {
            for (var i = 0; i < (set == "marketing" ? 40 : 25); i++)
            {
                var (mail, address) = (++_mails, $"reader-{i}@example.org");
                var one = $$"""[{"emailAddress":"{{address}}","action":"failed","status":"5.1.1"}]""";
                Add(mail, set, SesJson.Delivery($"""["{address}"]"""), times: i % 5 == 0 ? 2 : 1);
                Add(mail, set, i % 8 == 0 ? SesJson.Bounce(recipients: one) : null, times: 2, bare: i % 16 == 0);
                Add(mail, set, i % 9 == 0 ? SesJson.Complaint(recipients: $$"""[{"emailAddress":"{{address}}"}]""") : null, times: 3);
                Add(mail, set, i % 10 == 1 ? SesJson.Complaint("not-spam", recipients: one) : null);
                Add(++_mails, set, i % 7 == 0 ? SesJson.Bounce("Transient", "MailboxFull", one) : null);
                Add(++_mails, set, i % 6 == 0 ? SesJson.Bounce("Permanent", "OnAccountSuppressionList", one) : null);
                Add(++_mails, set, i % 6 == 0 ? SesJson.Delivery("""["success@simulator.amazonses.com"]""") : null);
            }
        }
    }

    /// <summary>Bare: the first as an identity's notification, which names no set.</summary>
    private void Add(int mail, string set, JsonObject? body, int times = 1, bool bare = false)
    {
        for (var time = 0; body is not null && time < times; time++)
        {
            var copy = body.DeepClone().AsObject();
            copy["mail"]!["messageId"] = $"message-{mail}";
            copy["mail"]!["tags"]!["ses:configuration-set"] = new JsonArray(set);
            foreach (var part in (string[])["bounce", "complaint"])
            {
                copy[part]?.AsObject()["feedbackId"] = $"feedback-{mail}-{part}";
            }

            if (bare && time == 0)
            {
                copy["mail"]!.AsObject().Remove("tags");
                copy["notificationType"] = (string)copy["eventType"]!;
                copy.Remove("eventType");
            }

            _bodies.Add(copy.ToJsonString());
        }
    }

    private async Task<JsonArray> QueryAsync(string query)
    {
        _archive.Write(_bodies);
        var names = Names(_bodies.Select(body => JsonNode.Parse(body)))
            .DistinctBy(name => name.ToLowerInvariant())
            .ToDictionary(name => name.ToLowerInvariant());
        var columns = Items(Load("template.yaml").Resource("ArchiveTable")["Properties"]["TableInput"]["StorageDescriptor"]["Columns"])
            .Select(column => (Name: Text(column["Name"]), Type: HiveType.ToDuckDb(Text(column["Type"]), names)))
            .Select(column => $"{names.GetValueOrDefault(column.Name, column.Name)}: '{column.Type}'");
        var table = $$"""
            CREATE VIEW archive AS SELECT * FROM read_json('{{_archive.Path}}/events/*/*/*.gz', format = 'newline_delimited', compression = 'gzip',
              hive_partitioning = true, hive_types = {type: VARCHAR, day: VARCHAR}, columns = { {{string.Join(", ", columns)}} })
            """;
        return await DuckDb.RunAsync([table, .. View.All.Select(view => view.Sql), query]);
    }

    /// <summary>The names of all properties, as SES writes them.</summary>
    private static IEnumerable<string> Names(IEnumerable<JsonNode?> nodes) => nodes.SelectMany(node => node switch
    {
        JsonObject json => json.Select(property => property.Key).Concat(Names(json.Select(property => property.Value))),
        JsonArray list => Names(list),
        _ => [],
    });

    private static string? Unwrapped(string? body)
    {
        try
        {
            var json = JsonNode.Parse(body ?? "");
            json = json?["detail"] ?? ((string?)json?["Message"] is { } message ? JsonNode.Parse(message) : json);
            return json?["mail"] is null || (json["eventType"] ?? json["notificationType"]) is null ? null : json.ToJsonString();
        }
        catch (System.Text.Json.JsonException)
        {
            return null; // no event, and no record that Firehose could sort
        }
    }

    private static string? Column(JsonNode? row, string name) => (string?)row![name];

    private static long Number(JsonNode row, string name) => long.Parse(row[name]!.ToString(), CultureInfo.InvariantCulture);
}
