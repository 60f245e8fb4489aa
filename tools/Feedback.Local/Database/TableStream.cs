using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Feedback.Local.Database;

/// <summary>Reads the stream of one table, as an event source mapping does. The database reads the headers of a signature, and checks none.</summary>
internal sealed class TableStream(Uri database, string table)
{
    private static readonly HttpClient Http = new();

    private string? _iterator;

    /// <summary>Returns the event with which Lambda invokes a function for the changes since the last call; null if there are none.</summary>
    public async Task<JsonObject?> NextAsync()
    {
        var read = await CallAsync("GetRecords", new JsonObject { ["ShardIterator"] = _iterator ?? await BeginningAsync() });
        _iterator = (string?)read["NextShardIterator"];
        var records = read["Records"]!.AsArray();
        return records.Count == 0 ? null : new JsonObject { ["Records"] = records.DeepClone() };
    }

    private async Task<string> BeginningAsync()
    {
        var streams = (await CallAsync("ListStreams", new JsonObject { ["TableName"] = table }))["Streams"]!.AsArray();
        var arn = (string?)streams.SingleOrDefault()?["StreamArn"] ?? throw new LocalException($"The table {table} has no stream.");
        var described = await CallAsync("DescribeStream", new JsonObject { ["StreamArn"] = arn });
        var shard = (string?)described["StreamDescription"]!["Shards"]!.AsArray().Single()!["ShardId"];
        var iterator = await CallAsync(
            "GetShardIterator", new JsonObject { ["StreamArn"] = arn, ["ShardId"] = shard, ["ShardIteratorType"] = "TRIM_HORIZON" });
        return (string)iterator["ShardIterator"]!;
    }

    private async Task<JsonNode> CallAsync(string action, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        using var request = new HttpRequestMessage(HttpMethod.Post, database) { Content = content };
        request.Headers.Add("X-Amz-Target", $"DynamoDBStreams_20120810.{action}");
        request.Headers.Add("X-Amz-Date", "20260101T000000Z");
        request.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=local/20260101/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=local");
        using var response = await Http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(answer)!
            : throw new LocalException($"{action} of the database's streams failed: {answer}");
    }
}
