using Amazon.Runtime;
using Feedback.Aws.Ses;
using Feedback.Local.Services;
using Feedback.Suppression;
using Feedback.Tests.Aws.DynamoDb;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Aws.Ses;

[Collection(DatabaseCollection.Name)]
public sealed class SesSuppressionListTests(DatabaseFixture database) : IAsyncLifetime
{
    private StoreBench _bench = null!;
    private LocalAws _aws = null!;

    private SesSuppressionList List => new(
        _aws.SesClient(retries: 0),
        new SesRateLimiter(_bench.Dynamo, _bench.Settings with { SesInterval = TimeSpan.FromMilliseconds(1) }, TimeProvider.System));

    public async Task InitializeAsync()
    {
        _bench = await StoreBench.CreateAsync(database, "ses-list");
        _aws = await LocalAws.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _aws.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public async Task PagesAsync_MoreThanAPage_ReturnsEachAddressOnce()
    {
        foreach (var i in Enumerable.Range(0, 2_001))
        {
            _aws.Ses.SuppressionList.Put($"R{i}@Example.org", i % 2 == 0 ? "BOUNCE" : "COMPLAINT", Noon.AddSeconds(i));
        }

        var pages = await List.PagesAsync(CancellationToken.None).ToListAsync();

        pages.Select(page => page.Count).ShouldBe([1_000, 1_000, 1]);
        pages.SelectMany(page => page).DistinctBy(one => one.Spelling).Count().ShouldBe(2_001);
        pages.SelectMany(page => page).Single(one => one.Spelling == "R7@Example.org")
            .ShouldBe(new SesListedAddress("R7@Example.org", SesListReason.Complaint, Noon.AddSeconds(7)));
    }

    [Fact]
    public async Task PagesAsync_EmptyList_HasNoAddress() =>
        (await List.PagesAsync(CancellationToken.None).ToListAsync()).ShouldHaveSingleItem().ShouldBeEmpty();

    [Fact]
    public async Task TryPutAsync_AnAddress_IsOnTheListInItsCanonicalForm()
    {
        (await List.TryPutAsync(Address("Ann.O'Hara+x@Example.org"), SesListReason.Complaint, CancellationToken.None)).ShouldBeNull();

        var listed = _aws.Ses.SuppressionList.All.ShouldHaveSingleItem();
        (listed.EmailAddress, listed.Reason).ShouldBe(("ann.o'hara+x@example.org", "COMPLAINT"));
    }

    [Fact]
    public async Task DeleteAsync_AnotherSpelling_IsNotFoundAsInSes()
    {
        _aws.Ses.SuppressionList.Put("Ann+a/b@example.org", "BOUNCE");

        (await List.DeleteAsync("ann+a/b@example.org", CancellationToken.None)).ShouldBeFalse();
        (await List.DeleteAsync("Ann+a/b@example.org", CancellationToken.None)).ShouldBeTrue();

        _aws.Ses.SuppressionList.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task FindAsync_ASpelling_IsFoundOnlyAsTheListHasIt()
    {
        _aws.Ses.SuppressionList.Put("Ann+a/b@example.org", "COMPLAINT", Noon);

        (await List.FindAsync("Ann+a/b@example.org", CancellationToken.None))
            .ShouldBe(new SesListedAddress("Ann+a/b@example.org", SesListReason.Complaint, Noon));
        (await List.FindAsync("ann+a/b@example.org", CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task FindAndDeleteAsync_WhatSesTakesForNoAddress_IsNotThere()
    {
        _aws.Faults.Refuse(AwsOperation.GetSuppressedDestination);
        _aws.Faults.Refuse(AwsOperation.DeleteSuppressedDestination);

        (await List.FindAsync("ann@example.org", CancellationToken.None)).ShouldBeNull();
        (await List.DeleteAsync("ann@example.org", CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task Calls_SesThrottlesOrDenies_SayWhich()
    {
        _aws.Faults.Throttle(AwsOperation.PutSuppressedDestination);
        _aws.Faults.Deny(AwsOperation.ListSuppressedDestinations);

        var throttled = await Should.ThrowAsync<SesListException>(() => List.TryPutAsync(Address("ann"), SesListReason.Bounce, CancellationToken.None));
        throttled.Message.ShouldContain("PutSuppressedDestination: TooManyRequestsException");
        var denied = await Should.ThrowAsync<SesListException>(() => List.PagesAsync(CancellationToken.None).ToListAsync().AsTask());
        denied.InnerException.ShouldBeAssignableTo<AmazonServiceException>()!.ErrorCode.ShouldBe("AccessDeniedException");
    }
}
