using Feedback.Deciding;

namespace Feedback.Tests.Aws.DynamoDb;

internal static class StateAssertions
{
    /// <summary>Equal in everything. Records compare lists by reference, so the counts are compared one by one.</summary>
    internal static void ShouldSay(this EntityState state, EntityState expected)
    {
        state.Tallies.ShouldBe(expected.Tallies);
        (state with { Tallies = expected.Tallies }).ShouldBe(expected);
    }
}
