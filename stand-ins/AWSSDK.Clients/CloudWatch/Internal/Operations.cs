using System.Globalization;
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

    public static readonly InvokeOptions DeleteAlarms = Operation.Of<DeleteAlarmsRequest>(
        Service,
        Write,
        new QueryResponse(_ => new DeleteAlarmsResponse(), Errors.From));

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

    public static readonly InvokeOptions PutMetricAlarm = Operation.Of<PutMetricAlarmRequest>(
        Service,
        Write,
        new QueryResponse(_ => new PutMetricAlarmResponse(), Errors.From));

    public static readonly InvokeOptions PutMetricData = Operation.Of<PutMetricDataRequest>(
        Service,
        Write,
        new QueryResponse(_ => new PutMetricDataResponse(), Errors.From));

    private static MetricAlarm Alarm(XElement xml) => new()
    {
        ActionsEnabled = QueryResponse.Text(xml, "ActionsEnabled") is { } enabled ? bool.Parse(enabled) : null,
        AlarmActions = QueryResponse.List(xml, "AlarmActions", action => action.Value),
        AlarmName = QueryResponse.Text(xml, "AlarmName"),
        ComparisonOperator = QueryResponse.Text(xml, "ComparisonOperator"),
        Dimensions = QueryResponse.List(xml, "Dimensions", dimension => new Dimension
        {
            Name = QueryResponse.Text(dimension, "Name"),
            Value = QueryResponse.Text(dimension, "Value"),
        }),
        EvaluationPeriods = Whole(xml, "EvaluationPeriods"),
        MetricName = QueryResponse.Text(xml, "MetricName"),
        Namespace = QueryResponse.Text(xml, "Namespace"),
        OKActions = QueryResponse.List(xml, "OKActions", action => action.Value),
        Period = Whole(xml, "Period"),
        StateValue = QueryResponse.Text(xml, "StateValue"),
        Statistic = QueryResponse.Text(xml, "Statistic"),
        Threshold = QueryResponse.Text(xml, "Threshold") is { } threshold ? double.Parse(threshold, CultureInfo.InvariantCulture) : null,
        TreatMissingData = QueryResponse.Text(xml, "TreatMissingData"),
    };

    private static int? Whole(XElement xml, string name) =>
        QueryResponse.Text(xml, name) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : null;

    private static void Write(DeleteAlarmsRequest request, IRequest http)
    {
        Begin(http, "DeleteAlarms");
        Add(http, "AlarmNames", request.AlarmNames);
    }

    private static void Write(DescribeAlarmsRequest request, IRequest http)
    {
        Begin(http, "DescribeAlarms");
        Add(http, "NextToken", request.NextToken);
    }

    private static void Write(PutMetricAlarmRequest request, IRequest http)
    {
        Begin(http, "PutMetricAlarm");
        Add(http, "AlarmActions", request.AlarmActions);
        Add(http, "AlarmDescription", request.AlarmDescription);
        Add(http, "AlarmName", request.AlarmName);
        Add(http, "ComparisonOperator", request.ComparisonOperator?.Value);
        Add(http, "Dimensions", request.Dimensions);
        Add(http, "EvaluationPeriods", request.EvaluationPeriods?.ToString(CultureInfo.InvariantCulture));
        Add(http, "MetricName", request.MetricName);
        Add(http, "Namespace", request.Namespace);
        Add(http, "OKActions", request.OKActions);
        Add(http, "Period", request.Period?.ToString(CultureInfo.InvariantCulture));
        Add(http, "Statistic", request.Statistic?.Value);
        Add(http, "Threshold", request.Threshold is { } threshold ? StringUtils.FromDouble(threshold) : null);
        Add(http, "TreatMissingData", request.TreatMissingData);
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
        Add(http, $"{prefix}.Dimensions", datum.Dimensions);
    }

    private static void Begin(IRequest http, string action)
    {
        http.Parameters.Add("Action", action);
        http.Parameters.Add("Version", "2010-08-01");
    }

    private static void Add(IRequest http, string name, List<Dimension> dimensions)
    {
        foreach (var (index, dimension) in (dimensions ?? []).Index())
        {
            Add(http, $"{name}.member.{index + 1}.Name", dimension.Name);
            Add(http, $"{name}.member.{index + 1}.Value", dimension.Value);
        }
    }

    private static void Add(IRequest http, string name, List<string> values)
    {
        foreach (var (index, value) in (values ?? []).Index())
        {
            Add(http, $"{name}.member.{index + 1}", value);
        }
    }

    private static void Add(IRequest http, string name, string value)
    {
        if (value is not null)
        {
            http.Parameters.Add(name, value);
        }
    }
}
