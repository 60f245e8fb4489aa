using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using Reply = Feedback.Tests.StandIns.LoopbackService.Reply;

namespace Feedback.Tests.StandIns;

/// <summary>How SES's client writes and reads the account's suppression list, official or stand-in.</summary>
public sealed class SesSuppressionClientTests
{
    [Fact]
    public async Task ListSuppressedDestinationsAsync_APage_ReadsSpellingReasonAndTime()
    {
        using var service = new LoopbackService(_ => Reply.Json(
            200,
            """
            {"NextToken":"next","SuppressedDestinationSummaries":[
              {"EmailAddress":"Ann@Example.org","Reason":"COMPLAINT","LastUpdateTime":1.643E9}]}
            """));
        using var ses = LoopbackClients.Ses(service);

        var page = await ses.ListSuppressedDestinationsAsync(new ListSuppressedDestinationsRequest { NextToken = "a+/=", PageSize = 1_000 });

        page.NextToken.ShouldBe("next");
        var listed = page.SuppressedDestinationSummaries.ShouldHaveSingleItem();
        (listed.EmailAddress, listed.Reason).ShouldBe(("Ann@Example.org", SuppressionListReason.COMPLAINT));
        listed.LastUpdateTime.ShouldNotBeNull().ToUniversalTime().ShouldBe(DateTime.UnixEpoch.AddSeconds(1_643_000_000));
        service.Requests.ShouldHaveSingleItem().Path.ShouldBe("/v2/email/suppression/addresses?NextToken=a%2B%2F%3D&PageSize=1000");
    }

    [Fact]
    public async Task GetSuppressedDestinationAsync_AnAddress_ReadsSpellingReasonAndTime()
    {
        using var service = new LoopbackService(_ => Reply.Json(
            200, """{"SuppressedDestination":{"EmailAddress":"Ann@Example.org","Reason":"BOUNCE","LastUpdateTime":1.643E9}}"""));
        using var ses = LoopbackClients.Ses(service);

        var found = (await ses.GetSuppressedDestinationAsync(new GetSuppressedDestinationRequest { EmailAddress = "Ann@Example.org" })).SuppressedDestination;

        (found.EmailAddress, found.Reason).ShouldBe(("Ann@Example.org", SuppressionListReason.BOUNCE));
        found.LastUpdateTime.ShouldNotBeNull().ToUniversalTime().ShouldBe(DateTime.UnixEpoch.AddSeconds(1_643_000_000));
        var request = service.Requests.ShouldHaveSingleItem();
        (request.Method, request.Path).ShouldBe(("GET", "/v2/email/suppression/addresses/Ann%40Example.org"));
    }

    [Fact]
    public async Task SuppressedDestinations_PutAndDeleted_AreWrittenAsSesReadsThem()
    {
        using var service = new LoopbackService(_ => Reply.Json(200, "{}"));
        using var ses = LoopbackClients.Ses(service);

        await ses.PutSuppressedDestinationAsync(
            new PutSuppressedDestinationRequest { EmailAddress = "ann@example.org", Reason = SuppressionListReason.BOUNCE });
        await ses.DeleteSuppressedDestinationAsync(new DeleteSuppressedDestinationRequest { EmailAddress = "ann@example.org" });

        service.Requests.Select(request => (request.Method, request.Path)).ShouldBe(
            [("PUT", "/v2/email/suppression/addresses"), ("DELETE", "/v2/email/suppression/addresses/ann%40example.org")]);
        service.Requests.First().Body.ShouldBe("""{"EmailAddress":"ann@example.org","Reason":"BOUNCE"}""");
    }
}
