using System.Collections.Concurrent;
using System.Globalization;
using Feedback.Local.Http;
using Feedback.Local.Services;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Feedback.EndToEnd.Tests.Stack;

/// <summary>
/// Plays STS, and SES of two accounts on one port: calls that are signed with the credentials of the role reach the other account's SES, all
/// others the stack's own.
/// </summary>
internal sealed class MemberServices : IAsyncDisposable
{
    private const string RoleKey = "ASIAMEMBER";

    private static readonly string[] NotForwarded = ["Host", "Connection", "Content-Length", "Transfer-Encoding"];

    private readonly HttpClient _client = new();
    private LoopbackServer _server = null!;

    private MemberServices(LocalAws member) => Member = member;

    /// <summary>SES of the other account.</summary>
    public LocalAws Member { get; }

    /// <summary>Where SES of the stack's own account is.</summary>
    public Uri? Own { get; set; }

    public bool RefusesTheRole { get; set; }

    /// <summary>The roles that were assumed, or refused, each with the external id.</summary>
    public ConcurrentQueue<(string RoleArn, string ExternalId)> Assumed { get; } = [];

    /// <summary>The Regions that the calls with the role's credentials were signed for.</summary>
    public ConcurrentQueue<string> Regions { get; } = [];

    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["AWS_ENDPOINT_URL_STS"] = _server.Endpoint.ToString(),
        ["AWS_ENDPOINT_URL_SESV2"] = _server.Endpoint.ToString(),
    };

    public static async Task<MemberServices> StartAsync()
    {
        var services = new MemberServices(await LocalAws.StartAsync());
        services._server = await LoopbackServer.StartAsync(services.AnswerAsync);
        return services;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await Member.DisposeAsync();
        _client.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        if (body.Contains("Action=AssumeRole", StringComparison.Ordinal))
        {
            await AssumeAsync(context.Response, body);
            return;
        }

        var credential = context.Request.Headers.Authorization.ToString().Split("Credential=")[1].Split('/');
        var isMember = credential[0] == RoleKey;
        if (isMember)
        {
            Regions.Enqueue(credential[2]);
        }

        await ForwardAsync(context, body, isMember ? Member.Endpoint : Own!);
    }

    private Task AssumeAsync(HttpResponse response, string body)
    {
        var form = new FormReader(body).ReadForm();
        Assumed.Enqueue((form["RoleArn"].ToString(), form["ExternalId"].ToString()));
        response.ContentType = "text/xml";
        if (RefusesTheRole)
        {
            response.StatusCode = StatusCodes.Status403Forbidden;
            return response.WriteAsync("""
                <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>AccessDenied</Code>
                <Message>not authorized to perform: sts:AssumeRole</Message></Error><RequestId>1</RequestId></ErrorResponse>
                """);
        }

        var expiration = TimeProvider.System.GetUtcNow().AddHours(1).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return response.WriteAsync($"""
            <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
            <AccessKeyId>{RoleKey}</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken>
            <Expiration>{expiration}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>
            """);
    }

    private async Task ForwardAsync(HttpContext context, string body, Uri to)
    {
        var from = context.Request;
        using var request = new HttpRequestMessage(new HttpMethod(from.Method), new Uri(to, from.Path + from.QueryString));
        request.Content = new StringContent(body);
        request.Content.Headers.Clear();
        foreach (var (name, values) in from.Headers.Where(header => !NotForwarded.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                request.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        using var answer = await _client.SendAsync(request);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        foreach (var (name, values) in answer.Headers.Where(header => header.Key.StartsWith("x-amz", StringComparison.OrdinalIgnoreCase)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await context.Response.WriteAsync(await answer.Content.ReadAsStringAsync());
    }
}
