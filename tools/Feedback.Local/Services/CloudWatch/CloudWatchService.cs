using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Feedback.Local.Services.CloudWatch;

/// <summary>Accepts metrics, and keeps alarms, in all protocols of CloudWatch clients: Query, JSON 1.0 and CBOR.</summary>
internal sealed class CloudWatchService(CloudWatchState state) : ILocalService
{
    private const int MetricsInACall = 1_000;
    private const int PageSize = 50;
    private const int AlarmsInACall = 100;

    private static readonly XNamespace Names = "http://monitoring.amazonaws.com/doc/2010-08-01/";

    public AwsCall? Read(AwsRequest request) => request switch
    {
        { Action: "PutMetricData", Body: { } body } => MetricReader.Read(body),
        { Action: "PutMetricAlarm", Body: { } body } => new PutMetricAlarmCall(AlarmReader.Read(body)),
        { Action: "DeleteAlarms", Body: { } body } => new DeleteAlarmsCall([.. (body["AlarmNames"] as JsonArray ?? []).Select(name => (string)name!)]),
        { Action: "DescribeAlarms" } => new DescribeAlarmsCall((string?)request.Body?["NextToken"]),
        _ => null,
    };

    public ServiceAnswer Answer(AwsCall call, bool lie) => call switch
    {
        DescribeAlarmsCall describe => Describe(describe),
        PutMetricAlarmCall put => Put(put),
        DeleteAlarmsCall delete => Delete(delete),
        _ => Take((PutMetricDataCall)call),
    };

    private static ServiceAnswer Take(PutMetricDataCall put)
    {
        if (put.Namespace.Length == 0 || put.Namespace.StartsWith("AWS/", StringComparison.Ordinal))
        {
            return Invalid("The value for parameter Namespace is invalid.");
        }

        if (put.Metrics.Count is 0 or > MetricsInACall)
        {
            return Invalid($"The collection MetricData must have 1 to {MetricsInACall} members.");
        }

        if (put.Metrics.FirstOrDefault(metric => !double.IsFinite(metric.Value)) is { } wrong)
        {
            return Invalid($"The value {wrong.Value} for {wrong.Name} is invalid.");
        }

        return put.Protocol switch
        {
            AwsProtocol.Json => AwsReply.Json("{}"),
            AwsProtocol.Cbor => AwsReply.Cbor([0xA0]), // an empty map
            _ => AwsReply.Xml(new XElement(
                Names + "PutMetricDataResponse",
                new XElement(Names + "ResponseMetadata", new XElement(Names + "RequestId", RequestIds.Next()))).ToString()),
        };
    }

    private ServiceAnswer Put(PutMetricAlarmCall call)
    {
        if (call.Alarm is not { Name.Length: > 0, Comparison: not null, Threshold: not null, EvaluationPeriods: > 0, Period: > 0 })
        {
            return Invalid("An alarm needs AlarmName, ComparisonOperator, Threshold, EvaluationPeriods and Period.");
        }

        var before = state.Alarms.FirstOrDefault(alarm => alarm.Name == call.Alarm.Name);
        state.PutAlarm(call.Alarm with { State = before?.State ?? "INSUFFICIENT_DATA" });
        return AwsBodies.Reply(call, Names, []);
    }

    private ServiceAnswer Delete(DeleteAlarmsCall call)
    {
        if (call.Names.Count is 0 or > AlarmsInACall)
        {
            return Invalid($"The collection AlarmNames must have 1 to {AlarmsInACall} members.");
        }

        foreach (var name in call.Names)
        {
            state.DeleteAlarm(name);
        }

        return AwsBodies.Reply(call, Names, []);
    }

    private AwsReply Describe(DescribeAlarmsCall call)
    {
        var (page, next) = AwsBodies.Page(state.Alarms, call.NextToken, PageSize);
        var result = new JsonObject { ["MetricAlarms"] = new JsonArray([.. page.Select(alarm => alarm.Json())]) };
        if (next is not null)
        {
            result["NextToken"] = next;
        }

        return AwsBodies.Reply(call, Names, result);
    }

    private static AwsError Invalid(string message) => new(400, "InvalidParameterValueException", message) { QueryCode = "InvalidParameterValue" };
}
