using Feedback.Deciding;

namespace Feedback.Tests.Aws.DynamoDb;

internal static class StateAssertions
{
    /// <summary>Equal in everything. Records compare lists by reference, so their items are compared one by one.</summary>
    internal static void ShouldSay(this EntityState state, EntityState expected)
    {
        state.Tallies.ShouldBe(expected.Tallies);
        state.Alert?.TakenBy.ShouldBe(expected.Alert?.TakenBy);
        var alert = state.Alert is { } pending ? pending with { TakenBy = expected.Alert!.TakenBy } : null;
        (state with { Tallies = expected.Tallies, Alert = alert }).ShouldBe(expected);
    }
}
