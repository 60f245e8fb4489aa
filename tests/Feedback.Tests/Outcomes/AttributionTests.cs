using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Tests.Outcomes;

public sealed class AttributionTests
{
    private static readonly Dictionary<string, Attribution> ByName = new()
    {
        ["none"] = Attribution.None,
        ["identity"] = Attribution.To("of-identity", AttributionSource.IdentityDefault),
        ["header"] = Attribution.To("of-header", AttributionSource.Header),
        ["tag"] = Attribution.To("of-tag", AttributionSource.Tag),
        ["other tag"] = Attribution.To("a-tag", AttributionSource.Tag),
        ["not ours"] = Attribution.NotOurs,
        ["member"] = Attribution.Unknown(new MemberAccount("210987654321", "eu-west-1")),
        ["member tag"] = Attribution.To("of-tag", AttributionSource.Tag, new MemberAccount("210987654321", "eu-west-1")),
    };

    [Theory]
    [InlineData("none", "identity", "identity")]
    [InlineData("none", "header", "header")]
    [InlineData("none", "tag", "tag")]
    [InlineData("identity", "header", "header")]
    [InlineData("identity", "tag", "tag")]
    [InlineData("header", "tag", "tag")]
    [InlineData("tag", "other tag", "other tag")]
    [InlineData("tag", "not ours", "not ours")]
    [InlineData("none", "not ours", "not ours")]
    [InlineData("member", "member tag", "member tag")]
    [InlineData("member tag", "not ours", "not ours")]
    public void Or_TwoAttributions_GivesTheSurerInEitherOrder(string one, string other, string expected)
    {
        ByName[one].Or(ByName[other]).ShouldBe(ByName[expected]);
        ByName[other].Or(ByName[one]).ShouldBe(ByName[expected]);
    }

    [Fact]
    public void Or_AnyThree_IsAssociative()
    {
        foreach (var a in ByName.Values)
        {
            foreach (var b in ByName.Values)
            {
                ByName.Values.ShouldAllBe(c => a.Or(b).Or(c) == a.Or(b.Or(c)));
            }
        }
    }

    [Fact]
    public void Entity_WithoutSet_IsUnattributed() => Attribution.None.Entity.ShouldBe(ReputationEntity.Unattributed);

    [Fact]
    public void Entity_OfAnotherAccount_IsItsOwnAndCountsForThatAccount()
    {
        ByName["member tag"].Entity.Key.ShouldBe("set/210987654321/eu-west-1/of-tag");
        ByName["member"].Entity.Key.ShouldBe("unattributed/210987654321/eu-west-1");
        ByName["member tag"].Account.Key.ShouldBe("account/210987654321/eu-west-1");
        ByName["tag"].Account.ShouldBe(ReputationEntity.Account);
    }

    [Fact]
    public void Entity_OfASetNamedLikeAnotherEntity_IsTheSet()
    {
        var entity = Attribution.To("account", AttributionSource.Tag).Entity;

        entity.ShouldNotBe(ReputationEntity.Account);
        entity.ConfigurationSetName.ShouldBe("account");
    }
}
