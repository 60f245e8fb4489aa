using Feedback.Reputation;

namespace Feedback.Tests.Reputation;

public sealed class ReputationEntityTests
{
    private static readonly MemberAccount Member = new("210987654321", "eu-west-1");

    [Theory]
    [InlineData("set/marketing", null, "marketing", "marketing")]
    [InlineData("set/account", null, "account", "set/account")]
    [InlineData("account", null, "account", "account")]
    [InlineData("unattributed", null, "unattributed", "unattributed")]
    [InlineData("set/210987654321/eu-west-1/marketing", "210987654321/eu-west-1", "210987654321/eu-west-1/marketing", "210987654321/eu-west-1/marketing")]
    [InlineData("set/210987654321/eu-west-1/account", "210987654321/eu-west-1", "210987654321/eu-west-1/account", "set/210987654321/eu-west-1/account")]
    [InlineData("account/210987654321/eu-west-1", "210987654321/eu-west-1", "210987654321/eu-west-1/account", "210987654321/eu-west-1/account")]
    [InlineData(
        "unattributed/210987654321/eu-west-1", "210987654321/eu-west-1", "210987654321/eu-west-1/unattributed", "210987654321/eu-west-1/unattributed")]
    public void Key_OfAnEntity_SaysItsMemberAndItsNames(string key, string? member, string name, string commandName)
    {
        var entity = new ReputationEntity(key);

        entity.Member?.ToString().ShouldBe(member);
        entity.Name.ShouldBe(name);
        entity.CommandName.ShouldBe(commandName);
        entity.ShortName.ShouldBe(name.Split('/')[^1]);
        entity.IsAccount.ShouldBe(key.StartsWith("account", StringComparison.Ordinal));
        entity.ConfigurationSetName.ShouldBe(key.StartsWith("set/", StringComparison.Ordinal) ? name.Split('/')[^1] : null);
    }

    [Fact]
    public void Entities_OfAMember_HaveTheKeysOfTheirKind()
    {
        ReputationEntity.ConfigurationSet("marketing", Member).Key.ShouldBe("set/210987654321/eu-west-1/marketing");
        ReputationEntity.AccountOf(Member).Key.ShouldBe("account/210987654321/eu-west-1");
        ReputationEntity.UnattributedOf(Member).Key.ShouldBe("unattributed/210987654321/eu-west-1");
    }

    [Fact]
    public void Entities_OfTheStacksOwnAccount_HaveKeysWithoutIt()
    {
        ReputationEntity.ConfigurationSet("marketing", member: null).ShouldBe(ReputationEntity.ConfigurationSet("marketing"));
        ReputationEntity.AccountOf(member: null).ShouldBe(ReputationEntity.Account);
        ReputationEntity.UnattributedOf(member: null).ShouldBe(ReputationEntity.Unattributed);
    }

    [Theory]
    [InlineData("210987654321", "eu-west-1", true)]
    [InlineData("210987654321", "us-gov-west-1", true)]
    [InlineData("21098765432", "eu-west-1", false)]
    [InlineData("21098765432x", "eu-west-1", false)]
    [InlineData("210987654321", "", false)]
    [InlineData("210987654321", "eu-west-1.example.com", false)]
    [InlineData("210987654321", "EU", false)]
    public void TryCreate_AccountAndRegion_TakesOnlyWhatCanBeOne(string account, string region, bool expected) =>
        MemberAccount.TryCreate(account, region, out _).ShouldBe(expected);
}
