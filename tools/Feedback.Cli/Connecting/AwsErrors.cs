using System.Text.RegularExpressions;
using Amazon.Runtime;
using Feedback.Configuration;

namespace Feedback.Cli.Connecting;

/// <summary>Explains errors of AWS logins, permissions and missing tables, with what to do about them.</summary>
internal static partial class AwsErrors
{
    private static readonly string[] Expired =
    [
        "ExpiredToken", "ExpiredTokenException", "RequestExpired", "UnauthorizedException", "UnrecognizedClientException", "InvalidClientTokenId",
    ];

    /// <summary>Returns whether AWS refused the call for want of a permission. The services have different codes for it.</summary>
    public static bool IsDenied(Exception exception) => exception is AmazonServiceException { ErrorCode: { } code }
        && (code.StartsWith("AccessDenied", StringComparison.Ordinal) || code == "AuthorizationError");

    /// <summary>Returns whether AWS does not accept the login, so that every other call would fail as well.</summary>
    public static bool IsOfTheLogin(AmazonServiceException exception) => Expired.Contains(exception.ErrorCode);

    /// <summary>Returns null for an error of another kind.</summary>
    public static IReadOnlyList<string>? Explain(Exception exception, AwsLogin login, Settings settings)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (Explain(cause, login) is { } problems)
            {
                return problems;
            }

            if (cause is AmazonServiceException { ErrorCode: "ResourceNotFoundException" })
            {
                return NoTable(login, settings);
            }
        }

        return null;
    }

    private static IReadOnlyList<string>? Explain(Exception cause, AwsLogin login) => cause switch
    {
        AmazonServiceException service when IsOfTheLogin(service) => NotLoggedIn(login),
        AmazonServiceException denied when IsDenied(denied) => Denied(denied, login),
        ProcessAWSCredentialException failed => [$"The credential_process of profile {login.Profile} failed: {OneLine(failed.Message)}"],
        AmazonClientException { Message: var message } when IsLogin(message) => login.SsoProfile is null ? NoCredentials(login) : NotLoggedIn(login),
        _ => null,
    };

    // The SDK has no exception types for these.
    private static bool IsLogin(string message) =>
        message.StartsWith("Failed to resolve AWS credentials", StringComparison.Ordinal) || message.Contains("SSO Token", StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<string> NotLoggedIn(AwsLogin login) => login switch
    {
        { SsoProfile: { } sso } => [$"Your AWS login has expired, or you have not logged in. Log in with `aws sso login --profile {sso}`."],
        { Profile: { } profile } => [$"AWS does not accept the credentials of profile {profile}: they have expired or are wrong. Renew them."],
        _ => ["AWS does not accept the credentials: they have expired or are wrong. Renew them, or give --profile NAME."],
    };

    private static IReadOnlyList<string> NoCredentials(AwsLogin login) => login.Profile is { } profile
        ? [$"The AWS profile {profile} has no credentials."]
        : ["There are no AWS credentials. Give --profile NAME, or set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."];

    private static IReadOnlyList<string> Denied(AmazonServiceException denied, AwsLogin login)
    {
        var match = Permission().Match(denied.Message);
        return match.Success
            ?
            [
                $"Your AWS login lacks the permission {match.Groups["action"].Value}{On(match.Groups["resource"].Value)}, in {login.Region}.",
                $"You are {match.Groups["who"].Value}. docs/cli.md lists the permissions that the commands need.",
            ]
            : [$"AWS denied access: {OneLine(denied.Message)}"];
    }

    private static string On(string resource) => resource.Length > 0 ? $" on {resource}" : "";

    private static IReadOnlyList<string> NoTable(AwsLogin login, Settings settings)
    {
        var account = settings.Deployment.AccountId is { Length: > 0 } id ? $" (the deployment is in account {id})" : "";
        return
        [
            $"One of the tables {settings.ReputationTable}, {settings.OutcomesTable} and {settings.SuppressionTable} "
                + $"does not exist in {login.Region}{account}.",
            "Check the Region, the profile and the environment file.",
        ];
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").Trim();

    [GeneratedRegex(
        @"^User: (?<who>\S+) is not authorized to perform: (?<action>[\w:-]+)(?: on resource: (?<resource>\S+))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Permission();
}
