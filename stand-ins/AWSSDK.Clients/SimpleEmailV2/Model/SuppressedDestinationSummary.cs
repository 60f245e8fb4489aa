namespace Amazon.SimpleEmailV2.Model;

public class SuppressedDestinationSummary
{
    public string EmailAddress { get; set; }

    public DateTime? LastUpdateTime { get; set; }

    public SuppressionListReason Reason { get; set; }
}
