namespace Amazon.Lambda.Model;

public class GetFunctionConfigurationRequest : AmazonLambdaRequest
{
    public string FunctionName { get; set; }
}
