using System.Text;

namespace Feedback.Notifications;

/// <summary>Encodes a label of a domain in ASCII (RFC 3492), without its prefix <c>xn--</c>.</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int Least = 1;
    private const int Most = 26;
    private const int Skew = 38;
    private const int Damp = 700;
    private const int InitialBias = 72;
    private const int FirstCodePoint = 0x80;

    /// <param name="label">Without lone surrogates, and short: an address has at most 320 characters, so no sum can overflow.</param>
    internal static string Encode(string label)
    {
        var output = new StringBuilder();
        foreach (var character in label)
        {
            if (character < FirstCodePoint)
            {
                output.Append(character);
            }
        }

        var basic = output.Length;
        if (basic > 0)
        {
            output.Append('-');
        }

        var (next, delta, bias, handled) = (FirstCodePoint, 0L, InitialBias, basic);
        for (var total = CountOfCodePoints(label); handled < total;)
        {
            var smallest = SmallestFrom(next, label);
            delta += (long)(smallest - next) * (handled + 1);
            next = smallest;
            for (var i = 0; i < label.Length; i += char.IsHighSurrogate(label[i]) ? 2 : 1)
            {
                var codePoint = char.ConvertToUtf32(label, i);
                if (codePoint < next)
                {
                    delta++;
                }
                else if (codePoint == next)
                {
                    AppendNumber(output, delta, bias);
                    bias = Adapt(delta, handled + 1, isFirst: handled == basic);
                    delta = 0;
                    handled++;
                }
            }

            delta++;
            next++;
        }

        return output.ToString();
    }

    private static int CountOfCodePoints(string label)
    {
        var count = label.Length;
        foreach (var character in label)
        {
            count -= char.IsLowSurrogate(character) ? 1 : 0;
        }

        return count;
    }

    private static int SmallestFrom(int least, string label)
    {
        var smallest = int.MaxValue;
        for (var i = 0; i < label.Length; i += char.IsHighSurrogate(label[i]) ? 2 : 1)
        {
            var codePoint = char.ConvertToUtf32(label, i);
            smallest = codePoint >= least && codePoint < smallest ? codePoint : smallest;
        }

        return smallest;
    }

    private static void AppendNumber(StringBuilder output, long number, int bias)
    {
        for (var k = Base; ; k += Base)
        {
            var threshold = k <= bias ? Least : k >= bias + Most ? Most : k - bias;
            if (number < threshold)
            {
                output.Append(Digit((int)number));
                return;
            }

            output.Append(Digit((int)(threshold + ((number - threshold) % (Base - threshold)))));
            number = (number - threshold) / (Base - threshold);
        }
    }

    private static char Digit(int value) => (char)(value < 26 ? 'a' + value : '0' + value - 26);

    private static int Adapt(long delta, int handled, bool isFirst)
    {
        delta = isFirst ? delta / Damp : delta / 2;
        delta += delta / handled;
        var k = 0;
        for (; delta > (Base - Least) * Most / 2; k += Base)
        {
            delta /= Base - Least;
        }

        return (int)(k + ((Base - Least + 1) * delta / (delta + Skew)));
    }
}
