namespace Feedback.Bench.ColdStart;

internal static class Median
{
    /// <exception cref="InvalidOperationException">There is no value.</exception>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0
            ? throw new InvalidOperationException("A median needs a value.")
            : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
