namespace Amazon.Lambda.Annotations.SQS;

[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class SQSEventAttribute(string queue) : Attribute
{
    /// <summary>A queue's ARN, or "@" and the logical id of a queue in the template.</summary>
    public string Queue { get; set; } = queue;

    /// <summary>Logical id of the event source mapping; by default taken from the queue.</summary>
    public string ResourceName
    {
        get => field ?? EventResourceName.From(Queue);
        set;
    }

    public bool Enabled { get; set; } = true;

    /// <summary>1 to 10,000.</summary>
    public uint BatchSize { get; set; }

    /// <summary>0 to 300; at least 1 if the batch size is above 10.</summary>
    public uint MaximumBatchingWindowInSeconds { get; set; }

    public string Filters { get; set; }

    /// <summary>2 to 1,000.</summary>
    public uint MaximumConcurrency { get; set; }
}
