namespace Amazon.CloudFormation.Model;

public class DescribeStackResourceRequest : AmazonCloudFormationRequest
{
    public string LogicalResourceId { get; set; }

    public string StackName { get; set; }
}
