using Amazon.DynamoDBv2.Model;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary>Moving and erasing the suppression list with the built program.</summary>
public sealed class SuppressionFileTests : SuppressionDeployment
{
    private const string At = "2026-05-01T10:00:00";

    public static TheoryData<string, string, string?, string> Lists => new()
    {
        { "SES", "EmailAddress,Reason,LastUpdateTime\nann@example.org,BOUNCE,2026-05-01T10:00:00Z\n", At, "SES: BOUNCE" },
        { "SES", """{"EmailAddress":"ann@example.org","Reason":"COMPLAINT","LastUpdateTime":"2026-05-01T10:00:00Z"}""", At, "SES: COMPLAINT" },
        { "SendGrid", "status,reason,email,created\n5.1.1,\"550 no user, sorry\",ann@example.org,1777629600\n", At, "SendGrid: 550 no user, sorry" },
        { "SendGrid", "email,created\nann@example.org,1777629600\n", At, "SendGrid" },
        { "Mailgun", "address,code,error,created_at\nann@example.org,550,No such mailbox,2026-05-01T10:00:00Z\n", At, "Mailgun: No such mailbox" },
        {
            "Postmark",
            "EmailAddress,SuppressionReason,Origin,CreatedAt\nann@example.org,HardBounce,Recipient,2026-05-01T12:00:00+02:00\n",
            At,
            "Postmark: HardBounce"
        },
        {
            "listmonk",
            "uuid,email,name,attributes,status,created_at\n1,bea@example.org,B,{},enabled,\n2,ann@example.org,A,{},blocklisted,2026-05-01T10:00:00Z\n",
            At,
            "listmonk"
        },
        { "list", "ann@example.org,BOUNCE\n", null, "list: BOUNCE" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Import_AListOfAnotherProgram_IsRecognised(string source, string text, string? at, string said)
    {
        var done = (await TypeAsync("import", Written("list.csv", text), "--by", "eve", "--json")).ShouldSucceed().Json;

        done.GetProperty("source").GetString().ShouldBe(source);
        var line = (await ExportedAsync()).ShouldHaveSingleItem();
        line.ShouldStartWith($"ann@example.org,,*,Imported,{at}");
        line.ShouldContain(said);
    }

    [Fact]
    public async Task Import_BadLines_NamesEachAndTakesTheOthers()
    {
        var file = Written("list.csv", "email,reason\nann@example.org,a\nnot one,b\n\n\"bea@example.org\",\"two\nlines\"\n,c\ncid@example.org,\"d\n");

        var run = await TypeAsync("import", file);

        run.ShouldFail(
            2, $"{file}, line 3: the address has no @.", $"{file}, line 7: there is no address.", $"{file}, line 8: its quotes are not closed.");
        (await ExportedAsync()).Select(line => line.Split(',')[0]).ShouldBe(["ann@example.org", "bea@example.org"]);
    }

    [Theory]
    [InlineData("name,phone\nAnn,1\n", "is no list of addresses: none of its columns 'name', 'phone' is called email, email_address or address.")]
    [InlineData("\u0001\u0002\u0003\n", "is no list of addresses")]
    public async Task Import_NoList_SaysWhatIsExpected(string text, string problem)
    {
        var run = await TypeAsync("import", Written("list.csv", text));

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(problem);
        run.Error.ShouldContain("Expected is CSV with a header");
        (await TypeAsync("import", File("nowhere.csv"))).ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public async Task Export_ImportedElsewhere_SaysTheSame(string format)
    {
        await BounceAsync();
        await TypeAsync("add", "bea@example.org", "--scope", "newsletter", "--until", "30d", "--reason-text", "a \"quoted\", text", "--by", "eve");
        await TypeAsync("allow", "cid@example.org", "--reason", "test", "--until", "30d");
        var before = await ExportedAsync();
        (await TypeAsync("export", "--format", format, "--out", File("list"))).ShouldSucceed().Output.ShouldContain("3 addresses written to ");
        await EmptyAsync();

        (await TypeAsync("import", File("list"))).ShouldSucceed().Output.ShouldContain("3 entries written, 0 unchanged");

        (await ExportedAsync()).ShouldBe(before);
        (await TypeAsync("import", File("list"))).ShouldSucceed().Output.ShouldContain("0 entries written, 3 unchanged");
    }

    [Fact]
    public async Task Export_ToAFolderThatIsNotThere_SaysSoAndLeavesNothing()
    {
        (await TypeAsync("export", "--out", File("nowhere/list.csv"))).ExitCode.ShouldBe(2);

        Directory.Exists(File("nowhere")).ShouldBeFalse();
    }

    [Fact]
    public async Task Import_KilledAndRunAgain_EndsWithTheSameTable()
    {
        const int Lines = 20_000;
        var lines = Enumerable.Range(0, Lines).Select(i => $"r{i % (Lines - 500)}@example.org,reason {i % 7}\n");
        var file = Written("list.csv", "email,reason\n" + string.Concat(lines));
        using (var killed = CommandLineRun.Start(Arguments("import", file, "--by", "eve")))
        {
            await EntriesAsync(least: 500);
            killed.Kill();
            await killed.WaitForExitAsync();
        }

        (await ScanAsync("SuppressionTable")).Count.ShouldBeLessThan(Lines - 500);
        (await TypeAsync("import", file, "--by", "eve")).ShouldSucceed();
        var interrupted = await ExportedAsync();
        await EmptyAsync();
        (await TypeAsync("import", file, "--by", "eve")).ShouldSucceed();

        interrupted.Count.ShouldBe(Lines - 500);
        (await ExportedAsync()).ShouldBe(interrupted);
    }

    [Fact]
    public async Task Erase_AnAddressThatBounced_LeavesTheCountsAndNoTrace()
    {
        await BounceAsync();
        var before = await CountersAsync();

        var run = (await TypeAsync("erase", "ann@example.org", "--reason", "request 4711", "--by", "eve")).ShouldSucceed();
        run.Output.ShouldContain("SES's list of the account doesn't have it in this spelling.");
        await BounceAsync();

        (await CountersAsync()).ShouldBe(before);
        before.ShouldNotBeEmpty();
        (await ExportedAsync()).ShouldBeEmpty();
        (await ScanAsync("OutcomesTable")).ShouldHaveSingleItem()["Domain"].S.ShouldBe("erased");
        (await TypeAsync("show", "ann@example.org")).ShouldSucceed().Output.ShouldContain("Erased by eve");
        (await TypeAsync("erase", "ann@example.org", "--reason", "again", "--json")).ShouldSucceed()
            .Json.GetProperty("entryDeleted").GetBoolean().ShouldBeFalse();
    }

    private async Task<IReadOnlyList<string>> CountersAsync() =>
    [
        .. (await ScanAsync("ReputationTable"))
            .Where(item => item["Entry"].S.StartsWith("COUNT#", StringComparison.Ordinal))
            .Select(item => item.Where(one => one.Key != "ExpiresAt").Select(one => $"{one.Key}={one.Value.S ?? one.Value.N}"))
            .Select(parts => string.Join(' ', parts.Order(StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal),
    ];

    private async Task EntriesAsync(int least)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await CountAsync() < least)
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private async Task<int> CountAsync() =>
        (await Deployment.DynamoDb.ScanAsync(new ScanRequest { TableName = Table("SuppressionTable"), Select = "COUNT" })).Count ?? 0;

    private async Task EmptyAsync()
    {
        foreach (var item in await ScanAsync("SuppressionTable"))
        {
            await Deployment.DynamoDb.DeleteItemAsync(Table("SuppressionTable"), new() { ["Address"] = item["Address"] });
        }
    }

    private async Task<List<Dictionary<string, AttributeValue>>> ScanAsync(string table)
    {
        var (items, request) = (new List<Dictionary<string, AttributeValue>>(), new ScanRequest { TableName = Table(table) });
        do
        {
            var page = await Deployment.DynamoDb.ScanAsync(request);
            items.AddRange(page.Items ?? []);
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return items;
    }

    private string Table(string logicalId) => Deployment.Tables[logicalId];
}
