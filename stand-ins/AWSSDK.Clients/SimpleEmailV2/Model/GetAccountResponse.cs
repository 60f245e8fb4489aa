using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

public class GetAccountResponse : AmazonWebServiceResponse
{
    public string EnforcementStatus { get; set; }

    public bool? ProductionAccessEnabled { get; set; }

    public bool? SendingEnabled { get; set; }
}
