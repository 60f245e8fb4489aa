using Amazon.SimpleEmailV2;
using Feedback.Aws.Ses;
using Feedback.Deciding.Lag;
using Feedback.Local.Services;
using Feedback.Notifications;
using Feedback.Reputation;
using Feedback.Tests.Aws.DynamoDb;
using Destination = Feedback.Local.Services.Ses.EventDestination;

namespace Feedback.Tests.Aws.Ses;

[Collection(DatabaseCollection.Name)]
public sealed class SesEventDestinationsTests(DatabaseFixture database) : IAsyncLifetime
{
    private const string Topic = "arn:aws:sns:eu-west-1:123456789012:Events";
    private const string Bus = "arn:aws:events:eu-west-1:123456789012:event-bus/default";

    private static readonly ReputationEntity News = ReputationEntity.ConfigurationSet("news");

    private readonly TestClock _clock = new(Samples.Noon);

    private StoreBench _bench = null!;
    private LocalAws _aws = null!;

    public async Task InitializeAsync()
    {
        _bench = await StoreBench.CreateAsync(database, "destinations");
        _aws = await LocalAws.StartAsync();
        _aws.Ses.AddConfigurationSet("news");
    }

    public async Task DisposeAsync()
    {
        await _aws.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public async Task GetAsync_LocalSet_PublishesEachTypeToItsTopic()
    {
        var publishing = await GetAsync();

        foreach (var kind in (FeedbackKind[])[FeedbackKind.Bounce, FeedbackKind.Complaint, FeedbackKind.Delivery])
        {
            publishing.To(kind).ShouldHaveSingleItem().Target.ShouldBe($"arn:aws:sns:eu-west-1:123456789012:{kind}Topic");
        }
    }

    [Fact]
    public async Task GetAsync_TopicAndBus_AreTheTargetsOfTheirEvents()
    {
        _aws.Ses.SetEventDestinations("news", new Destination("topic", ["BOUNCE", "COMPLAINT", "OPEN"], Topic), new Destination("bus", ["DELIVERY"], Bus));

        var publishing = await GetAsync();

        publishing.Destinations.Select(destination => (destination.Name, destination.Enabled, destination.Target))
            .ShouldBe([("topic", true, Topic), ("bus", true, Bus)]);
        publishing.Destinations[0].Events.ShouldBe([FeedbackKind.Bounce, FeedbackKind.Complaint], ignoreOrder: true);
        publishing.Publishes(FeedbackKind.Delivery).ShouldBeTrue();
    }

    [Fact]
    public async Task GetAsync_DisabledDestination_PublishesNothing()
    {
        _aws.Ses.SetEventDestinations("news", new Destination("off", ["BOUNCE"], Topic) { Enabled = false });

        var publishing = await GetAsync();

        publishing.Destinations.ShouldHaveSingleItem().Events.ShouldBe([FeedbackKind.Bounce]);
        publishing.Publishes(FeedbackKind.Bounce).ShouldBeFalse();
    }

    [Fact]
    public async Task GetAsync_NoDestinations_PublishesNothing()
    {
        _aws.Ses.SetEventDestinations("news");

        (await GetAsync()).Publishes(FeedbackKind.Bounce).ShouldBeFalse();
    }

    [Fact]
    public async Task GetAsync_NoSuchSet_IsNull() =>
        (await Destinations().GetAsync(ReputationEntity.ConfigurationSet("gone"), CancellationToken.None)).ShouldBeNull();

    [Fact]
    public async Task GetAsync_AskedAgain_AsksSesWhenTheAnswerIsOld()
    {
        var destinations = Destinations();
        await destinations.GetAsync(News, CancellationToken.None);

        _clock.Advance(SesEventDestinations.KeptFor - TimeSpan.FromTicks(1));
        await destinations.GetAsync(News, CancellationToken.None);
        _aws.Calls.Count.ShouldBe(1);

        _clock.Advance(TimeSpan.FromTicks(1));
        await destinations.GetAsync(News, CancellationToken.None);
        _aws.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task GetAsync_Denied_FailsAndAsksAgain()
    {
        _aws.Faults.Deny(AwsOperation.GetConfigurationSetEventDestinations, calls: 1);
        var destinations = Destinations();

        (await Should.ThrowAsync<AmazonSimpleEmailServiceV2Exception>(() => destinations.GetAsync(News, CancellationToken.None)))
            .ErrorCode.ShouldBe("AccessDeniedException");

        _clock.Advance(TimeSpan.FromSeconds(1));
        (await destinations.GetAsync(News, CancellationToken.None)).ShouldNotBeNull();
    }

    private async Task<EventPublishing> GetAsync() => (await Destinations().GetAsync(News, CancellationToken.None)).ShouldNotBeNull();

    private SesEventDestinations Destinations() => new(OneAccount.Of(_aws.SesClient()), new SesRateLimiter(_bench.Dynamo, _bench.Settings, _clock), _clock);
}
