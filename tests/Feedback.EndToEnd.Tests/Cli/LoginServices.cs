using System.Net;
using System.Text;
using Feedback.Local.Http;
using Microsoft.AspNetCore.Http;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary>Plays STS, the SSO portal and an empty DynamoDB on one port, and keeps which access key signed the DynamoDB calls.</summary>
internal sealed class LoginServices : IAsyncDisposable
{
    private const string Credentials = """
        <Credentials>
          <AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken>
          <Expiration>2099-01-01T00:00:00Z</Expiration>
        </Credentials>
        """;

    private LoopbackServer _server = null!;

    /// <summary>The token that the SSO portal accepts.</summary>
    public const string SsoToken = "valid-token";

    public Uri Endpoint => _server.Endpoint;

    /// <summary>The error with which DynamoDB answers; null to answer that there are no items.</summary>
    public string? DynamoError { get; set; }

    /// <summary>The access keys that signed calls to DynamoDB.</summary>
    public List<string> Keys { get; } = [];

    public static async Task<LoginServices> StartAsync()
    {
        var services = new LoginServices();
        services._server = await LoopbackServer.StartAsync(services.AnswerAsync);
        return services;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var (status, type, answer) = body.Contains("Action=AssumeRole", StringComparison.Ordinal) ? AssumeRole(body)
            : context.Request.Path.StartsWithSegments("/federation/credentials") ? RoleOfSso(context.Request)
            : Dynamo(context.Request);
        context.Response.StatusCode = (int)status;
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer));
    }

    private static (HttpStatusCode Status, string Type, string Answer) AssumeRole(string body)
    {
        var operation = body.Contains("WebIdentity", StringComparison.Ordinal) ? "AssumeRoleWithWebIdentity" : "AssumeRole";
        return (
            HttpStatusCode.OK,
            "text/xml",
            $"<{operation}Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><{operation}Result>{Credentials}</{operation}Result>"
            + $"</{operation}Response>");
    }

    private static (HttpStatusCode Status, string Type, string Answer) RoleOfSso(HttpRequest request) =>
        request.Headers["x-amz-sso_bearer_token"] == SsoToken
            ? (HttpStatusCode.OK, "application/json", """
                {"roleCredentials":{"accessKeyId":"ASIASSO","secretAccessKey":"secret","sessionToken":"token","expiration":4070908800000}}
                """)
            : (HttpStatusCode.Unauthorized, "application/json", """{"__type":"UnauthorizedException","message":"Session token not found or invalid"}""");

    private (HttpStatusCode Status, string Type, string Answer) Dynamo(HttpRequest request)
    {
        var credential = request.Headers.Authorization.ToString().Split("Credential=")[1];
        Keys.Add(credential[..credential.IndexOf('/', StringComparison.Ordinal)]);
        return DynamoError is null
            ? (HttpStatusCode.OK, "application/x-amz-json-1.0", """{"Items":[],"Count":0,"ScannedCount":0}""")
            : (HttpStatusCode.BadRequest, "application/x-amz-json-1.0", DynamoError);
    }
}
