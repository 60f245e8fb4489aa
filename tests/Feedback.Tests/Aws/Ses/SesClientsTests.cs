using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Amazon.SimpleEmailV2;
using Feedback.Acting;
using Feedback.Aws.Ses;
using Feedback.Reputation;
using Feedback.Tests.Aws.DynamoDb;

namespace Feedback.Tests.Aws.Ses;

public sealed class SesClientsTests : IDisposable
{
    private const string Arn = "arn:aws:iam::210987654321:role/feedback-pause";

    private static readonly MemberAccount Ireland = new("210987654321", "eu-west-1");
    private static readonly MemberAccount Virginia = new("210987654321", "us-east-1");

    private readonly TestClock _clock = new(Samples.Noon);
    private readonly FakeSecurityToken _sts = new();
    private readonly AmazonSimpleEmailServiceV2Client _own = new(Amazon.RegionEndpoint.EUWest1);
    private readonly List<string> _created = [];

    public void Dispose()
    {
        _own.Dispose();
        _sts.Dispose();
    }

    [Fact]
    public async Task OfAsync_TheStacksOwn_IsTheFunctionsClientWithoutAnyRole()
    {
        (await Clients().OfAsync(member: null, CancellationToken.None)).ShouldBe(_own);
        _sts.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task OfAsync_AMember_AssumesItsRoleOnceAndCallsItsRegion()
    {
        var clients = Clients();

        var ses = await clients.OfAsync(Ireland, CancellationToken.None);
        (await clients.OfAsync(Ireland, CancellationToken.None)).ShouldBe(ses);
        (await clients.OfAsync(Virginia, CancellationToken.None)).ShouldNotBe(ses);

        _sts.Requests.Select(request => (request.RoleArn, request.ExternalId, request.RoleSessionName))
            .ShouldBe([(Arn, "shared", "feedback"), (Arn, "shared", "feedback")]);
        _created.ShouldBe(["ASIA1 eu-west-1", "ASIA2 us-east-1"]);
    }

    [Fact]
    public async Task OfAsync_CredentialsNearTheirEnd_TakesNewOnes()
    {
        var clients = Clients();
        await clients.OfAsync(Ireland, CancellationToken.None);

        _clock.Advance(TimeSpan.FromHours(1) - SesClients.RenewedBefore);
        await clients.OfAsync(Ireland, CancellationToken.None);

        _created.ShouldBe(["ASIA1 eu-west-1", "ASIA2 eu-west-1"]);
    }

    [Fact]
    public async Task OfAsync_TheRoleIsMissing_SaysWhichAndWhatToDeployAndAsksAgainLater()
    {
        _sts.Failure = new AmazonSecurityTokenServiceException("User feedback-BounceFunctionRole is not authorized to perform: sts:AssumeRole")
        {
            ErrorCode = "AccessDenied",
            StatusCode = System.Net.HttpStatusCode.Forbidden,
        };
        var clients = Clients();

        var why = (await Should.ThrowAsync<SendingApiException>(() => clients.OfAsync(Ireland, CancellationToken.None))).Message;
        why.ShouldContain(Arn);
        why.ShouldContain("AccessDenied");
        why.ShouldContain("docs/member-account.yaml in account 210987654321");
        await Should.ThrowAsync<SendingApiException>(() => clients.OfAsync(Ireland, CancellationToken.None));
        _sts.Requests.Count.ShouldBe(1);

        _sts.Failure = null;
        _clock.Advance(SesClients.RefusalKeptFor);
        (await clients.OfAsync(Ireland, CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task OfAsync_StsFails_IsNoRefusal()
    {
        _sts.Failure = new AmazonSecurityTokenServiceException("busy") { StatusCode = System.Net.HttpStatusCode.ServiceUnavailable };
        var clients = Clients();

        await Should.ThrowAsync<AmazonSecurityTokenServiceException>(() => clients.OfAsync(Ireland, CancellationToken.None));
        _sts.Failure = null;
        (await clients.OfAsync(Ireland, CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public void Turn_OfAnOperation_IsApartForEachAccountAndRegion()
    {
        SesClients.Turn("GetConfigurationSet", member: null).ShouldBe("GetConfigurationSet");
        SesClients.Turn("GetConfigurationSet", Ireland).ShouldBe("GetConfigurationSet/210987654321/eu-west-1");
    }

    private SesClients Clients() => new(
        _own,
        new Lazy<IAmazonSecurityTokenService>(_sts),
        (credentials, region) =>
        {
            _created.Add($"{credentials.GetCredentials().AccessKey} {region.SystemName}");
            return new AmazonSimpleEmailServiceV2Client(credentials, new AmazonSimpleEmailServiceV2Config { RegionEndpoint = region });
        },
        TestSettings.Default with { MemberRoleName = "feedback-pause", MemberExternalId = "shared" },
        _clock);

    /// <summary>STS that gives the credentials of any role, for an hour.</summary>
    private sealed class FakeSecurityToken() : AmazonSecurityTokenServiceClient("key", "secret", Amazon.RegionEndpoint.EUWest1)
    {
        internal List<AssumeRoleRequest> Requests { get; } = [];

        internal Exception? Failure { get; set; }

        public override Task<AssumeRoleResponse> AssumeRoleAsync(AssumeRoleRequest request, CancellationToken cancellationToken = default)
        {
            Requests.Add(request);
            return Failure is not null
                ? throw Failure
                : Task.FromResult(new AssumeRoleResponse
                {
                    Credentials = new Credentials($"ASIA{Requests.Count}", "secret", "token", Samples.Noon.UtcDateTime.AddHours(Requests.Count)),
                });
        }
    }
}
