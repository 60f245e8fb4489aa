using Feedback.Functions.Logging;
using Microsoft.Extensions.Logging;

namespace Feedback.Tests.Functions.Logging;

public sealed class LogLevelsTests
{
    [Theory]
    [InlineData(null, null, LogLevel.Information)]
    [InlineData("", "", LogLevel.Information)]
    [InlineData(null, "debug", LogLevel.Debug)]
    [InlineData(null, "Warning", LogLevel.Warning)]
    [InlineData(null, "nonsense", LogLevel.Information)]
    [InlineData("WARN", null, LogLevel.Warning)]
    [InlineData("ERROR", "DEBUG", LogLevel.Error)]
    [InlineData("TRACE", "ERROR", LogLevel.Trace)]
    [InlineData("FATAL", "INFO", LogLevel.Critical)]
    [InlineData("nonsense", "ERROR", LogLevel.Error)]
    public void Least_OfBothVariables_IsLambdasThenOursThenInformation(string? lambda, string? ours, LogLevel least) =>
        LogLevels.Least(name => name == LogLevels.LambdaVariable ? lambda : ours).ShouldBe(least);

    [Theory]
    [InlineData(LogLevel.Trace, "TRACE")]
    [InlineData(LogLevel.Debug, "DEBUG")]
    [InlineData(LogLevel.Information, "INFO")]
    [InlineData(LogLevel.Warning, "WARN")]
    [InlineData(LogLevel.Error, "ERROR")]
    [InlineData(LogLevel.Critical, "FATAL")]
    public void Name_OfALevel_IsTheOneThatLambdaFiltersBy(LogLevel level, string name) => LogLevels.Name(level).ShouldBe(name);
}
