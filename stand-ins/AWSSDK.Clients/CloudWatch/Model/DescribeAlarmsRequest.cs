namespace Amazon.CloudWatch.Model;

public class DescribeAlarmsRequest : AmazonCloudWatchRequest
{
    public string NextToken { get; set; }
}
