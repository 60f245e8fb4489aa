using System.Text.Json;
using Feedback.Local.Lambda;
using Feedback.Local.Templates;
using Feedback.Tests.Local;

namespace Feedback.Tests.Functions.Logging;

/// <summary>Our log lines beside those of Lambda's runtime client, which takes <see cref="Console.Out"/> for itself.</summary>
public sealed class StandardOutputTests
{
    [Theory]
    [InlineData("Text")]
    [InlineData("JSON")]
    public async Task Line_UnderARuntimeThatReplacesTheConsole_StaysAsItIs(string format)
    {
        await using var host = await LambdaHost.StartAsync(
            Template.Parse(SmallTemplate.Text.Replace("Feedback.Functions", "Feedback.Tests", StringComparison.Ordinal)),
            "BounceFunction",
            AppContext.BaseDirectory,
            new Dictionary<string, string> { ["MODE"] = "runtime-client", ["AWS_LAMBDA_LOG_FORMAT"] = format });
        (await host.InvokeAsync("{}", TimeSpan.FromMinutes(1))).Error.ShouldBeNull();
        await host.KillAsync();

        // What goes through the console is no longer what was written.
        var console = host.Lines.Single(line => line.Contains("by way of Console.Out", StringComparison.Ordinal));
        if (format == "JSON")
        {
            var wrapped = JsonDocument.Parse(console).RootElement;
            wrapped.GetProperty("message").GetString().ShouldBe("by way of Console.Out");
            wrapped.GetProperty("level").GetString().ShouldBe("Information");
        }
        else
        {
            console.ShouldEndWith("\tinfo\tby way of Console.Out");
        }

        var line = JsonDocument.Parse(host.Lines.Single(line => line.Contains("AlarmIgnored", StringComparison.Ordinal))).RootElement;
        line.GetProperty("level").GetString().ShouldBe("INFO");
        line.GetProperty("Reason").GetString().ShouldBe("a \"quoted\" reason");
    }
}
