using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using Feedback.Notifications;
using Feedback.Suppression;

namespace Feedback.Aws.Ses;

/// <inheritdoc cref="ISesSuppressionList"/>
internal sealed class SesSuppressionList(IAmazonSimpleEmailServiceV2 ses, SesRateLimiter rateLimiter) : ISesSuppressionList
{
    private const int PageSize = 1_000;

    public async IAsyncEnumerable<IReadOnlyList<SesListedAddress>> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var request = new ListSuppressedDestinationsRequest { NextToken = next, PageSize = PageSize };
            var page = await CallAsync("ListSuppressedDestinations", () => ses.ListSuppressedDestinationsAsync(request, cancellationToken), cancellationToken);
            yield return [.. (page.SuppressedDestinationSummaries ?? []).Select(Read)];
            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
    }

    public async Task<SesListedAddress?> FindAsync(string spelling, CancellationToken cancellationToken)
    {
        var request = new GetSuppressedDestinationRequest { EmailAddress = spelling };
        try
        {
            var found = await CallAsync("GetSuppressedDestination", () => ses.GetSuppressedDestinationAsync(request, cancellationToken), cancellationToken);
            return Listed(found.SuppressedDestination.EmailAddress, found.SuppressedDestination.Reason, found.SuppressedDestination.LastUpdateTime);
        }
        catch (SesListException exception) when (exception.InnerException is NotFoundException or BadRequestException)
        {
            return null;
        }
    }

    public async Task<string?> TryPutAsync(EmailAddress address, SesListReason reason, CancellationToken cancellationToken)
    {
        var request = new PutSuppressedDestinationRequest
        {
            EmailAddress = address.Value,
            Reason = reason == SesListReason.Complaint ? SuppressionListReason.COMPLAINT : SuppressionListReason.BOUNCE,
        };
        try
        {
            await CallAsync("PutSuppressedDestination", () => ses.PutSuppressedDestinationAsync(request, cancellationToken), cancellationToken);
            return null;
        }
        catch (SesListException exception) when (exception.InnerException is BadRequestException refused)
        {
            return refused.Message;
        }
    }

    public async Task<bool> DeleteAsync(string spelling, CancellationToken cancellationToken)
    {
        var request = new DeleteSuppressedDestinationRequest { EmailAddress = spelling };
        try
        {
            await CallAsync("DeleteSuppressedDestination", () => ses.DeleteSuppressedDestinationAsync(request, cancellationToken), cancellationToken);
            return true;
        }
        catch (SesListException exception) when (exception.InnerException is NotFoundException or BadRequestException)
        {
            return false;
        }
    }

    private static SesListedAddress Read(SuppressedDestinationSummary listed) => Listed(listed.EmailAddress, listed.Reason, listed.LastUpdateTime);

    private static SesListedAddress Listed(string spelling, SuppressionListReason reason, DateTime? updatedAt) => new(
        spelling,
        reason == SuppressionListReason.COMPLAINT ? SesListReason.Complaint : SesListReason.Bounce,
        updatedAt is { } time ? new DateTimeOffset(time.ToUniversalTime()) : DateTimeOffset.UnixEpoch);

    /// <summary>Wraps every failure of SES. A cancellation, a skewed clock and a failure of the table, on the way to a turn, stay as they are.</summary>
    private async Task<T> CallAsync<T>(string operation, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await rateLimiter.CallAsync(operation, call, cancellationToken);
        }
        catch (Exception exception)
            when (exception is not (ClockSkewException or AmazonDynamoDBException) && !cancellationToken.IsCancellationRequested)
        {
            throw new SesListException($"{operation}: {exception.GetType().Name}: {exception.Message}", exception);
        }
    }
}
