using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using Feedback.Aws.Ses;
using Feedback.Cli.Doctor.SetUps;
using Feedback.Cli.Output;
using Feedback.Deciding.Lag;
using Feedback.Reputation;

namespace Feedback.Cli.Doctor.Reading;

/// <summary>Reads the account and its configuration sets, at the rate that SES allows and the functions share.</summary>
internal sealed class SesSetReader(IAmazonSimpleEmailServiceV2 ses, IEventDestinations destinations, SesRateLimiter rateLimiter)
{
    public async Task<SesAccount?> AccountAsync(Attempts attempts, CancellationToken cancellationToken) => await attempts.TryAsync(
        "ses:GetAccount",
        "account",
        async () =>
        {
            var account = await rateLimiter.CallAsync(
                "GetAccount", () => ses.GetAccountAsync(new GetAccountRequest(), cancellationToken), cancellationToken);
            return new SesAccount(account.SendingEnabled ?? true, account.ProductionAccessEnabled ?? true, account.EnforcementStatus);
        },
        cancellationToken);

    public async Task<IReadOnlyList<string>?> NamesAsync(Attempts attempts, CancellationToken cancellationToken) => await attempts.TryAsync(
        "ses:ListConfigurationSets",
        "configuration sets",
        async () =>
        {
            var names = new List<string>();
            string? token = null;
            do
            {
                var request = new ListConfigurationSetsRequest { NextToken = token };
                var page = await rateLimiter.CallAsync(
                    "ListConfigurationSets", () => ses.ListConfigurationSetsAsync(request, cancellationToken), cancellationToken);
                names.AddRange(page.ConfigurationSets ?? []);
                token = page.NextToken;
            }
            while (!string.IsNullOrEmpty(token));

            return names;
        },
        cancellationToken);

    /// <summary>Each operation has its own rate, so the two questions about a set are asked side by side.</summary>
    public async Task<IReadOnlyList<SesSet>> SetsAsync(
        IReadOnlyList<string> names, Attempts attempts, IProgressReporter progress, CancellationToken cancellationToken)
    {
        progress.Expect(names.Count * 2);
        var metrics = EachAsync(names, name => MetricsAsync(name, attempts, cancellationToken), progress);
        var publishing = EachAsync(names, name => PublishingAsync(name, attempts, cancellationToken), progress);
        var (on, published) = (await metrics, await publishing);
        return [.. names.Select((name, at) => new SesSet(name, on[at]?.ReputationMetricsEnabled ?? (on[at] is null ? null : false), published[at]))];
    }

    private static async Task<List<T>> EachAsync<T>(IReadOnlyList<string> names, Func<string, Task<T>> read, IProgressReporter progress)
    {
        var all = new List<T>(names.Count);
        foreach (var name in names)
        {
            all.Add(await read(name));
            progress.Done();
        }

        return all;
    }

    private Task<ReputationOptions?> MetricsAsync(string name, Attempts attempts, CancellationToken cancellationToken) => attempts.TryAsync(
        "ses:GetConfigurationSet",
        name,
        async () =>
        {
            var request = new GetConfigurationSetRequest { ConfigurationSetName = name };
            var set = await rateLimiter.CallAsync(
                "GetConfigurationSet", () => ses.GetConfigurationSetAsync(request, cancellationToken), cancellationToken);
            return set.ReputationOptions ?? new ReputationOptions();
        },
        cancellationToken);

    private Task<EventPublishing?> PublishingAsync(string name, Attempts attempts, CancellationToken cancellationToken) => attempts.TryAsync(
        "ses:GetConfigurationSetEventDestinations",
        name,
        async () => await destinations.GetAsync(ReputationEntity.ConfigurationSet(name), cancellationToken)
            ?? throw new NotFoundException($"SES has no configuration set {name}."),
        cancellationToken);
}
