using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

public class ListConfigurationSetsResponse : AmazonWebServiceResponse
{
    public List<string> ConfigurationSets { get; set; }

    public string NextToken { get; set; }
}
