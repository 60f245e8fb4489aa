using System.Text.Json.Nodes;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Feedback.Functions.Logging;
using Feedback.Local.Database;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Feedback.Tests.Local;

/// <summary>A Lambda function without a runtime library: Feedback.Local depends on the Runtime API's contract, not on a client.</summary>
internal static class SmallFunction
{
    private static Task<int> Main() => Environment.GetEnvironmentVariable("MODE") switch
    {
        "parent" => HaveADatabaseAsync(),
        "runtime-client" => ServeWithRuntimeClientAsync(),
        _ => ServeAsync(),
    };

    // Not a function: a process with its own database, to be killed.
    private static async Task<int> HaveADatabaseAsync()
    {
        await using var database = await EmbeddedDatabase.StartAsync();
        Write($"{database.Endpoint}\n");
        await Task.Delay(Timeout.Infinite);
        return 0;
    }

    // Lambda's client, official or stand-in, which replaces Console.Out with its own writer.
    private static async Task<int> ServeWithRuntimeClientAsync()
    {
        using var provider = new JsonLineLoggerProvider(StandardOutput.Stream, LogLevel.Information, TimeProvider.System);
        var logger = provider.CreateLogger("small");
        using var bootstrap = LambdaBootstrapBuilder.Create((Stream payload, ILambdaContext context) =>
        {
            Write("by way of Console.Out", line: true);
            Log.AlarmIgnored(logger, "a \"quoted\" reason");
            return Task.FromResult<Stream>(new MemoryStream("{}"u8.ToArray()));
        }).Build();
        await bootstrap.RunAsync();
        return 0;
    }

    private static async Task<int> ServeAsync()
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        var loop = new RuntimeLoop(http, new Uri($"http://{Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")}/2018-06-01/runtime/"));
        switch (Environment.GetEnvironmentVariable("MODE"))
        {
            case "init-error":
                await loop.PostAsync("init/error", """{"errorType":"OptionsException","errorMessage":"THRESHOLD is not a number"}""");
                return 1;
            case "exit":
                return 3;
        }

        while (true)
        {
            await loop.OneAsync(Answer);
        }
    }

    private static async Task<string> Answer(string payload)
    {
        switch ((string?)(JsonNode.Parse(payload) as JsonObject)?["do"])
        {
            case "throw":
                throw new InvalidOperationException("as asked");
            case "exit":
                Write("about to exit\n");
                Environment.Exit(7);
                return "";
            case "hang":
                Write("hanging\n");
                await Task.Delay(Timeout.Infinite);
                return "";
            case "environment":
                var variables = Environment.GetEnvironmentVariables();
                return new JsonObject(variables.Keys.Cast<string>().Select(
                    name => KeyValuePair.Create(name, (JsonNode?)JsonValue.Create((string?)variables[name])))).ToJsonString();
            default:
                return $$"""{"process":{{Environment.ProcessId}},"payload":{{payload}}}""";
        }
    }

#pragma warning disable RS0030 // A function's log is its standard output.
    private static void Write(string text, bool line = false)
    {
        if (line)
        {
            Console.WriteLine(text);
        }
        else
        {
            Console.Write(text);
        }
    }
#pragma warning restore RS0030
}
