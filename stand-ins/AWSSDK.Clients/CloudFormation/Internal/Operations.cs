using Amazon.CloudFormation.Model;
using Amazon.Runtime.Internal;
using Amazon.StandIns.Protocol;

namespace Amazon.CloudFormation.Internal;

/// <summary>CloudFormation speaks the Query protocol.</summary>
internal static class Operations
{
    public static readonly InvokeOptions DescribeStackResource = Operation.Of<DescribeStackResourceRequest>(
        "Amazon.CloudFormation",
        Write,
        new QueryResponse(
            xml => new DescribeStackResourceResponse
            {
                StackResourceDetail = new StackResourceDetail { PhysicalResourceId = QueryResponse.Text(xml, "PhysicalResourceId") },
            },
            Errors.From));

    private static void Write(DescribeStackResourceRequest request, IRequest http)
    {
        http.Parameters.Add("Action", "DescribeStackResource");
        http.Parameters.Add("Version", "2010-05-15");
        Add(http, "StackName", request.StackName);
        Add(http, "LogicalResourceId", request.LogicalResourceId);
    }

    private static void Add(IRequest http, string name, string value)
    {
        if (value is not null)
        {
            http.Parameters.Add(name, value);
        }
    }
}
