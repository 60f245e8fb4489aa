using System.Globalization;
using Amazon.Runtime;

namespace Amazon.SQS.Model;

public class GetQueueAttributesResponse : AmazonWebServiceResponse
{
    public Dictionary<string, string> Attributes { get; set; }

    /// <summary>Zero also if the attribute wasn't asked for.</summary>
    public int ApproximateNumberOfMessages => Number(nameof(ApproximateNumberOfMessages));

    /// <summary>Zero also if the attribute wasn't asked for.</summary>
    public int ApproximateNumberOfMessagesNotVisible => Number(nameof(ApproximateNumberOfMessagesNotVisible));

    /// <summary>Zero also if the attribute wasn't asked for.</summary>
    public int ApproximateNumberOfMessagesDelayed => Number(nameof(ApproximateNumberOfMessagesDelayed));

    private int Number(string attribute) =>
        Attributes?.TryGetValue(attribute, out var text) == true && int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
