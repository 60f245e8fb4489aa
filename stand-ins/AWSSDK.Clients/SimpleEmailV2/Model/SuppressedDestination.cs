namespace Amazon.SimpleEmailV2.Model;

public class SuppressedDestination
{
    public string EmailAddress { get; set; }

    public DateTime? LastUpdateTime { get; set; }

    public SuppressionListReason Reason { get; set; }
}
