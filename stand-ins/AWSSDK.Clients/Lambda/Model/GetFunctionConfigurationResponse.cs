using Amazon.Runtime;

namespace Amazon.Lambda.Model;

public class GetFunctionConfigurationResponse : AmazonWebServiceResponse
{
    public EnvironmentResponse Environment { get; set; }
}
