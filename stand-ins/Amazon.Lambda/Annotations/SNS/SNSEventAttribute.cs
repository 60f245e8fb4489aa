namespace Amazon.Lambda.Annotations.SNS;

[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class SNSEventAttribute(string topic) : Attribute
{
    /// <summary>A topic's ARN, or "@" and the logical id of a topic in the template.</summary>
    public string Topic { get; set; } = topic;

    public string ResourceName
    {
        get => field ?? EventResourceName.From(Topic);
        set;
    }

    public string FilterPolicy { get; set; }

    public bool Enabled { get; set; } = true;
}
