using Amazon.Runtime;

namespace Amazon.CloudWatch;

public class Statistic(string value) : ConstantClass(value)
{
    public static readonly Statistic Maximum = new("Maximum");

    public static implicit operator Statistic(string value) => FindValue(value);

    public static Statistic FindValue(string value) => FindValue<Statistic>(value);
}
