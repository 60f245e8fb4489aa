namespace Amazon.CloudWatch.Model;

public class DeleteAlarmsRequest : AmazonCloudWatchRequest
{
    public List<string> AlarmNames { get; set; }
}
