using System.Net;
using Feedback.Local;
using Feedback.Local.Database;
using Feedback.Local.Templates;

namespace Feedback.Tests.Local;

public sealed class EmbeddedDatabaseTests
{
    [Fact]
    public async Task StartAsync_TwoAtOnce_EachAnswersOnItsOwnPortAndIsGoneAfterwards()
    {
        var databases = await Task.WhenAll(EmbeddedDatabase.StartAsync(), EmbeddedDatabase.StartAsync());
        databases[0].Endpoint.ShouldNotBe(databases[1].Endpoint);

        foreach (var database in databases)
        {
            using var client = database.CreateClient();
            (await client.ListTablesAsync()).HttpStatusCode.ShouldBe(HttpStatusCode.OK);
            await database.DisposeAsync();
        }

        using var http = new HttpClient();
        await Should.ThrowAsync<HttpRequestException>(() => http.GetAsync(databases[0].Endpoint));
    }

    [Fact]
    public async Task StartAsync_OnAPortOfOnesChoice_IsThereAndSaysWhenItIsTaken()
    {
        var at = new IPEndPoint(IPAddress.Any, LoopbackPort.Free());
        await using var database = await EmbeddedDatabase.StartAsync(at: at);
        database.Endpoint.ShouldBe(new Uri($"http://127.0.0.1:{at.Port}"));

        using var client = database.CreateClient();
        (await client.ListTablesAsync()).HttpStatusCode.ShouldBe(HttpStatusCode.OK);
        (await Should.ThrowAsync<LocalException>(() => EmbeddedDatabase.StartAsync(at: at))).Message
            .ShouldBe($"Port {at.Port} of 0.0.0.0 is in use: end the process that listens there, or choose another port.");
    }

    [Fact]
    public async Task StartAsync_WithAFile_KeepsTablesAcrossRestarts()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("feedback-").FullName, "tables.db");
        var template = Feedback.Local.Templates.Template.Parse(SmallTemplate.Text);
        await using (var first = await EmbeddedDatabase.StartAsync(file))
        {
            using var client = first.CreateClient();
            await template.CreateTablesAsync(client);
        }

        await using var second = await EmbeddedDatabase.StartAsync(file);
        using var again = second.CreateClient();
        (await again.ListTablesAsync()).TableNames.ShouldContain("Ledger");

        // Existing tables are left alone, so `feedback replay` can use one file twice.
        (await template.CreateTablesAsync(again))["Ledger"].ShouldBe("Ledger");
    }

    [Fact]
    public async Task StartAsync_WithoutTheBinary_NamesTheCommandThatBringsIt()
    {
        var folder = Directory.CreateTempSubdirectory("feedback-").FullName;
        var error = await Should.ThrowAsync<LocalException>(() => EmbeddedDatabase.StartAsync(repositoryRoot: folder));
        error.Message.ShouldEndWith($"type `make database` in {folder}.");
        error.Message.ShouldNotContain("\n");
    }
}
