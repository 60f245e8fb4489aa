using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Feedback.Functions.Composition;
using Feedback.Functions.Logging;
using Feedback.Tests.Aws;
using Feedback.Tests.Aws.DynamoDb;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Feedback.Tests.Functions.Logging;

public sealed partial class JsonLineLoggerTests : IDisposable
{
    /// <summary>What the logger itself writes; a placeholder of that name would be there twice.</summary>
    private static readonly string[] OwnNames = ["timestamp", "level", "eventId", "event", "category", "message", "requestId", "exception"];

    private readonly MemoryStream _output = new();
    private readonly LoggerExternalScopeProvider _scopes = new();

    public static TheoryData<LogLevel, LogLevel, bool> Levels => new()
    {
        { LogLevel.Information, LogLevel.Debug, false },
        { LogLevel.Information, LogLevel.Information, true },
        { LogLevel.Information, LogLevel.Error, true },
        { LogLevel.Trace, LogLevel.Trace, true },
        { LogLevel.Critical, LogLevel.Error, false },
        { LogLevel.Trace, LogLevel.None, false },
    };

    [Fact]
    public void Log_AnEvent_IsOneLineWithItsValues()
    {
        Log.MessageUnreadable(Logger<Feedback.Functions.QueueHandler>(), "sqs-1", "is not JSON");

        var line = Line();
        line.GetProperty("timestamp").GetDateTimeOffset().ShouldBe(Samples.Noon);
        line.GetProperty("level").GetString().ShouldBe("WARN");
        line.GetProperty("eventId").GetInt32().ShouldBe(100);
        line.GetProperty("event").GetString().ShouldBe(nameof(Log.MessageUnreadable));
        line.GetProperty("category").GetString().ShouldBe("Feedback.Functions.QueueHandler");
        line.GetProperty("message").GetString().ShouldBe("Message sqs-1 is unreadable and will end in the dead-letter queue: is not JSON");
        line.GetProperty("SqsMessageId").GetString().ShouldBe("sqs-1");
        line.GetProperty("Reason").GetString().ShouldBe("is not JSON");
        line.TryGetProperty("exception", out _).ShouldBeFalse();
        line.TryGetProperty("{OriginalFormat}", out _).ShouldBeFalse();
    }

    [Fact]
    public void Log_AnException_IsInTheSameLine()
    {
        Log.MessageFailed(Logger<JsonLineLoggerTests>(), new InvalidOperationException("first\nsecond", new IOException("inner")), "sqs-1");

        var exception = Line().GetProperty("exception").GetString().ShouldNotBeNull();
        exception.ShouldContain("first\nsecond");
        exception.ShouldContain("inner");
    }

    [Theory]
    [InlineData("two\nlines\r\n")]
    [InlineData("\"quoted\" \\ <tag> é 日 😀 \u2028 \0")]
    public void Log_AnyText_IsOneLineOfJson(string text)
    {
        Log.AlarmIgnored(Logger<JsonLineLoggerTests>(), text);

        Line().GetProperty("Reason").GetString().ShouldBe(text);
    }

    [Fact]
    public void Log_LoneSurrogates_AreReplaced()
    {
        Log.AlarmIgnored(Logger<JsonLineLoggerTests>(), "a\ud800b\udc00");

        Line().GetProperty("Reason").GetString().ShouldBe("a\ufffdb\ufffd");
        Line().GetProperty("message").GetString().ShouldEndWith("a\ufffdb\ufffd");
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void Log_Level_IsWrittenFromTheLeastOn(LogLevel least, LogLevel level, bool written)
    {
        var logger = new JsonLineLogger(_output, least, new TestClock(Samples.Noon), "test", _scopes);

        logger.IsEnabled(level).ShouldBe(written);
        logger.Log(level, new EventId(1), "text", exception: null, (text, _) => text);

        Lines.Length.ShouldBe(written ? 1 : 0);
    }

    [Fact]
    public void Log_ManyAtOnce_NeverMixLines()
    {
        using var provider = new JsonLineLoggerProvider(_output, LogLevel.Trace, TimeProvider.System);

        Parallel.For(0, 1_000, i => Log.AlarmIgnored(provider.CreateLogger($"category-{i % 8}"), new string('x', 200)));

        Lines.Length.ShouldBe(1_000);
        Lines.ShouldAllBe(line => JsonDocument.Parse(line, default).RootElement.GetProperty("Reason").GetString()!.Length == 200);
    }

    [Fact]
    public void Log_ANumber_IsANumberInTheLine()
    {
        Log.BatchDone(Logger<JsonLineLoggerTests>(), 100, 97, 0, 1, 2, 0, 1_234);

        Line().GetProperty("Recorded").GetInt32().ShouldBe(97);
        Line().GetProperty("Milliseconds").GetInt64().ShouldBe(1_234);
    }

    [Fact]
    public void Log_DuringAnInvocation_HasItsRequestIdUntilItIsOver()
    {
        var logger = Logger<JsonLineLoggerTests>();
        using (RunLog.InvocationScope(logger, "req-1"))
        {
            Log.AlarmIgnored(logger, "during");
        }

        Log.AlarmIgnored(logger, "after");

        var lines = Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines[0].GetProperty("requestId").GetString().ShouldBe("req-1");
        lines[1].TryGetProperty("requestId", out _).ShouldBeFalse();
    }

    /// <summary>Lambda takes a line with a timestamp it can't read for INFO, whatever its level.</summary>
    [Fact]
    public void Log_Timestamp_IsAsRfc3339HasIt()
    {
        Log.AlarmIgnored(Logger<JsonLineLoggerTests>(), "text");

        Line().GetProperty("timestamp").GetString().ShouldNotBeNull().ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$");
    }

    [Fact]
    public void AddJsonLogging_Level_IsTheLeast()
    {
        using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddJsonLogging(LogLevel.Warning).BuildServiceProvider();
        var logger = services.GetRequiredService<ILogger<JsonLineLoggerTests>>();

        logger.IsEnabled(LogLevel.Warning).ShouldBeTrue();
        logger.IsEnabled(LogLevel.Information).ShouldBeFalse();
    }

    [Fact]
    public void LogMethods_All_HaveIdsAndNamesOfTheirOwn()
    {
        var methods = new[] { typeof(Log), typeof(Feedback.Aws.AwsLog), typeof(RunLog) }
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .ToList();

        methods.Count.ShouldBeGreaterThan(15);
        methods.Select(method => method.EventId).ShouldBeUnique();
        methods.SelectMany(method => Placeholder().Matches(method.Message).Select(match => match.Groups["name"].Value))
            .ShouldAllBe(name => !OwnNames.Contains(name, StringComparer.OrdinalIgnoreCase));
    }

    public void Dispose() => _output.Dispose();

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();

    private string[] Lines => Encoding.UTF8.GetString(_output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private ILogger Logger<T>() => new JsonLineLogger(_output, LogLevel.Trace, new TestClock(Samples.Noon), typeof(T).FullName!, _scopes);

    private JsonElement Line() => JsonDocument.Parse(Lines.ShouldHaveSingleItem()).RootElement;
}
