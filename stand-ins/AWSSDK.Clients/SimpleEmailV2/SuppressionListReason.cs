using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

public class SuppressionListReason(string value) : ConstantClass(value)
{
    public static readonly SuppressionListReason BOUNCE = new("BOUNCE");
    public static readonly SuppressionListReason COMPLAINT = new("COMPLAINT");

    public static implicit operator SuppressionListReason(string value) => FindValue(value);

    public static SuppressionListReason FindValue(string value) => FindValue<SuppressionListReason>(value);
}
