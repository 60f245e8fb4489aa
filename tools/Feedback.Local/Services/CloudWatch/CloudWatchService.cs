using System.Xml.Linq;

namespace Feedback.Local.Services.CloudWatch;

/// <summary>Accepts metrics in all protocols of CloudWatch clients: Query, JSON 1.0 and CBOR.</summary>
internal sealed class CloudWatchService : ILocalService
{
    private const int MetricsInACall = 1_000;

    private static readonly XNamespace Names = "http://monitoring.amazonaws.com/doc/2010-08-01/";

    public AwsCall? Read(AwsRequest request) => request is { Action: "PutMetricData", Body: { } body } ? MetricReader.Read(body) : null;

    public ServiceAnswer Answer(AwsCall call, bool lie)
    {
        var put = (PutMetricDataCall)call;
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

        return call.Protocol switch
        {
            AwsProtocol.Json => AwsReply.Json("{}"),
            AwsProtocol.Cbor => AwsReply.Cbor([0xA0]), // an empty map
            _ => AwsReply.Xml(new XElement(
                Names + "PutMetricDataResponse",
                new XElement(Names + "ResponseMetadata", new XElement(Names + "RequestId", RequestIds.Next()))).ToString()),
        };
    }

    private static AwsError Invalid(string message) => new(400, "InvalidParameterValueException", message) { QueryCode = "InvalidParameterValue" };
}
