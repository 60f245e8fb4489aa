using System.Security.Cryptography;
using System.Text;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary>The AWS logins of operators, up to the first call to DynamoDB.</summary>
public sealed class LoginTests : IAsyncLifetime
{
    private const string NotLoggedIn = "Your AWS login has expired, or you have not logged in. Log in with `aws sso login --profile sso`.";

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("feedback-");
    private LoginServices _services = null!;

    public async Task InitializeAsync()
    {
        _services = await LoginServices.StartAsync();
        await File.WriteAllTextAsync(InHome("config"), """
            [profile base]
            aws_access_key_id = AKIABASE
            aws_secret_access_key = secret
            region = eu-west-1
            [profile role]
            role_arn = arn:aws:iam::123456789012:role/operator
            source_profile = base
            region = eu-west-1
            [profile sso]
            sso_session = company
            sso_account_id = 123456789012
            sso_role_name = operator
            region = eu-west-1
            [sso-session company]
            sso_start_url = https://company.awsapps.com/start
            sso_region = eu-west-1
            sso_registration_scopes = sso:account:access
            [profile role-over-sso]
            role_arn = arn:aws:iam::123456789012:role/operator
            source_profile = sso
            region = eu-west-1
            [profile process]
            credential_process = cat process.json
            region = eu-west-1
            [profile broken-process]
            credential_process = cat missing.json
            region = eu-west-1
            [profile empty]
            region = eu-west-1
            [profile no-region]
            aws_access_key_id = AKIABASE
            aws_secret_access_key = secret
            """.Replace("process.json", InHome("process.json"), StringComparison.Ordinal));
        await File.WriteAllTextAsync(InHome("process.json"), """{"Version":1,"AccessKeyId":"AKIAPROCESS","SecretAccessKey":"secret"}""");
        await File.WriteAllTextAsync(InHome("web-token"), "token");
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        _home.Delete(recursive: true);
    }

    [Theory]
    [InlineData("base", "AKIABASE")]
    [InlineData("role", "ASIAROLE")]
    [InlineData("process", "AKIAPROCESS")]
    [InlineData("sso", "ASIASSO")]
    [InlineData("role-over-sso", "ASIAROLE")]
    public async Task Status_WithAProfile_ReachesTheServiceWithItsCredentials(string profile, string key)
    {
        LogIn(LoginServices.SsoToken, expiresAt: "2099-01-01T00:00:00Z");
        (await TypeAsync(["--profile", profile])).ShouldFail(1, "Feedback has seen no mail yet.");
        _services.Keys.Distinct().ShouldBe([key]);
    }

    [Fact]
    public async Task Status_WithAWebIdentity_ReachesTheServiceWithItsRole()
    {
        var run = await TypeAsync(
            ["--region", "eu-west-1"],
            ("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/operator"),
            ("AWS_WEB_IDENTITY_TOKEN_FILE", InHome("web-token")));
        run.ShouldFail(1, "Feedback has seen no mail yet.");
        _services.Keys.Distinct().ShouldBe(["ASIAROLE"]);
    }

    [Fact]
    public async Task Status_WithAProfile_IgnoresTheCredentialsOfTheShell()
    {
        (await TypeAsync(["--profile", "base"], ("AWS_ACCESS_KEY_ID", "AKIASHELL"), ("AWS_SECRET_ACCESS_KEY", "secret"))).ExitCode.ShouldBe(1);
        _services.Keys.Distinct().ShouldBe(["AKIABASE"]);
    }

    [Fact]
    public async Task Status_WithoutAnSsoLogin_NamesTheCommandToLogIn()
    {
        (await TypeAsync(["--profile", "sso"])).ShouldFail(2, NotLoggedIn);
        LogIn(LoginServices.SsoToken, expiresAt: "2020-01-01T00:00:00Z");
        (await TypeAsync(["--profile", "sso"])).ShouldFail(2, NotLoggedIn);
        LogIn("revoked-token", expiresAt: "2099-01-01T00:00:00Z");
        (await TypeAsync(["--profile", "sso"])).ShouldFail(2, NotLoggedIn);
        _services.Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task Status_WithoutAPermission_NamesItAndWhoAsked()
    {
        const string User = "arn:aws:iam::123456789012:user/ann";
        const string Table = "arn:aws:dynamodb:eu-west-1:123456789012:table/reputation";
        const string Message = $"User: {User} is not authorized to perform: dynamodb:Query on resource: {Table}"
            + " because no identity-based policy allows the dynamodb:Query action";
        _services.DynamoError = $$"""{"__type":"com.amazon.coral.service#AccessDeniedException","Message":"{{Message}}"}""";
        (await TypeAsync(["--profile", "base"])).ShouldFail(
            2,
            $"Your AWS login lacks the permission dynamodb:Query on {Table}, in eu-west-1.",
            $"You are {User}. docs/cli.md lists the permissions that the commands need.");
    }

    [Fact]
    public async Task Status_WithExpiredKeys_SaysSo()
    {
        _services.DynamoError = """{"__type":"com.amazon.coral.service#ExpiredTokenException","message":"The security token is expired"}""";
        (await TypeAsync(["--profile", "base"])).ShouldFail(
            2, "AWS does not accept the credentials of profile base: they have expired or are wrong. Renew them.");
    }

    [Theory]
    [InlineData("unknown", "There is no AWS profile unknown. List the profiles with `aws configure list-profiles`.")]
    [InlineData("no-region", "No AWS Region is set. Give --region, or set AWS_REGION, or add a region to the profile no-region.")]
    [InlineData("empty", "The AWS profile empty has no credentials.")]
    public async Task Status_WithAProfileThatIsNotWhole_SaysWhatItLacks(string profile, string problem) =>
        (await TypeAsync(["--profile", profile])).ShouldFail(2, problem);

    [Fact]
    public async Task Status_WithAFailingCredentialProcess_NamesIt()
    {
        var run = await TypeAsync(["--profile", "broken-process"]);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("The credential_process of profile broken-process failed: ");
        run.Error.Trim().ShouldNotContain("\n");
    }

    [Fact]
    public async Task Status_WithoutCredentials_SaysHowToGiveThem() => (await TypeAsync(["--region", "eu-west-1"])).ShouldFail(
        2, "There are no AWS credentials. Give --profile NAME, or set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");

    private Task<CommandLineRun> TypeAsync(string[] options, params (string Name, string Value)[] variables)
    {
        var endpoint = _services.Endpoint.ToString();
        return CommandLineRun.WithAsync(
            new Dictionary<string, string>
            {
                ["HOME"] = _home.FullName,
                ["USERPROFILE"] = _home.FullName,
                ["AWS_CONFIG_FILE"] = InHome("config"),
                ["AWS_SHARED_CREDENTIALS_FILE"] = InHome("credentials"),
                ["AWS_EC2_METADATA_DISABLED"] = "true",
                ["AWS_ENDPOINT_URL_DYNAMODB"] = endpoint,
                ["AWS_ENDPOINT_URL_STS"] = endpoint,
                ["AWS_ENDPOINT_URL_SSO"] = endpoint,
                ["FEEDBACK_OUTCOMES_TABLE"] = "outcomes",
                ["FEEDBACK_REPUTATION_TABLE"] = "reputation",
                ["FEEDBACK_SUPPRESSION_TABLE"] = "suppression",
                ["FEEDBACK_ALARM_TOPIC_ARN"] = "arn:aws:sns:eu-west-1:123456789012:alarms",
            }.Concat(variables.Select(variable => KeyValuePair.Create(variable.Name, variable.Value))),
            ["status", .. options]);
    }

    // Where `aws sso login` keeps its token: the file is named after the session.
    private void LogIn(string token, string expiresAt)
    {
        var folder = Directory.CreateDirectory(InHome(Path.Combine(".aws", "sso", "cache"))).FullName;
#pragma warning disable CA5350 // The AWS CLI names the file by SHA-1.
        var name = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes("company")));
#pragma warning restore CA5350
        File.WriteAllText(
            Path.Combine(folder, $"{name}.json"),
            $$"""{"startUrl":"https://company.awsapps.com/start","region":"eu-west-1","accessToken":"{{token}}","expiresAt":"{{expiresAt}}"}""");
    }

    private string InHome(string file) => Path.Combine(_home.FullName, file);
}
