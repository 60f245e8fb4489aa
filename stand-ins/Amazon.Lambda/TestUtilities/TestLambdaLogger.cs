using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

/// <summary>Keeps what is logged, and shows it on standard output.</summary>
public class TestLambdaLogger : ILambdaLogger
{
    public StringBuilder Buffer { get; } = new();

    public void Log(string message)
    {
        Buffer.Append(message);
        Console.Write(message);
    }

    public void LogLine(string message)
    {
        Buffer.AppendLine(message);
        Console.WriteLine(message);
    }

    public void Log(string level, string message) => LogLine($"{level}: {message}");

    public void Log(string level, string message, params object[] args) => Log(level, null, message, args);

    public void Log(string level, Exception exception, string message, params object[] args) =>
        LogLine(string.Join(Environment.NewLine, Lines(level, exception, message, args)));

    private static IEnumerable<string> Lines(string level, Exception exception, string message, object[] args)
    {
        yield return $"{level}: {message}";
        foreach (var arg in args ?? [])
        {
            yield return $"\t{arg}";
        }

        if (exception is not null)
        {
            yield return exception.ToString();
        }
    }
}
