namespace Amazon.SimpleEmailV2.Model;

public class ListSuppressedDestinationsRequest : AmazonSimpleEmailServiceV2Request
{
    public string NextToken { get; set; }

    public int? PageSize { get; set; }
}
