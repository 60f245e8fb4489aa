using Feedback.Announcing;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Fakes.SuppressionSamples;

namespace Feedback.Tests.Announcing;

/// <summary>A system that follows the notices answers as the table does, after any history of an entry and at any time.</summary>
public sealed class FollowerTests
{
    private static readonly SuppressionScope[] Scopes = [SuppressionScope.Everywhere, Set("news"), Set("receipts")];
    private static readonly SuppressionReason[] OfEvents =
        [SuppressionReason.HardBounce, SuppressionReason.SesGlobalList, SuppressionReason.Complaint, SuppressionReason.Unsubscribed];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Suppresses_AfterAnyHistory_AnswersAsTheTable(bool withAllowances)
    {
        for (var seed = 0; seed < 400; seed++)
        {
            Follow(new Random(seed), withAllowances, $"seed {seed}");
        }
    }

    private static void Follow(Random random, bool withAllowances, string history)
    {
        var follower = new Follower();
        SuppressionEntry? entry = null;
        var (now, allowedOnce) = (World.Noon, false);
        for (var step = 0; step < 12; step++)
        {
            var (before, kind) = (entry, random.Next(withAllowances ? 6 : 5));
            entry = Changed(entry ?? SuppressionEntry.Empty(Sample.Address("ann")), kind, random, now, $"message-{step}");
            allowedOnce |= kind == 5;
            foreach (var notice in SuppressionNotices.Of(new EntryChange($"{step}", $"{step}", now, before, entry)))
            {
                follower.Take(notice);
            }

            foreach (var later in (double[])[0, 0.5, 1, 13, 14, 20])
            {
                foreach (var scope in Scopes)
                {
                    var (told, isTrue) = (follower.Suppresses(scope, now.AddDays(later)), Suppresses(entry, scope, now.AddDays(later)));
                    var where = $"{history}, step {step}, {scope}, {later} days later";

                    // After an allowance the follower may wait for an end that is told only when it has come. It never sends too much.
                    (told || !isTrue).ShouldBeTrue(where);
                    (told == isTrue || allowedOnce).ShouldBeTrue(where);
                }
            }

            now = now.AddDays(random.Next(20));
        }
    }

    private static bool Suppresses(SuppressionEntry? entry, SuppressionScope scope, DateTimeOffset now) =>
        SuppressionAnswer.Ask(entry, scope, now) is SuppressionAnswer.Suppressed;

    private static SuppressionEntry? Changed(SuppressionEntry entry, int kind, Random random, DateTimeOffset now, string message) => kind switch
    {
        0 or 1 => entry.Seen(OfEvents[random.Next(OfEvents.Length)], now, message, random.Next(2) == 0 ? "news" : "receipts"),
        2 => entry.Added(Scopes[random.Next(Scopes.Length)], new OperatorCause(now, "eve", "asked", random.Next(2) == 0 ? null : now.AddDays(5))),
        3 => entry.Removed(random.Next(2) == 0 ? null : Scopes[random.Next(Scopes.Length)], now),
        4 => random.Next(3) == 0 ? null : entry,
        _ => entry.Allowed(new Allowance(now, "eve", "fixed", random.Next(2) == 0 ? null : now.AddDays(2))),
    };
}
