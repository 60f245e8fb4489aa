namespace Amazon.Lambda.Model;

public class EnvironmentResponse
{
    public Dictionary<string, string> Variables { get; set; }
}
