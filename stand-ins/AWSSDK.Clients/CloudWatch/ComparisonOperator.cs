using Amazon.Runtime;

namespace Amazon.CloudWatch;

public class ComparisonOperator(string value) : ConstantClass(value)
{
    public static readonly ComparisonOperator GreaterThanOrEqualToThreshold = new("GreaterThanOrEqualToThreshold");
    public static readonly ComparisonOperator GreaterThanThreshold = new("GreaterThanThreshold");

    public static implicit operator ComparisonOperator(string value) => FindValue(value);

    public static ComparisonOperator FindValue(string value) => FindValue<ComparisonOperator>(value);
}
