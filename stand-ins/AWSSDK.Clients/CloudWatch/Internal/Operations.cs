using System.Xml.Linq;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Util;
using Amazon.StandIns.Protocol;

namespace Amazon.CloudWatch.Internal;

/// <summary>CloudWatch takes several protocols; this speaks Query, the oldest, where the official client has gone over to CBOR.</summary>
internal static class Operations
{
    private const string Service = "Amazon.CloudWatch";

    public static readonly InvokeOptions DescribeAlarms = Operation.Of<DescribeAlarmsRequest>(
        Service,
        Write,
        new QueryResponse(
            xml => new DescribeAlarmsResponse
            {
                MetricAlarms = QueryResponse.List(xml, "MetricAlarms", Alarm),
                NextToken = QueryResponse.Text(xml, "NextToken"),
            },
            Errors.From));

    public static readonly InvokeOptions PutMetricData = Operation.Of<PutMetricDataRequest>(
        Service,
        Write,
        new QueryResponse(_ => new PutMetricDataResponse(), Errors.From));

    private static MetricAlarm Alarm(XElement xml) => new()
    {
        ActionsEnabled = QueryResponse.Text(xml, "ActionsEnabled") is { } enabled ? bool.Parse(enabled) : null,
        AlarmActions = QueryResponse.List(xml, "AlarmActions", action => action.Value),
        AlarmName = QueryResponse.Text(xml, "AlarmName"),
        Dimensions = QueryResponse.List(xml, "Dimensions", dimension => new Dimension
        {
            Name = QueryResponse.Text(dimension, "Name"),
            Value = QueryResponse.Text(dimension, "Value"),
        }),
        MetricName = QueryResponse.Text(xml, "MetricName"),
        Namespace = QueryResponse.Text(xml, "Namespace"),
        StateValue = QueryResponse.Text(xml, "StateValue"),
    };

    private static void Write(DescribeAlarmsRequest request, IRequest http)
    {
        Begin(http, "DescribeAlarms");
        Add(http, "NextToken", request.NextToken);
    }

    private static void Write(PutMetricDataRequest request, IRequest http)
    {
        CompressionAlgorithmUtils.SetCompressionAlgorithm(http, CompressionEncodingAlgorithm.gzip);
        Begin(http, "PutMetricData");
        Add(http, "Namespace", request.Namespace);
        foreach (var (index, datum) in (request.MetricData ?? []).Index())
        {
            Write(http, $"MetricData.member.{index + 1}", datum);
        }
    }

    private static void Write(IRequest http, string prefix, MetricDatum datum)
    {
        Add(http, $"{prefix}.MetricName", datum.MetricName);
        Add(http, $"{prefix}.Timestamp", datum.Timestamp is { } time ? StringUtils.FromDateTimeToISO8601WithOptionalMs(time) : null);
        Add(http, $"{prefix}.Unit", datum.Unit?.Value);
        Add(http, $"{prefix}.Value", datum.Value is { } value ? StringUtils.FromDouble(value) : null);
        foreach (var (index, dimension) in (datum.Dimensions ?? []).Index())
        {
            Add(http, $"{prefix}.Dimensions.member.{index + 1}.Name", dimension.Name);
            Add(http, $"{prefix}.Dimensions.member.{index + 1}.Value", dimension.Value);
        }
    }

    private static void Begin(IRequest http, string action)
    {
        http.Parameters.Add("Action", action);
        http.Parameters.Add("Version", "2010-08-01");
    }

    private static void Add(IRequest http, string name, string value)
    {
        if (value is not null)
        {
            http.Parameters.Add(name, value);
        }
    }
}
