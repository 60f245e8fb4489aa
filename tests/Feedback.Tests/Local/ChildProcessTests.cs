using Feedback.Local.Lambda;
using Feedback.Local.Processes;

namespace Feedback.Tests.Local;

public sealed class ChildProcessTests
{
    [Fact]
    public async Task Start_ParentIsKilled_TheChildEndsToo()
    {
        // Only a job object could do this on Windows.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var said = new TaskCompletionSource<string>();
        await using var parent = ChildProcess.Start(
            DotnetHost.Find(),
            [Path.Combine(AppContext.BaseDirectory, "Feedback.Tests.dll")],
            new Dictionary<string, string> { ["MODE"] = "parent" },
            new OutputLines(written: line => said.TrySetResult(line)));
        var database = new Uri(await said.Task.WaitAsync(TimeSpan.FromSeconds(30)));
        using var http = new HttpClient();
        (await http.GetAsync(database)).IsSuccessStatusCode.ShouldBeTrue();

        parent.Kill();

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await Should.ThrowAsync<HttpRequestException>(async () =>
        {
            while (true)
            {
                await http.GetAsync(database, patience.Token);
                await Task.Delay(20, patience.Token);
            }
        });
    }

    [Fact]
    public void OutputLines_BeyondTheCapacity_LetsTheOldestGo()
    {
        var output = new OutputLines(capacity: 2);
        foreach (var line in (string[])["a", "b", "c"])
        {
            output.Add(line);
        }

        output.All().ShouldBe(["b", "c"]);
        output.Last(1).ShouldBe(["c"]);
    }
}
