using System.Text.Json.Nodes;
using Feedback.Aws.DynamoDb;
using Feedback.Notifications;
using Feedback.Suppression;
using Feedback.Tests.Aws.DynamoDb;
using FsCheck;
using FsCheck.Fluent;

namespace Feedback.Tests.Clients;

/// <summary>The functions, the library and the snippets come to the same keys and answers.</summary>
public sealed class VectorTests
{
    private const string Python = "python/run_vectors.py";
    private const string Node = "node/run-vectors.mjs";

    /// <summary>Parts of addresses, and much of what may surround them or be wrong with them.</summary>
    private static readonly Gen<string> Part = Gen.Elements(
        "jane", "DOE", "ü", "Ü", "ß", "İ", "Σ", "😀", "例え", "ＡＢ", "xn--", "bcher-kva",
        "u\u0308", "\u200b", "\u00ad", "\u3002", "\u00a0", "\u0085",
        "@", "@", "@", ".", ".", "example", "org", "<", ">", "(", ")", "\"", "'", "\\", ",", ";", ":", " ", "\t", "mailto:", "rfc822;",
        "[", "]", "192.0.2.1",
        "IPv6:2001:DB8::1", "+", "-", "_", "\0", "\ufffd", "\ufeff", "ӿ", "Ж", "ａ＠ｂ");

    private static readonly Gen<string> Any = Gen.OneOf(
        Part.ListOf().Select(parts => string.Concat(parts)),
        from local in Part
        from parts in Part.ListOf()
        select $"{local}@{string.Concat(parts)}.example");

    [Fact]
    public void Functions_Addresses_HaveTheKeys() => Vectors.Addresses
        .Where(one => (EmailAddress.TryParse(one.Address, out var address, out _) ? address.Value : null) != one.Key)
        .ShouldBeEmpty();

    [Fact]
    public void Library_Addresses_HaveTheKeys() => Vectors.Addresses.Where(one => KeyOf(one.Address) != one.Key).ShouldBeEmpty();

    /// <summary>Items that only the library has to answer for are those that the functions refuse to read.</summary>
    [Fact]
    public void Functions_Items_GiveTheAnswers()
    {
        foreach (var vector in Vectors.Items.Where(IsOurs))
        {
            var entry = vector["item"] is { } item ? SuppressionItem.Read(ItemJson.Map(item)) : null;
            SuppressionScope.TryParse(vector["scope"]!.GetValue<string>(), out var scope).ShouldBeTrue();
            var answer = SuppressionAnswer.Ask(entry, scope, DateTimeOffset.FromUnixTimeSeconds(vector["now"]!.GetValue<long>()));

            var decided = answer as SuppressionAnswer.Suppressed;
            (decided is null).ShouldBe(vector["maySend"]!.GetValue<bool>(), vector["name"]!.GetValue<string>());
            if (decided is not null)
            {
                (decided.Reason.ToString(), decided.Scope.ToString()).ShouldBe(
                    (vector["reason"]!.GetValue<string>(), vector["decidingScope"]!.GetValue<string>()), vector["name"]!.GetValue<string>());
            }
        }
    }

    [InterpreterFact("python3")]
    public async Task Python_Vectors_Pass() => (await Script.RunAsync("python3", Python, Vectors.File)).ShouldBe((0, Success(Vectors.File)));

    [InterpreterFact("node")]
    public async Task Node_Vectors_Pass() => (await Script.RunAsync("node", Node, Vectors.File)).ShouldBe((0, Success(Vectors.File)));

    [InterpreterFact("python3")]
    public Task Python_RandomAddresses_HaveTheKeysOfTheLibrary() => ShouldAgreeAsync("python3", Python);

    [InterpreterFact("node")]
    public Task Node_RandomAddresses_HaveTheKeysOfTheLibrary() => ShouldAgreeAsync("node", Node);

    [InterpreterFact("python3")]
    public Task Python_WrongVectors_AreNamed() => ShouldNameWrongVectorsAsync("python3", Python);

    [InterpreterFact("node")]
    public Task Node_WrongVectors_AreNamed() => ShouldNameWrongVectorsAsync("node", Node);

    [Fact]
    public void TryCreate_ItsOwnKey_ChangesNothing() =>
        Prop.ForAll(Any.ToArbitrary(), text => KeyOf(text) is not { } key || KeyOf(key) == key).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    /// <summary>Mailboxes of different domains, that is of different labels in ASCII, never get one key.</summary>
    [Fact]
    public void TryCreate_OtherDomains_HaveOtherKeys() => Prop.ForAll(
        (from one in Domain from other in Domain select (one, other)).ToArbitrary(),
        c => string.Equals(c.one, c.other, StringComparison.OrdinalIgnoreCase) == (KeyOf($"jane@{c.one}") == KeyOf($"jane@{c.other}")))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    private static readonly Gen<string> Domain =
        from labels in Gen.Elements("a", "A", "b", "ab", "ä", "æ", "例", "a-b", "1").NonEmptyListOf()
        select string.Join('.', labels.Take(20)); // more would be no valid address

    private static async Task ShouldAgreeAsync(string interpreter, string script)
    {
        using var file = new TemporaryFile(Random(5_000).ToJsonString());

        (await Script.RunAsync(interpreter, script, file.Path)).ShouldBe((0, Success(file.Path)));
    }

    private static async Task ShouldNameWrongVectorsAsync(string interpreter, string script)
    {
        var vectors = JsonNode.Parse(await File.ReadAllTextAsync(Vectors.File))!;
        vectors["addresses"]![0]!["key"] = "other@example.com";
        vectors["items"]![2]!["maySend"] = true;
        using var file = new TemporaryFile(vectors.ToJsonString());

        var (exitCode, output) = await Script.RunAsync(interpreter, script, file.Path);

        exitCode.ShouldBe(1);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
    }

    private static JsonObject Random(int count) => new()
    {
        ["addresses"] = new JsonArray([.. Any.Sample(count, size: 12).Select(text => new JsonObject { ["address"] = text, ["key"] = KeyOf(text) })]),
        ["items"] = new JsonArray(),
    };

    private static string Success(string file)
    {
        var vectors = JsonNode.Parse(File.ReadAllText(file))!;
        return $"{vectors["addresses"]!.AsArray().Count} addresses and {vectors["items"]!.AsArray().Count} items are right.{Environment.NewLine}";
    }

    private static bool IsOurs(JsonNode vector) => vector["name"]!.GetValue<string>()
        is not ("an item of something else"
            or "an item of the layout before scopes"
            or "an end that can't be read is none"
            or "a reason that this version doesn't know");

    private static string? KeyOf(string text) => AddressKey.TryCreate(text, out var key, out _) ? key : null;
}
