namespace Amazon.CloudFormation.Model;

public class StackResourceDetail
{
    public string PhysicalResourceId { get; set; }
}
